import type { RowColours } from "./colours.ts"
import type { Table } from "../table/table.ts"
import { isInView, rowsInView, type LaneContents, type Stretch } from "./laneRows.ts"
import { countBefore, hasRow, type RowBits } from "./rowBits.ts"
import { instantAt, type Domain } from "./scale.ts"
import type { BinPart, LaneBins } from "./scene.ts"

/** Pixels of one column of counts. */
const WIDTH = 2

/** Lanes over a stretch of time. */
export interface LaneView extends LaneContents {
  readonly stretch: Stretch
  /** From columnEdges. */
  readonly edges: Uint32Array
  readonly colours: RowColours
}

/** For each column of counts the first row of the table that begins in it, and last where the view ends. */
export function columnEdges(
  table: Table,
  { start, end }: Stretch,
  domain: Domain,
  along: number,
): Uint32Array {
  const columns = Math.max(1, Math.ceil(along / WIDTH))
  const edges = new Uint32Array(columns + 1)
  edges[0] = start
  edges[columns] = end
  for (let column = 1; column < columns; column++) {
    const at = instantAt(domain, along, column * WIDTH)
    edges[column] = reach(table.when.beginMin, at, edges[column - 1], end)
  }
  return edges
}

/**
 * Counts of rows of a lane that is too dense to show them as marks: each stands once, where it begins, or in the first
 * column where it began before the view. `left` are rows that stand as marks of their own and are not counted. O(columns),
 * however many rows there are.
 */
export function binLane(view: LaneView, lane: number, left: readonly number[]): LaneBins {
  const drawn = view.drawn[lane]
  const shown = view.passing[lane]
  const all = countColumns(view, drawn, left)
  const passing = shown === drawn ? all : countColumns(view, shown, left)
  // What began before the view stands in the first column, and at its height nothing else could be seen.
  const { carried } = rowsInView(drawn, view.stretch)
  let peak = all[0] - carried.filter(row => !left.includes(row)).length
  for (let column = 1; column < all.length; column++) if (all[column] > peak) peak = all[column]
  return { lane, width: WIDTH, passing, all, peak, parts: partsOf(view, shown, left, passing) }
}

/** The counts of what passes by colour; none where all is grey, which would say nothing. */
function partsOf(view: LaneView, rows: RowBits, left: readonly number[], passing: Uint32Array): BinPart[] {
  const { slots } = view.colours
  if (slots.every(slot => slot < 0)) return []
  const counts = slots.length === 1 ? [passing] : countApart(view, rows, left)
  return slots
    .map((colour, i) => ({ colour, counts: counts[i] }))
    .filter(part => part.counts.some(count => count > 0))
}

/** For each slot the counts of its rows. O(rows of the lane in view). */
function countApart(
  { stretch, edges, colours: { slots, places } }: LaneView,
  rows: RowBits,
  left: readonly number[],
): Uint32Array[] {
  const columns = edges.length - 1
  const counts = slots.map(() => new Uint32Array(columns))
  // Of one column at a time and in signed numbers, which a loop by itself does in half the time.
  const inColumn = new Int32Array(slots.length)
  for (let column = 0; column < columns; column++) {
    const from = edges[column]
    const until = edges[column + 1]
    inColumn.fill(0)
    for (let word = from >>> 5; word << 5 < until; word++) {
      let bits = rows.words[word] | 0
      if (word === from >>> 5) bits &= -1 << (from & 31)
      if (word === until >>> 5) bits &= (1 << (until & 31)) - 1
      for (; bits !== 0; bits &= bits - 1) inColumn[places[(word << 5) + 31 - Math.clz32(bits & -bits)]]++
    }
    for (let place = 0; place < counts.length; place++) counts[place][column] = inColumn[place]
  }
  for (const row of stretch.carried) if (hasRow(rows, row)) counts[places[row]][0]++
  for (const row of left) if (isInView(rows, stretch, row)) counts[places[row]][columnOf(edges, row)]--
  return counts
}

/** The column that a row in view is counted in. */
function columnOf(edges: Uint32Array, row: number): number {
  let column = 0
  while (column < edges.length - 2 && row >= edges[column + 1]) column++
  return column
}

function countColumns({ stretch, edges }: LaneView, rows: RowBits, left: readonly number[]): Uint32Array {
  const columns = edges.length - 1
  const counts = new Uint32Array(columns)
  counts[0] = rowsInView(rows, stretch).carried.length
  let before = countBefore(rows, edges[0])
  for (let column = 0; column < columns; column++) {
    const until = edges[column + 1] === edges[column] ? before : countBefore(rows, edges[column + 1])
    counts[column] += until - before
    before = until
  }
  for (const row of left) {
    if (!isInView(rows, stretch, row)) continue
    counts[columnOf(edges, row)]--
  }
  return counts
}

/** The first row from `from` on that begins at an instant or after; by steps that double, since it is near. */
function reach(beginMin: Float64Array, at: number, from: number, end: number): number {
  let step = 1
  let low = from
  while (low + step < end && beginMin[low + step - 1] < at) {
    low += step
    step *= 2
  }
  let high = Math.min(end, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (beginMin[middle] < at) low = middle + 1
    else high = middle
  }
  return low
}
