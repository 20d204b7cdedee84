import type { Draft } from "./preset.ts"

/** Rows that are held so that one that repeats an event of before finds it. */
const HELD = 20_000

/** An event and the number of the row that it was first met in. */
export interface Gathered {
  readonly event: Draft
  readonly row: number
}

/** Holds events for a while, so that rows which repeat one become one. */
export interface Gathering {
  /** Adds the event of a row; one with the key "" stands alone. Whether it went into one of before. */
  add(key: string, event: Draft, row: number): boolean
  /** Events that are held no longer, in their order; all of them at the end. */
  take(isLast: boolean): Gathered[]
}

/** A gathering that puts an event into the one of before by `merge`. */
export function gathering(merge: (into: Draft, more: Draft) => void): Gathering {
  const held = new Map<string, Gathered>()
  let ready: Gathered[] = []
  return {
    add(key, event, row) {
      const before = key === "" ? undefined : held.get(`key ${key}`)
      if (before) merge(before.event, event)
      else held.set(key === "" ? `row ${row}` : `key ${key}`, { event, row })
      return before !== undefined
    },
    take(isLast) {
      // Half at a time, so that not each row costs a look at all.
      if (isLast || held.size > HELD) {
        const leaving = isLast ? held.size : held.size - HELD / 2
        for (const [key, one] of held) {
          if (ready.length >= leaving) break
          ready.push(one)
          held.delete(key)
        }
      }
      const taken = ready
      ready = []
      return taken
    },
  }
}

/** Puts what another row says of an event into it: who, where, who says so and under which tags. */
export function mergeRows(into: Draft, more: Draft): void {
  for (const key of ["actors", "places", "sources", "tags"]) {
    const [before, others] = [into[key], more[key]]
    if (!Array.isArray(others)) continue
    if (!Array.isArray(before)) into[key] = others
    else {
      const known = new Set(before.map(nameOf))
      into[key] = [...(before as unknown[]), ...others.filter(one => !known.has(nameOf(one)))]
    }
  }
  for (const [key, value] of Object.entries(more)) into[key] ??= value
}

function nameOf(reference: unknown): unknown {
  if (typeof reference !== "object" || reference === null) return reference
  const { id, at } = reference as { id?: unknown; at?: unknown }
  return at === undefined ? id : `${String(id)}\n${String(at)}`
}
