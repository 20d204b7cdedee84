import { alongOf } from "./scale.ts"
import type { ScenePeriod, SceneTick } from "./scene.ts"
import type { ViewOptions } from "./timeline.ts"

/** Ticks where they stand along; one before the view is kept, since it may name what the view begins in. */
export function placeTicks({
  ticks,
  domain,
  along,
}: Pick<ViewOptions, "ticks" | "domain" | "along">): SceneTick[] {
  return ticks.map(({ at, unit, major, text = "" }) => ({
    at,
    along: alongOf(domain, along, at),
    unit,
    major,
    text,
  }))
}

/** Periods that are in view, numbered as they came in. */
export function placePeriods({
  periods,
  domain,
  along,
}: Pick<ViewOptions, "periods" | "domain" | "along">): ScenePeriod[] {
  const placed: ScenePeriod[] = []
  periods.forEach(({ from, to, coverage, text }, index) => {
    if (!(from < domain[1] && to > domain[0])) return
    placed.push({ index, from: alongOf(domain, along, from), to: alongOf(domain, along, to), coverage, text })
  })
  return placed
}
