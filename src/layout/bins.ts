import type { LanePlan } from "./lanes.ts"
import type { Bin } from "./scene.ts"
import type { TimelineOptions } from "./timeline.ts"

/** Pixels of a column of density. */
export const BIN = 3

/**
 * The rows of a lane as columns of counts. Each row is counted once, at the middle of its finite bounds, so that the
 * columns of the whole extent add up to all rows of the lane.
 */
export function binLane(
  options: TimelineOptions,
  plan: LanePlan,
  lane: number,
  base: number,
  height: number,
): Bin[] {
  const { table, answer, scale, colourOf } = options
  const { type } = table.facets
  const count = Math.ceil(scale.length / BIN)
  const passed = new Uint32Array(count)
  const total = new Uint32Array(count)
  const colours = new Map<number, Map<number, number>>()
  for (const row of plan.rows) {
    if (row >= table.dated) break
    const at = Math.floor(scale.along(middleOf(table.when, row)) / BIN)
    if (at < 0 || at >= count) continue
    total[at]!++
    if (answer.fails[row] !== 0) continue
    passed[at]!++
    const colour = colourOf(type.codes[type.offsets[row]!]!)
    let tally = colours.get(at)
    if (!tally) colours.set(at, (tally = new Map()))
    tally.set(colour, (tally.get(colour) ?? 0) + 1)
  }
  const tallest = total.reduce((a, b) => Math.max(a, b), 1)
  const bins: Bin[] = []
  for (let at = 0; at < count; at++) {
    if (total[at] === 0) continue
    bins.push({
      lane,
      from: at * BIN,
      to: (at + 1) * BIN,
      passed: passed[at]!,
      total: total[at]!,
      colour: mostOf(colours.get(at)),
      base,
      height,
      share: passed[at]! / tallest,
      shareTotal: total[at]! / tallest,
    })
  }
  return bins
}

function mostOf(tally: Map<number, number> | undefined): number {
  let best = -1
  let most = 0
  for (const [colour, n] of tally ?? []) if (n > most) [best, most] = [colour, n]
  return best
}

/** The middle of the finite bounds of a dated row. */
export function middleOf(
  when: { beginMin: Float64Array; beginMax: Float64Array; endMin: Float64Array; endMax: Float64Array },
  row: number,
): number {
  const from = Number.isFinite(when.beginMin[row]!)
    ? when.beginMin[row]!
    : Math.min(when.beginMax[row]!, when.endMin[row]!)
  const to = Number.isFinite(when.endMax[row]!)
    ? when.endMax[row]!
    : Math.max(when.endMin[row]!, when.beginMax[row]!)
  const low = Number.isFinite(from) ? from : to
  const high = Number.isFinite(to) ? to : from
  return (low + high) / 2
}
