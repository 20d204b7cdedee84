import type { Table } from "../table/table.ts"
import type { Selected } from "./engine.ts"

/** Position in an answer's rows of the first that is not before this row: where it stands, if it passes. */
export function positionOf({ rows }: Pick<Selected, "rows">, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle] < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The passing rows that have a date, ascending; a view, not a copy. */
export function datedRows(answer: Pick<Selected, "rows">, table: Table): Uint32Array {
  return answer.rows.subarray(0, positionOf(answer, table.dated))
}

/** The passing rows that have none, those of the tray; a view, not a copy. */
export function undatedRows(answer: Pick<Selected, "rows">, table: Table): Uint32Array {
  return answer.rows.subarray(positionOf(answer, table.dated))
}
