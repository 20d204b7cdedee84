import type { Ragged } from "./table.ts"

/** Rows whose new places lie so near each other that all of them stay in the fastest memory; a power of two. */
const NEAR = 12

type Numbers = Float64Array | Uint32Array

/**
 * A change of the order of rows, made ready for many columns. To fetch the values of a large column one by one from where
 * they lie waits for memory at each; so a column goes in two steps, each of which reads and writes in sequence or near
 * by: into stretches of new places, then within each stretch.
 */
export interface Reordering {
  /** By old row: where the first step puts it. */
  readonly slots: Uint32Array
  /** By that place: the new row. */
  readonly rows: Uint32Array
  /** So much room between the steps, the same for one column after another: new memory is dear when first written to. */
  readonly between: (length: number) => Uint32Array
}

/** The reordering after which row `row` stands at `places[row]`. */
export function reordering(places: Uint32Array): Reordering {
  const n = places.length
  const next = new Uint32Array((n >>> NEAR) + 1)
  for (let stretch = 0; stretch < next.length; stretch++) next[stretch] = stretch << NEAR
  const slots = new Uint32Array(n)
  const rows = new Uint32Array(n)
  for (let row = 0; row < n; row++) {
    const place = places[row]!
    const slot = next[place >>> NEAR]!++
    slots[row] = slot
    rows[slot] = place
  }
  let between = new Uint32Array(0)
  return {
    slots,
    rows,
    between(length) {
      if (between.length < length) between = new Uint32Array(length)
      return between
    },
  }
}

/** The first values of a column, one a row, in the new order; in new memory, or in that of the column itself. */
export function reorder<A extends Numbers>(column: A, order: Reordering, inPlace = false): A {
  const { slots, rows } = order
  const make = column.constructor as new (length: number) => A
  const n = rows.length
  const between: Numbers = column instanceof Uint32Array ? order.between(n) : new make(n)
  for (let row = 0; row < n; row++) between[slots[row]!] = column[row]!
  const out = inPlace ? column : new make(n)
  for (let slot = 0; slot < n; slot++) out[rows[slot]!] = between[slot]!
  return out
}

/** Lists of codes in the new order of rows and with other codes: code c becomes `recoded[c]`; the codes as reorder has it. */
export function reorderLists(
  { offsets, codes }: Ragged,
  recoded: Uint32Array,
  order: Reordering,
  inPlace = false,
): Ragged {
  const { slots, rows } = order
  const n = rows.length
  const next = new Uint32Array((n >>> NEAR) + 2)
  for (let row = 0; row < n; row++) next[(slots[row]! >>> NEAR) + 1]! += offsets[row + 1]! - offsets[row]!
  for (let stretch = 1; stretch < next.length; stretch++) next[stretch]! += next[stretch - 1]!
  const between = order.between(offsets[n]!)
  const lengths = new Uint32Array(n)
  for (let row = 0; row < n; row++) {
    const slot = slots[row]!
    const end = offsets[row + 1]!
    let at = next[slot >>> NEAR]!
    lengths[slot] = end - offsets[row]!
    for (let i = offsets[row]!; i < end; i++) between[at++] = codes[i]!
    next[slot >>> NEAR] = at
  }
  const places = new Uint32Array(n + 1)
  for (let slot = 0; slot < n; slot++) places[rows[slot]! + 1] = lengths[slot]!
  for (let row = 0; row < n; row++) places[row + 1]! += places[row]!
  const out = inPlace ? codes : new Uint32Array(offsets[n]!)
  for (let slot = 0, i = 0; slot < n; slot++) {
    let at = places[rows[slot]!]!
    for (const end = i + lengths[slot]!; i < end; i++) out[at++] = recoded[between[i]!]!
  }
  return { offsets: places, codes: out }
}
