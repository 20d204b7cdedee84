import type { Table } from "../table/table.ts"
import { placeInView, rowsInView, type LaneContents, type LaneRows } from "./laneRows.ts"
import { instantAt, type Domain } from "./scale.ts"
import type { LaneBins } from "./scene.ts"

/** Pixels of one column of counts. */
const WIDTH = 2

/** Lanes over a stretch of time. */
export interface LaneView extends LaneContents {
  readonly table: Table
  readonly domain: Domain
  readonly along: number
}

/**
 * Counts of rows of a lane that is too dense to show them as marks: each stands once, where it begins, or in the first
 * column where it began before the view. `left` are rows that stand as marks of their own and are not counted. O(columns
 * · log rows).
 */
export function binLane(view: LaneView, lane: number, left: readonly number[]): LaneBins {
  const all = countColumns(view, view.drawn, lane, left)
  const passing = view.passing === view.drawn ? all : countColumns(view, view.passing, lane, left)
  let peak = 0
  for (const count of all) if (count > peak) peak = count
  return { lane, width: WIDTH, passing, all, peak }
}

function countColumns(
  { table, domain, along }: LaneView,
  laneRows: LaneRows,
  lane: number,
  left: readonly number[],
): Uint32Array {
  const columns = Math.max(1, Math.ceil(along / WIDTH))
  const counts = new Uint32Array(columns)
  const rows = laneRows.rows[lane]
  const { beginMin } = table.when
  const inView = rowsInView(table, laneRows, lane, domain, along)
  const { carried, start, end } = inView
  counts[0] = carried.length
  const edge = (column: number) => instantAt(domain, along, column * WIDTH)
  let at = start
  for (let column = 0; column < columns; column++) {
    const next = column === columns - 1 ? end : reach(beginMin, rows, edge(column + 1), at, end)
    counts[column] += next - at
    at = next
  }
  for (const row of left) {
    const place = placeInView(laneRows, lane, inView, row)
    if (place === null) continue
    let column = 0
    if (place >= 0) while (column < columns - 1 && beginMin[row] >= edge(column + 1)) column++
    counts[column]--
  }
  return counts
}

/** As firstFrom, by steps that double, since the next column's edge is near. */
function reach(beginMin: Float64Array, rows: Uint32Array, at: number, from: number, end: number): number {
  let step = 1
  let low = from
  while (low + step < end && beginMin[rows[low + step - 1]] < at) {
    low += step
    step *= 2
  }
  let high = Math.min(end, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (beginMin[rows[middle]] < at) low = middle + 1
    else high = middle
  }
  return low
}
