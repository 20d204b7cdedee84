import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { firstFrom } from "./laneRows.ts"
import { lanesOf, type Lane, type LaneField } from "./lanes.ts"
import { laneSets } from "./laneSets.ts"
import { passingOf } from "./passing.ts"
import { hasRow, rowBefore, rowFrom, rowsBetween, type RowBits } from "./rowBits.ts"

/** The mark that the keyboard is on. */
export interface Focus {
  readonly row: number
  readonly lane: number
  /** Rather on the bin that holds the row, as long as the lane is too dense for marks. */
  readonly inBin?: boolean
}

export type Move =
  | "previous"
  | "next"
  | "inLanePrevious"
  | "inLaneNext"
  | "lanePrevious"
  | "laneNext"
  | "first"
  | "last"
  | "pagePrevious"
  | "pageNext"

export interface NavigateOptions {
  readonly table: Table
  readonly selected: Pick<Selected, "fails" | "rows">
  readonly field: LaneField
  readonly lanes: readonly Pick<Lane, "code">[]
}

/** Events that a page goes over. */
const PAGE = 10

/**
 * Where a step leads, over all dated rows that pass, drawn or not; in time by the order of the table, between lanes to
 * the event that begins nearest in time in the next lane that holds any. Without a focus the first event (or for a
 * backward step the last). The same focus where there is nothing farther; null where nothing passes. O(rows / 32).
 */
export function navigate(options: NavigateOptions, focus: Focus | null, move: Move): Focus | null {
  const { table, selected, field, lanes } = options
  const rows = selected.rows.subarray(0, lowerBound(selected.rows, table.dated))
  if (rows.length === 0) return null
  const standsIn = lanesOf(table, field, lanes)
  const at = (index: number): Focus => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    const own = standsIn(row)
    const lane = focus && own.includes(focus.lane) ? focus.lane : (own[0] ?? 0)
    return { row, lane }
  }
  if (move === "first") return at(0)
  if (move === "last") return at(rows.length - 1)
  const isBackward =
    move === "previous" || move === "inLanePrevious" || move === "lanePrevious" || move === "pagePrevious"
  if (!focus) return at(isBackward ? rows.length - 1 : 0)
  const index = lowerBound(rows, focus.row)
  // A focus that no longer passes steps to its neighbour, not over it.
  const forward = rows[index] === focus.row ? 1 : 0
  switch (move) {
    case "next":
      return at(index + forward)
    case "previous":
      return at(index - 1)
    case "pageNext":
      return at(index + PAGE)
    case "pagePrevious":
      return at(index - PAGE)
    case "inLaneNext":
    case "inLanePrevious": {
      const lane = passingIn(options, focus.lane)
      const row = isBackward ? rowBefore(lane, focus.row) : rowFrom(lane, focus.row + 1)
      return row >= 0 && row < table.dated ? { row, lane: focus.lane } : focus
    }
    case "laneNext":
    case "lanePrevious":
      return acrossLanes(options, focus, isBackward ? -1 : 1)
  }
}

/** The passing rows of a lane. */
export function passingIn({ table, selected, field, lanes }: NavigateOptions, lane: number): RowBits {
  return passingOf(laneSets(table, field, lanes)[lane], selected)
}

function acrossLanes(options: NavigateOptions, focus: Focus, step: 1 | -1): Focus {
  for (let lane = focus.lane + step; lane >= 0 && lane < options.lanes.length; lane += step) {
    const row = nearestIn(options.table, passingIn(options, lane), focus.row)
    if (row >= 0) return { row, lane }
  }
  return focus
}

/**
 * The dated row of a set nearest in time to a row, of equally near ones the first; -1 for none. The row itself wins:
 * crossing to an event's other actor stays with it.
 */
function nearestIn(table: Table, set: RowBits, row: number): number {
  if (hasRow(set, row)) return row
  const from = timeOf(table, row)
  let nearest = -1
  let least = Infinity
  const offer = (one: number) => {
    const distance = Math.abs(timeOf(table, one) - from)
    if (distance < least || (distance === least && one < nearest)) [nearest, least] = [one, distance]
  }
  // Rows stand in the order of their begin, but for those of which nobody knows it: they stand first.
  const known = firstFrom(table, -Number.MAX_VALUE)
  for (const one of rowsBetween(set, 0, known)) offer(one)
  const place = firstFrom(table, from, known)
  const next = rowFrom(set, place)
  if (next >= 0 && next < table.dated) offer(next)
  const before = rowBefore(set, place)
  // Of those that begin at the same instant the first.
  if (before >= known) offer(rowFrom(set, firstFrom(table, table.when.beginMin[before], known)))
  return nearest
}

/** An instant that stands for a row: its begin, or the first bound there is. */
function timeOf({ when }: Table, row: number): number {
  for (const bound of [when.beginMin[row], when.endMin[row], when.beginMax[row], when.endMax[row]]) {
    if (Number.isFinite(bound)) return bound
  }
  return 0
}

function lowerBound(rows: Uint32Array, value: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
