import type { LaneView } from "./bins.ts"
import { rowFrom } from "./rowBits.ts"

/**
 * For each so many columns of counts of a dense lane the first row of what passes that begins in them, to be named there;
 * by time. None where nothing begins, or what does is among `left`, which stand as marks with names of their own.
 */
export function samplesOf(
  { passing, edges }: LaneView,
  lane: number,
  columns: number,
  left: readonly number[],
): number[] {
  const samples: number[] = []
  const end = edges.length - 1
  for (let from = 0; from < end; from += columns) {
    const row = rowFrom(passing[lane], edges[from])
    if (row >= 0 && row < edges[Math.min(from + columns, end)] && !left.includes(row)) samples.push(row)
  }
  return samples
}
