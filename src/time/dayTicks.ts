import { DAY } from "./instant.ts"

/** A place on an axis that counts days from an event. */
export interface DayTick {
  readonly at: number
  /** Whole days after the origin, negative before it. */
  readonly days: number
}

/** Steps for each power of ten. */
const STEPS = [1, 2, 5]

/** Ticks at whole days counted from `origin`, at least `minPx` apart on an axis of `length` px; ascending. */
export function dayTicks(
  [from, to]: readonly [number, number],
  length: number,
  origin: number,
  minPx: number,
): DayTick[] {
  if (!(to > from && length > 0 && Number.isFinite(to - from))) return []
  const least = (((to - from) / length) * minPx) / DAY
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)))
  const step = [...STEPS.map(size => size * power), 10 * power].find(size => size >= least) ?? 10 * power
  const first = Math.ceil((from - origin) / DAY / step)
  const last = Math.floor((to - origin) / DAY / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    at: origin + (first + i) * step * DAY,
    days: (first + i) * step,
  }))
}
