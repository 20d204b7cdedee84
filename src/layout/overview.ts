import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { alongOf, instantAt, type Domain } from "./scale.ts"

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

/** Where a stretch lies on the overview: from thumb to thumb, held within it and never too narrow to see. */
export interface Brush {
  readonly from: number
  readonly to: number
}

const LEAST_BRUSH = 4

/**
 * Density of all dated rows and of those that pass. A row counts once, in the column where it begins (or where it is
 * first known of); rows outside the extent count at its edge, so that the sum is always the number of dated rows.
 */
export function layoutOverview({ table, selected, extent, along, width = 3 }: OverviewOptions): Overview {
  const columns = Math.max(1, Math.ceil(along / width))
  const all = new Uint32Array(columns)
  const passing = new Uint32Array(columns)
  const columnOf = (row: number) => {
    const position = alongOf(extent, along, anchorOf(table, row))
    return Math.max(0, Math.min(columns - 1, Math.floor(position / width)))
  }
  for (let row = 0; row < table.dated; row++) all[columnOf(row)]++
  for (const row of selected.rows) if (row < table.dated) passing[columnOf(row)]++
  return { along, width, extent, all, passing, peak: all.reduce((most, count) => Math.max(most, count), 0) }
}

/** The instant at which a row is counted. */
function anchorOf({ when }: Table, row: number): number {
  const begin = when.beginMin[row]
  if (begin !== -Infinity) return begin
  const known = Math.min(when.beginMax[row], when.endMin[row] === -Infinity ? Infinity : when.endMin[row])
  return Math.min(known, when.endMax[row])
}

/** The brush that stands for a domain. */
export function brushOf(overview: Overview, domain: Domain): Brush {
  const hold = (position: number) => Math.max(0, Math.min(overview.along, position))
  const from = hold(alongOf(overview.extent, overview.along, domain[0]))
  const to = hold(alongOf(overview.extent, overview.along, domain[1]))
  if (to - from >= LEAST_BRUSH) return { from, to }
  const start = Math.max(0, Math.min(overview.along - LEAST_BRUSH, (from + to - LEAST_BRUSH) / 2))
  return { from: start, to: start + LEAST_BRUSH }
}

/** The domain that a brush chooses; its ends may come in either order. */
export function brushedDomain(overview: Overview, a: number, b: number): Domain {
  const at = (along: number) => instantAt(overview.extent, overview.along, along)
  return [at(Math.min(a, b)), at(Math.max(a, b))]
}
