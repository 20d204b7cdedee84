import { alongOf } from "./scale.ts"
import type { LaneBins } from "./scene.ts"
import type { ViewOptions } from "./timeline.ts"

/** Pixels of one column of counts. */
const WIDTH = 2

/**
 * Counts of rows of a lane that is too dense to show them as marks: each stands once, where it begins, or in the first
 * column where it began before the view.
 */
export function binMarks(
  { table, selected, domain, along }: Pick<ViewOptions, "table" | "selected" | "domain" | "along">,
  lane: number,
  rows: readonly number[],
): LaneBins {
  const columns = Math.max(1, Math.ceil(along / WIDTH))
  const passing = new Uint32Array(columns)
  const all = new Uint32Array(columns)
  let peak = 0
  for (const row of rows) {
    const begin = alongOf(domain, along, table.when.beginMin[row])
    const column = Math.max(0, Math.min(columns - 1, Math.floor(begin / WIDTH)))
    const count = ++all[column]
    if (selected.fails[row] === 0) passing[column]++
    if (count > peak) peak = count
  }
  return { lane, width: WIDTH, passing, all, peak }
}
