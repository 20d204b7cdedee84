import type { Facet } from "../table/table.ts"

const totals = new WeakMap<Facet, Uint32Array>()

/** How often each value stands in all rows, roll-up included; counted once, and not to be written to. */
export function totalsOf(facet: Facet): Uint32Array {
  let counts = totals.get(facet)
  if (!counts) {
    counts = new Uint32Array(facet.values.size)
    const { codes } = facet.rolled
    for (let i = 0; i < codes.length; i++) counts[codes[i]!]!++
    totals.set(facet, counts)
  }
  return counts
}

/**
 * Rows of which some are wanted: as the list of those, or where they are the greater part, of the others, which are then
 * taken from the totals.
 */
export interface Part {
  readonly rows: Uint32Array
  readonly isRest: boolean
}

/**
 * The rows whose `fails` has no bit of `mask`, of which there are `size`. Lists without a branch for each row, since
 * guessing wrong at every other row costs more than the writing.
 */
export function partOf(fails: Uint16Array, mask: number, size: number): Part {
  const isRest = size * 2 > fails.length
  const rows = new Uint32Array(fails.length + 1)
  let count = 0
  if (isRest) {
    for (let row = 0; row < fails.length; row++) {
      rows[count] = row
      count += (fails[row]! & mask) === 0 ? 0 : 1
    }
  } else {
    for (let row = 0; row < fails.length; row++) {
      rows[count] = row
      count += (fails[row]! & mask) === 0 ? 1 : 0
    }
  }
  return { rows: rows.subarray(0, count), isRest }
}

/** How often each value of a facet stands in a part of the rows. */
export function countFacet(facet: Facet, { rows, isRest }: Part): Uint32Array {
  const totals = totalsOf(facet)
  const { offsets, codes } = facet.rolled
  const all = offsets.length - 1
  if (isRest && rows.length === 0) return totals
  // With nothing but "not stated" there is nothing to tell apart.
  if (facet.values.size === 1) return Uint32Array.of(isRest ? all - rows.length : rows.length)
  const counts = new Uint32Array(totals.length)
  if (codes.length === all) for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]!]!++
  else
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!
      for (let j = offsets[row]!, end = offsets[row + 1]!; j < end; j++) counts[codes[j]!]!++
    }
  if (isRest) for (let code = 0; code < counts.length; code++) counts[code] = totals[code]! - counts[code]!
  return counts
}
