import type { Selected } from "../query/engine.ts"
import type { FacetName, Table } from "../table/table.ts"

/** What lanes can stand for. */
export type LaneField = Exclude<FacetName, "tag"> | "none"

export interface Lane {
  /** Code of its value in the facet's dictionary; -1 for the rest, and for the one lane of "none". */
  readonly code: number
  /** Id of its value; "" for the rest. */
  readonly id: string
  readonly name: string
  /** Passing rows that stand in it. */
  readonly count: number
  /** How many of the lanes shown it lies under. */
  readonly depth: number
  readonly pinned: boolean
}

export interface LaneOptions {
  /** Ids that stand on top, in this order. */
  readonly pins: readonly string[]
  /** Most lanes that are not pinned, without the rest. */
  readonly most: number
  readonly sort: "importance" | "first" | "count" | "name"
  /** Name of a code; asked with -1 for the rest. */
  readonly name: (code: number) => string
  /** BCP 47, for sorting by name. */
  readonly lang?: string
}

export declare function chooseLanes(
  table: Table,
  selected: Pick<Selected, "rows">,
  field: LaneField,
  options: LaneOptions,
): Lane[]
