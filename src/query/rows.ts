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
