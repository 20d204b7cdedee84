import type { Document } from "../model/document.ts"

const MAPS = ["actors", "places", "types", "tags", "sources"] as const

/**
 * A document in its normal form as JSON that can stand in a page, piece by piece: its maps as lists of pairs, its events
 * last, and nothing that ends a script.
 */
export function* writeSaved({ events, ...head }: Document): Generator<string, void> {
  const maps = Object.fromEntries(MAPS.map(name => [name, [...head[name]]]))
  yield `${harmless({ ...head, ...maps }).slice(0, -1)},"events":[`
  for (const [i, event] of events.entries()) yield (i > 0 ? "," : "") + harmless(event)
  yield "]}"
}

function harmless(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
}

/** The document again; only what writeSaved wrote is understood, and it was checked before that. */
export function readSaved(text: string): Document {
  const document = JSON.parse(text) as Document &
    Record<(typeof MAPS)[number], Iterable<readonly [string, never]>>
  return { ...document, ...Object.fromEntries(MAPS.map(name => [name, new Map(document[name])])) }
}
