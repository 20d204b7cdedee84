import type { Table } from "../table/table.ts"

/** How many types get a colour of their own; more could not be told apart. */
export const TYPE_COLOURS = 7

/**
 * Colour slot for each type: the most frequent seven, ties in the order of the document, keep theirs whatever is
 * filtered; the others are -1, grey.
 */
export function typeColours(table: Table): (code: number) => number {
  const { values, codes } = table.facets.type
  const counts = new Uint32Array(values.size)
  for (const code of codes) counts[code]!++
  const ranked = [...counts.keys()].filter(code => code > 0 && counts[code]! > 0)
  ranked.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const slots = new Map(ranked.slice(0, TYPE_COLOURS).map((code, slot) => [code, slot]))
  return code => slots.get(code) ?? -1
}
