import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { lanesOf, type Lane, type LaneField } from "./lanes.ts"

/** The mark that the keyboard is on. */
export interface Focus {
  readonly row: number
  readonly lane: number
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
  readonly selected: Pick<Selected, "rows">
  readonly field: LaneField
  readonly lanes: readonly Pick<Lane, "code">[]
}

/** Events that a page goes over. */
const PAGE = 10

/**
 * Where a step leads, over all dated rows that pass, drawn or not; in time by the order of the table, between lanes to
 * the event that begins nearest in time in the next lane that holds any. Without a focus the first event (or for a
 * backward step the last). The same focus where there is nothing farther; null where nothing passes. O(rows).
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
      const step = isBackward ? -1 : 1
      for (let i = isBackward ? index - 1 : index + forward; i >= 0 && i < rows.length; i += step) {
        if (standsIn(rows[i]).includes(focus.lane)) return { row: rows[i], lane: focus.lane }
      }
      return focus
    }
    case "laneNext":
    case "lanePrevious":
      return acrossLanes(options, rows, focus, isBackward ? -1 : 1)
  }
}

function acrossLanes(
  { table, field, lanes }: NavigateOptions,
  rows: Uint32Array,
  focus: Focus,
  step: 1 | -1,
): Focus {
  const standsIn = lanesOf(table, field, lanes)
  const from = timeOf(table, focus.row)
  const nearest = lanes.map(() => ({ row: -1, distance: Infinity }))
  for (const row of rows) {
    const distance = Math.abs(timeOf(table, row) - from)
    // The event itself wins in every lane it stands in: crossing to its other actor stays with it.
    const rank = row === focus.row ? -1 : distance
    for (const lane of standsIn(row))
      if (rank < nearest[lane].distance) nearest[lane] = { row, distance: rank }
  }
  for (let lane = focus.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    if (nearest[lane].row >= 0) return { row: nearest[lane].row, lane }
  }
  return focus
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
