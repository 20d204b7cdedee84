import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { edgesOf, placeOf } from "./forms.ts"
import { laneSets } from "./laneSets.ts"
import type { Lane, LaneField } from "./lanes.ts"
import { countBefore, hasRow, rowsBetween, type RowBits } from "./rowBits.ts"
import { countedOf, passingOf } from "./passing.ts"
import type { Domain } from "./scale.ts"

/** For each lane its rows; undated ones, which stand last in the table, are in no view. */
export type LaneRows = readonly RowBits[]

/** What lanes show of an answer: the rows drawn, and those of them that pass; the same where what fails is hidden. */
export interface LaneContents {
  readonly drawn: LaneRows
  readonly passing: LaneRows
}

/** The contents of lanes, to be kept as long as the answer and the lanes stay: what a frame asks is then soon told. */
export function fillLanes(
  table: Table,
  selected: Pick<Selected, "fails" | "rows">,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
  dim: boolean,
): LaneContents {
  const sets = laneSets(table, field, lanes)
  const passing = sets.map(set => passingOf(set, selected))
  return { drawn: dim ? sets.map(countedOf) : passing, passing }
}

/** Which dated rows of a table are in view, whatever lane they stand in. */
export interface Stretch {
  /** Began before the view and reach into it, ascending. */
  readonly carried: readonly number[]
  /** Begin in the view: those from `start` to `end`. */
  readonly start: number
  readonly end: number
}

/** Rows of which the farthest reach is known as one. */
const BLOCK = 64
const reaches = new WeakMap<Table, Float64Array>()

/** By blocks of BLOCK dated rows, the greatest endMax; made once. */
export function reachesOf(table: Table): Float64Array {
  let known = reaches.get(table)
  if (!known) {
    const { endMax } = table.when
    known = new Float64Array(Math.ceil(table.dated / BLOCK)).fill(-Infinity)
    for (let row = 0; row < table.dated; row++) {
      const block = (row / BLOCK) | 0
      if (endMax[row] > known[block]) known[block] = endMax[row]
    }
    reaches.set(table, known)
  }
  return known
}

/** The rows in view, as layout/forms placeOf judges. O(log rows + blocks + what was carried in). */
export function stretchOf(table: Table, domain: Domain, along: number): Stretch {
  const place = placeOf(table, domain, along)
  const [from, to] = edgesOf(domain, along)
  // What begins between the edges is in view; what begins before them is where it does not end before them too.
  const start = firstFrom(table, from)
  const end = firstFrom(table, to, start)
  const far = reachesOf(table)
  const carried: number[] = []
  for (let block = 0; block * BLOCK < start; block++) {
    if (!(far[block] > from)) continue
    for (let row = block * BLOCK, last = Math.min(start, row + BLOCK); row < last; row++)
      if (place(row) === 0) carried.push(row)
  }
  return { carried, start, end }
}

/** The rows of one lane that are in view: those of its set that were carried in, ascending, and how many begin in it. */
export interface InView {
  readonly carried: readonly number[]
  readonly begin: number
}

export function rowsInView(lane: RowBits, { carried, start, end }: Stretch): InView {
  return {
    carried: carried.filter(row => hasRow(lane, row)),
    begin: countBefore(lane, end) - countBefore(lane, start),
  }
}

/** The rows of a lane in view as one list, ascending. */
export function listInView(lane: RowBits, { carried, start, end }: Stretch): number[] {
  return [...carried.filter(row => hasRow(lane, row)), ...rowsBetween(lane, start, end)]
}

/** Whether a row is among those of a lane that are in view. */
export function isInView(lane: RowBits, { carried, start, end }: Stretch, row: number): boolean {
  if (row < 0 || !hasRow(lane, row)) return false
  return row >= start ? row < end : carried.includes(row)
}

/** The first dated row from `from` on that begins at an instant or after. */
export function firstFrom({ when, dated }: Table, at: number, from = 0): number {
  const { beginMin } = when
  let low = from
  let high = dated
  while (low < high) {
    const middle = (low + high) >>> 1
    if (beginMin[middle] < at) low = middle + 1
    else high = middle
  }
  return low
}
