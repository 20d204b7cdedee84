import type { Selected } from "./engine.ts"

/** The passing row before or after a row in time, or -1 at an end; from -1, the first or the last. */
export function stepRow(answer: Selected, row: number, direction: 1 | -1): number {
  const { rows } = answer
  if (row < 0) return (direction === 1 ? rows[0] : rows.at(-1)) ?? -1
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  const next = direction === -1 ? low - 1 : rows[low] === row ? low + 1 : low
  return rows[next] ?? -1
}
