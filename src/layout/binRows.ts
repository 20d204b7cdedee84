import type { Table } from "../table/table.ts"
import { columnEdges } from "./bins.ts"
import { rowsInView, stretchOf } from "./laneRows.ts"
import { rowsBetween, type RowBits } from "./rowBits.ts"
import { instantAt, type Domain } from "./scale.ts"
import type { Scene } from "./scene.ts"

/** Some columns of counts of a dense lane, taken as one: a single column is too narrow to point at. */
export interface Bin {
  readonly lane: number
  /** Columns [from, to) of the lane's counts. */
  readonly columns: readonly [from: number, to: number]
  /** The stretch of time that they stand for. */
  readonly domain: Domain
}

/** Columns that the keyboard takes as one. */
const TOGETHER = 5

/** The columns [from, to) of a lane as a bin. */
export function binOf(scene: Scene, lane: number, width: number, from: number, to: number): Bin {
  const at = (column: number) => instantAt(scene.domain, scene.along, Math.min(column * width, scene.along))
  return { lane, columns: [from, to], domain: [at(from), at(to)] }
}

/** The bins of a dense lane in which anything passes, by time; none where the lane shows marks. O(columns). */
export function binsOf(scene: Scene, lane: number): Bin[] {
  const bins = scene.bins.find(one => one.lane === lane)
  if (!bins) return []
  const found: Bin[] = []
  for (let from = 0; from < bins.passing.length; from += TOGETHER) {
    const to = Math.min(from + TOGETHER, bins.passing.length)
    if (bins.passing.subarray(from, to).some(count => count > 0))
      found.push(binOf(scene, lane, bins.width, from, to))
  }
  return found
}

/** The bin of a dense lane that lies nearest to an instant; null where the lane shows marks or none has anything. */
export function binNear(scene: Scene, lane: number, at: number): Bin | null {
  const away = ({ domain: [from, to] }: Bin) => Math.max(from - at, at - to, 0)
  let nearest: Bin | null = null
  // At an edge between two the later: a row stands in the column that begins with it.
  for (const bin of binsOf(scene, lane)) if (!nearest || away(bin) <= away(nearest)) nearest = bin
  return nearest
}

/** The rows of a lane that a bin counts, ascending: those that begin in it, in the first those that began before. */
export function rowsOfBin(table: Table, lane: RowBits, scene: Scene, { columns: [from, to] }: Bin): number[] {
  const stretch = stretchOf(table, scene.domain, scene.along)
  const edges = columnEdges(table, stretch, scene.domain, scene.along)
  const begun = rowsBetween(lane, edges[from], edges[to])
  return from === 0 ? [...rowsInView(lane, stretch).carried, ...begun] : begun
}

/** Whether coming closer could tell the rows of a bin apart: not those that begin at one instant, or before the view. */
export function canPart({ when }: Table, rows: readonly number[], { domain }: Bin): boolean {
  const begun = rows.filter(row => when.beginMin[row] >= domain[0])
  return begun.length > 1 && when.beginMin[begun[0]] !== when.beginMin[begun.at(-1)!]
}
