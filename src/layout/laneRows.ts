import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { edgesOf, placeOf } from "./forms.ts"
import type { Lane, LaneField } from "./lanes.ts"
import { membershipIn, type Membership } from "./membership.ts"
import type { Domain } from "./scale.ts"

/**
 * What a frame asks of a million rows, made once for an answer and its lanes: each lane's rows in the order of their
 * begin, and for every block of them how far it reaches. Which rows are in view is then a matter of two searches and of
 * the blocks that reach into it.
 */
export interface LaneRows {
  /** For each lane its dated rows, ascending. */
  readonly rows: readonly Uint32Array[]
  /** For each lane, by blocks of BLOCK rows, the greatest endMax. */
  readonly reaches: readonly Float64Array[]
}

const BLOCK = 64

/** Dated rows, ascending, apart by the lanes that they stand in. */
export function laneRows(
  table: Table,
  rows: Uint32Array,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): LaneRows {
  const membership = membershipIn(table, field, lanes)
  const apart = membership ? divide(membership, rows, lanes.length) : [rows]
  return { rows: apart, reaches: apart.map(own => reachesOf(table, own)) }
}

/** The rows by lanes: one array for all, so that a row's place is one number and not an array's to look up. */
function divide(
  { offsets, codes, masks, rest }: Membership,
  rows: Uint32Array,
  count: number,
): Uint32Array[] {
  const sets = new Uint32Array(rows.length)
  const ends = new Uint32Array(count + 1)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    let mask = 0
    for (let j = offsets[row], end = offsets[row + 1]; j < end; j++) mask |= masks[codes[j]]
    if (mask === 0) mask = rest
    sets[i] = mask
    for (; mask !== 0; mask &= mask - 1) ends[32 - Math.clz32(mask & -mask)]++
  }
  for (let lane = 0; lane < count; lane++) ends[lane + 1] += ends[lane]
  const starts = ends.slice()
  const all = new Uint32Array(ends[count])
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    for (let mask = sets[i]; mask !== 0; mask &= mask - 1) all[ends[31 - Math.clz32(mask & -mask)]++] = row
  }
  return Array.from({ length: count }, (_, lane) => all.subarray(starts[lane], starts[lane + 1]))
}

function reachesOf({ when }: Table, rows: Uint32Array): Float64Array {
  const reaches = new Float64Array(Math.ceil(rows.length / BLOCK)).fill(-Infinity)
  for (let i = 0; i < rows.length; i++) {
    const end = when.endMax[rows[i]]
    const block = (i / BLOCK) | 0
    if (end > reaches[block]) reaches[block] = end
  }
  return reaches
}

/** The rows of one lane that are in view. */
export interface InView {
  /** Began before the view and reach into it, ascending. */
  readonly carried: readonly number[]
  /** Begin in the view: those of the lane's rows from `start` to `end`. */
  readonly start: number
  readonly end: number
}

/** Which rows of a lane are in view, as layout/forms placeOf judges. O(log rows + blocks + what was carried in). */
export function rowsInView(table: Table, all: LaneRows, lane: number, domain: Domain, along: number): InView {
  const rows = all.rows[lane]
  const reaches = all.reaches[lane]
  const place = placeOf(table, domain, along)
  const [from, to] = edgesOf(domain, along)
  // What begins between the edges is in view; what begins before them is where it does not end before them too.
  const start = firstFrom(table.when.beginMin, rows, from)
  const end = firstFrom(table.when.beginMin, rows, to, start)
  const carried: number[] = []
  for (let block = 0; block * BLOCK < start; block++) {
    if (!(reaches[block] > from)) continue
    for (let i = block * BLOCK, last = Math.min(start, i + BLOCK); i < last; i++)
      if (place(rows[i]) === 0) carried.push(rows[i])
  }
  return { carried, start, end }
}

/** The rows in view as one list, ascending. */
export function listInView(all: LaneRows, lane: number, { carried, start, end }: InView): number[] {
  return [...carried, ...all.rows[lane].subarray(start, end)]
}

/** Whether a row of a lane is among those in view, and where: its place in the lane, -1 for carried in; null for neither. */
export function placeInView(all: LaneRows, lane: number, inView: InView, row: number): number | null {
  const rows = all.rows[lane]
  let low = inView.start
  let high = inView.end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle] < row) low = middle + 1
    else high = middle
  }
  if (low < inView.end && rows[low] === row) return low
  return inView.carried.includes(row) ? -1 : null
}

/** What lanes show of an answer: the rows drawn, and those of them that pass; the same where what fails is hidden. */
export interface LaneContents {
  readonly drawn: LaneRows
  readonly passing: LaneRows
}

/** The contents of lanes, to be kept as long as the answer and the lanes stay. */
export function fillLanes(
  table: Table,
  selected: Pick<Selected, "rows">,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
  dim: boolean,
): LaneContents {
  const { rows } = selected
  let dated = rows.length
  // Undated rows stand last in the table.
  while (dated > 0 && rows[dated - 1] >= table.dated) dated--
  const passing = laneRows(table, rows.subarray(0, dated), field, lanes)
  if (!dim) return { drawn: passing, passing }
  const every = Uint32Array.from({ length: table.dated }, (_, row) => row)
  return { drawn: laneRows(table, every, field, lanes), passing }
}

/** The first place in a lane whose row begins at an instant or after. */
export function firstFrom(beginMin: Float64Array, rows: Uint32Array, at: number, from = 0): number {
  let low = from
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (beginMin[rows[middle]] < at) low = middle + 1
    else high = middle
  }
  return low
}
