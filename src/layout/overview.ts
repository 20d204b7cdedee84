import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { instantAt, type Domain } from "./scale.ts"

export interface OverviewOptions {
  readonly table: Table
  readonly selected: Pick<Selected, "rows">
  /** The stretch shown. */
  readonly extent: Domain
  /** Pixels of it. */
  readonly along: number
  /** Pixels of a column; 3 where nothing is said. */
  readonly width?: number
}

/** Counts over the whole extent, in columns of `width` px from along 0. */
export interface Overview {
  readonly along: number
  readonly width: number
  readonly extent: Domain
  readonly all: Uint32Array
  readonly passing: Uint32Array
  /** Greatest count of `all`. */
  readonly peak: number
}

/**
 * Density of all dated rows and of those that pass. A row counts once, in the column where it begins (or where it is
 * first known of); rows outside the extent count at its edge, so that the sum is always the number of dated rows.
 * O(columns · log rows), since rows stand in the order of their begin.
 */
export function layoutOverview({ table, selected, extent, along, width = 3 }: OverviewOptions): Overview {
  const columns = Math.max(1, Math.ceil(along / width))
  const count = (rows: Rows) =>
    countColumns(table, rows, columns, column => instantAt(extent, along, column * width))
  const all = count({ length: table.dated, at: place => place })
  const passing = count({ length: datedOf(table, selected.rows), at: place => selected.rows[place] })
  return { along, width, extent, all, passing, peak: all.reduce((most, count) => Math.max(most, count), 0) }
}

/** Dated rows, ascending. */
interface Rows {
  readonly length: number
  at(place: number): number
}

function datedOf({ dated }: Table, rows: Uint32Array): number {
  return firstPlace(rows.length, place => rows[place] >= dated)
}

function countColumns(
  table: Table,
  rows: Rows,
  columns: number,
  edge: (column: number) => number,
): Uint32Array {
  const counts = new Uint32Array(columns)
  const { beginMin } = table.when
  const begin = (place: number) => beginMin[rows.at(place)]
  // Those that began no one knows when stand first, and are counted where they are first known of.
  const known = firstPlace(rows.length, place => begin(place) !== -Infinity)
  for (let place = 0; place < known; place++) {
    const anchor = anchorOf(table, rows.at(place))
    counts[Math.max(0, firstPlace(columns, column => edge(column) > anchor) - 1)]++
  }
  let from = known
  for (let column = 0; column < columns; column++) {
    const to =
      column === columns - 1
        ? rows.length
        : from + firstPlace(rows.length - from, place => begin(from + place) >= edge(column + 1))
    counts[column] += to - from
    from = to
  }
  return counts
}

/** The first of `length` places at which a condition holds that holds from there on. */
function firstPlace(length: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The instant at which a row is counted that began no one knows when. */
function anchorOf({ when }: Table, row: number): number {
  const known = Math.min(when.beginMax[row], when.endMin[row] === -Infinity ? Infinity : when.endMin[row])
  return Math.min(known, when.endMax[row])
}
