import type { Table } from "../table/table.ts"

/** Slot of the palette for the code of a type; -1 for grey. */
export type ColourOf = (typeCode: number) => number

/** Slot of a row: that of its first type. */
export function colourOfRow({ facets }: Table, colourOf: ColourOf): (row: number) => number {
  const { offsets, codes } = facets.type
  return row => colourOf(codes[offsets[row]])
}

/** The colours that a table has. */
export interface RowColours {
  /** Ascending, grey last. */
  readonly slots: readonly number[]
  /** For each row where its slot stands in `slots`. */
  readonly places: Uint8Array
}

const known = new WeakMap<Table, { readonly colourOf: ColourOf; readonly colours: RowColours }>()

/** Made once for a table and its palette. O(rows). */
export function rowColours(table: Table, colourOf: ColourOf): RowColours {
  let made = known.get(table)
  if (made?.colourOf !== colourOf)
    known.set(table, (made = { colourOf, colours: makeColours(table, colourOf) }))
  return made.colours
}

function makeColours({ length, facets }: Table, colourOf: ColourOf): RowColours {
  const { offsets, codes, values } = facets.type
  const slotOf = Int8Array.from({ length: values.size }, (_, code) => colourOf(code))
  const isFirst = new Uint8Array(values.size)
  for (let row = 0; row < length; row++) isFirst[codes[offsets[row]]] = 1
  const found = new Set(slotOf.filter((_, code) => isFirst[code] === 1))
  // As unsigned numbers grey comes last.
  const slots = [...found].toSorted((a, b) => (a >>> 0) - (b >>> 0))
  const places = new Uint8Array(length)
  const placeOf = Uint8Array.from(slotOf, slot => Math.max(0, slots.indexOf(slot)))
  for (let row = 0; row < length; row++) places[row] = placeOf[codes[offsets[row]]]
  return { slots, places }
}
