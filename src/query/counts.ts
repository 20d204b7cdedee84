import type { Facet, Ragged } from "../table/table.ts"
import type { Change } from "./bits.ts"
import { lineages } from "./lineage.ts"
import type { RowLists } from "./lists.ts"

/** A facet's counts, and the one bit of `fails` that they forgave: 0 for none. */
export interface Counted {
  readonly counts: Uint32Array
  readonly forgiven: number
}

const totals = new WeakMap<Facet, Uint32Array>()

/** How often each value stands in all rows, roll-up included; counted once, and not to be written to. */
export function totalsOf(facet: Facet): Uint32Array {
  let counts = totals.get(facet)
  if (!counts) {
    counts = new Uint32Array(facet.values.size)
    const { codes } = facet.rolled
    for (let i = 0; i < codes.length; i++) counts[codes[i]]++
    totals.set(facet, counts)
  }
  return counts
}

/**
 * Counts after a change, by whichever way is the least work: over the rows that are counted, over all but those that are
 * not, or over those that have come and gone. Earlier counts are left as they were, and returned when nothing moved.
 */
export function recount(
  facet: Facet,
  change: Change,
  lists: RowLists,
  before: Counted,
  forgiven: number,
): Uint32Array {
  const all = change.after.length
  const sum = (by: Uint32Array) => by[0] + (forgiven === 0 ? 0 : by[forgiven])
  const counted = sum(change.patterns)
  const others = all - counted
  const moved = before.forgiven === forgiven ? sum(change.was) + sum(change.is) : Infinity
  if (moved === 0) return before.counts
  if (others === 0) return totalsOf(facet)
  // With nothing but "not stated" there is nothing to tell apart.
  if (facet.values.size === 1) return Uint32Array.of(counted)
  // Measured in rows looked at for a list, to which the values of each row in it come.
  const each = facet.codes.length === all ? 2 : 3 + (3 * facet.rolled.codes.length) / all
  const byCounted = counted * each + (change.patterns[forgiven] === 0 ? 0 : all)
  const byOthers = others * each + all
  const byMoved = moved * each + 2 * change.length
  if (byMoved < byCounted && byMoved < byOthers) {
    const counts = before.counts.slice()
    const { joined, left } = lists.moved(forgiven)
    addRows(facet, joined, 1, counts)
    addRows(facet, left, -1, counts)
    return counts
  }
  if (byCounted <= byOthers) {
    const counts = new Uint32Array(facet.values.size)
    addRows(facet, lists.counted(forgiven, counted), 1, counts)
    return counts
  }
  const counts = totalsOf(facet).slice()
  addRows(facet, lists.others(forgiven, others), -1, counts)
  return counts
}

/** Adds a step to the counts of every value of the rows, roll-up included. */
function addRows(
  { values, codes, offsets, rolled }: Facet,
  rows: Uint32Array,
  step: number,
  counts: Uint32Array,
): void {
  if (codes.length !== offsets.length - 1) addLists(rolled, rows, step, counts)
  else if (codes === rolled.codes) addCodes(codes, rows, step, counts)
  else {
    // Where each row has one value, that of its wholes is the sum of theirs, and the roll-up need not be read.
    const own = new Uint32Array(values.size)
    addCodes(codes, rows, step, own)
    lineages(values).forEach((lineage, code) => {
      for (const whole of lineage) counts[whole] += own[code]
    })
  }
}

function addCodes(codes: Uint32Array, rows: Uint32Array, step: number, counts: Uint32Array): void {
  for (let k = 0; k < rows.length; k++) counts[codes[rows[k]]] += step
}

function addLists({ offsets, codes }: Ragged, rows: Uint32Array, step: number, counts: Uint32Array): void {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]
    for (let i = offsets[row], end = offsets[row + 1]; i < end; i++) counts[codes[i]] += step
  }
}
