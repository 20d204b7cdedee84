import type { Table } from "../table/table.ts"
import { EXTRAS } from "./extras.ts"
import { tableEngine, type MemoryEngine } from "./tableEngine.ts"

export type { MemoryEngine }

/** The engine over a table in memory, for every selection. */
export function memoryEngine(table: Table): MemoryEngine {
  return tableEngine(table, () => EXTRAS)
}
