import type { Selected } from "./engine.ts"
import { positionOf } from "./rows.ts"

/** The passing row before or after a row in time, or -1 at an end; from -1, the first or the last. */
export function stepRow(answer: Selected, row: number, direction: 1 | -1): number {
  const { rows } = answer
  if (row < 0) return (direction === 1 ? rows[0] : rows.at(-1)) ?? -1
  const at = positionOf(answer, row)
  const next = direction === -1 ? at - 1 : rows[at] === row ? at + 1 : at
  return rows[next] ?? -1
}
