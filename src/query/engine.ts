import type { FacetName } from "../table/table.ts"
import type { ClauseName, Selection } from "./selection.ts"

/** What any engine is asked. A plain value from memory, a promise from a database; see memory.ts. */
export interface Engine {
  select(selection: Selection): Selected | Promise<Selected>
}

export interface Selected {
  readonly total: number
  readonly passed: number
  /** One bit per clause (order of CLAUSES) that the row fails; 0 for a row that passes. */
  readonly fails: Uint16Array
  /** The rows that pass, ascending. */
  readonly rows: Uint32Array
  /**
   * Beside each value of each facet: how many events choosing it would give, given all the other filters (with
   * match=all, actors already chosen stay required). By code, roll-up included, code 0 "not stated".
   */
  readonly counts: Readonly<Record<FacetName, Uint32Array>>
  /** For each clause, how many more events would pass were it lifted alone: what an empty result recommends. */
  readonly freedBy: Readonly<Record<ClauseName, number>>
}
