import { LIGHT } from "../paint/theme.ts"
import { totalsOf } from "../query/counts.ts"
import type { Table } from "../table/table.ts"

/**
 * Palette slot for each type: a type with a colour of its own takes the nearest free slot, so that it keeps its contrast
 * in the dark; then the most frequent take the others, ties in the order of the document. They keep them whatever is
 * filtered. Types beyond the palette are -1, grey: more could not be told apart.
 */
export function typeColours(table: Table): (code: number) => number {
  const { values } = table.facets.type
  const counts = totalsOf(table.facets.type)
  const ranked = [...counts.keys()].filter(code => code > 0 && counts[code]! > 0)
  ranked.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const free = LIGHT.types.map((_, slot) => slot)
  const slots = new Map<number, number>()
  const take = (code: number, slot: number) => {
    slots.set(code, slot)
    free.splice(free.indexOf(slot), 1)
  }
  for (const code of ranked) {
    const wanted = channels(table.document.types.get(values.ids[code]!)?.colour ?? "")
    if (wanted && free.length > 0) take(code, nearest(wanted, free))
  }
  for (const code of ranked) if (!slots.has(code) && free.length > 0) take(code, free[0]!)
  return code => slots.get(code) ?? -1
}

function nearest(wanted: readonly number[], slots: readonly number[]): number {
  const away = (slot: number) =>
    channels(LIGHT.types[slot]!)!.reduce((sum, channel, i) => sum + (channel - wanted[i]!) ** 2, 0)
  return slots.reduce((best, slot) => (away(slot) < away(best) ? slot : best))
}

/** Red, green and blue of a colour written #rrggbb or #rgb; null for any other. */
function channels(colour: string): number[] | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour)
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)
  const parts = short ? short.slice(1).map(digit => digit + digit) : long?.slice(1)
  return parts ? parts.map(part => parseInt(part, 16)) : null
}
