import type { Table } from "../table/table.ts"
import { countBits } from "./rowBits.ts"

/** Slot of the palette for the code of a type; -1 for grey. */
export type ColourOf = (typeCode: number) => number

/** Slot of a row: that of its first type. */
export function colourOfRow({ facets }: Table, colourOf: ColourOf): (row: number) => number {
  const { offsets, codes } = facets.type
  return row => colourOf(codes[offsets[row]])
}

/** The rows of each colour that a table has, as bits. */
export interface ColourRows {
  /** Ascending, grey last. */
  readonly slots: readonly number[]
  /** The bits of the i-th slot in 32 rows from 32 × w on stand at w × slots.length + i: what is asked together lies together. */
  readonly words: Uint32Array
}

const known = new WeakMap<Table, { readonly colourOf: ColourOf; readonly rows: ColourRows }>()

/** Made once for a table and its palette. O(rows). */
export function colourRows(table: Table, colourOf: ColourOf): ColourRows {
  let made = known.get(table)
  if (made?.colourOf !== colourOf) known.set(table, (made = { colourOf, rows: makeRows(table, colourOf) }))
  return made.rows
}

function makeRows({ length, facets }: Table, colourOf: ColourOf): ColourRows {
  const { offsets, codes, values } = facets.type
  const slotOf = Int8Array.from({ length: values.size }, (_, code) => colourOf(code))
  const found = new Set<number>()
  for (let row = 0; row < length; row++) found.add(slotOf[codes[offsets[row]]])
  // As unsigned numbers grey comes last.
  const slots = [...found].toSorted((a, b) => (a >>> 0) - (b >>> 0))
  const at = new Map(slots.map((slot, i) => [slot, i]))
  const place = Uint8Array.from(slotOf, slot => at.get(slot) ?? 0)
  const words = new Uint32Array(((length + 31) >>> 5) * slots.length)
  for (let row = 0; row < length; row++)
    words[(row >>> 5) * slots.length + place[codes[offsets[row]]]] |= 1 << (row & 31)
  return { slots, words }
}

/** Adds to `counts`, from `to` on and by slot, how many rows of a set in [from, until) have each colour. */
export function countColours(
  { slots, words }: ColourRows,
  set: Uint32Array,
  from: number,
  until: number,
  counts: Uint32Array,
  to: number,
): void {
  const n = slots.length
  const first = from >>> 5
  const last = (until - 1) >>> 5
  for (let word = first; word <= last; word++) {
    let rows = set[word]
    if (word === first) rows &= -1 << (from & 31)
    if (word === last) rows &= -1 >>> (31 - ((until - 1) & 31))
    if (rows === 0) continue
    for (let i = 0, at = word * n; i < n; i++, at++) counts[to + i] += countBits(rows & words[at])
  }
}
