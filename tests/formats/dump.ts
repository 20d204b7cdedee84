import type { load } from "../../src/load/load.ts"

/** What was read of a file as text for people to compare with the file: a paragraph for each thing. */
export function dump({
  format,
  read,
  leftOut,
  document,
  problems,
}: Awaited<ReturnType<typeof load>>): string {
  const { title, summary, periods, places, sources, types } = document
  const named = (heading: string, things: ReadonlyMap<string, object>) =>
    [...things].map(([id, thing]) => `${heading} ${id}: ${shown(thing)}`)
  return [
    `${format}: ${read} read, ${leftOut} left out. ${shown({ title, summary })}`,
    ...periods.map(period => `period ${shown({ ...period, id: null })}`),
    ...named("place", places),
    ...named("source", sources),
    ...named("type", types),
    ...document.events.map(event => `event ${shown(event)}`),
    ...problems.map(
      ({ code, severity, where, found, expected }) =>
        `problem ${code} (${severity}) at ${shown(where)}: ${found} → ${expected}`,
    ),
    "",
  ].join("\n")
}

/** A thing without what it does not say. */
function shown(thing: object): string {
  return JSON.stringify(thing, (key, value: unknown) => {
    if (value === null || (key === "status" && value === "occurred")) return undefined
    if (typeof value === "object" && Object.keys(value).length === 0) return undefined
    return value
  })
}
