import type { Document } from "../model/document.ts"

const MAPS = ["actors", "places", "types", "tags", "sources"] as const

/** A document in its normal form as JSON that can stand in a page: its maps as lists of pairs, and nothing that ends a script. */
export function writeSaved(document: Document): string {
  const maps = Object.fromEntries(MAPS.map(name => [name, [...document[name]]]))
  return JSON.stringify({ ...document, ...maps })
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
