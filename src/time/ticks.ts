import { civilFromDays, DAY, daysFromCivil, fieldsOf, HOUR, midnight, MINUTE, SECOND } from "./instant.ts"
import { clockIn, instantAtClock } from "./zone.ts"

export type TickUnit =
  "second" | "minute" | "hour" | "day" | "month" | "year" | "decade" | "century" | "millennium"

/** A place on the axis. */
export interface Tick {
  readonly at: number
  readonly unit: TickUnit
  /** The coarser level that gives the context: days over hours, months over days. */
  readonly major: boolean
  /** What a clock in the zone of the axis reads there, as the instant at which UTC reads the same. */
  readonly clock: number
}

interface Step {
  readonly unit: "second" | "minute" | "hour" | "day" | "month" | "year"
  readonly size: number
  /** About how long, in ms: enough to choose by. */
  readonly length: number
}

const MONTH = 30.436875 * DAY
const YEAR = 365.2425 * DAY
/** The axis never has more, however it is asked. */
const MOST = 5000

const STEPS: readonly Step[] = [
  ...[1, 5, 15, 30].map(size => ({ unit: "second", size, length: size * SECOND }) as const),
  ...[1, 5, 15, 30].map(size => ({ unit: "minute", size, length: size * MINUTE }) as const),
  ...[1, 3, 6, 12].map(size => ({ unit: "hour", size, length: size * HOUR }) as const),
  ...[1, 2, 7].map(size => ({ unit: "day", size, length: size * DAY }) as const),
  ...[1, 3].map(size => ({ unit: "month", size, length: size * MONTH }) as const),
]

/**
 * Ticks for the domain [from, to) on an axis of `length` px: the finest round step whose ticks stand at least `minPx`
 * apart, and over them a coarser, major level. Ascending, minor before major where both fall together.
 *
 * From seconds to thousands of millions of years, across 1 BCE without a year 0. Steps of 7 days are the 1st, 8th, 15th
 * and 22nd, so that they agree with the months. Clock ticks and the days over them follow `zone`; days and all coarser
 * ticks stand at UTC midnights, where dates without a clock time lie. The first major tick may lie before the domain:
 * it names what the domain begins in. Nothing for an empty or infinite domain.
 */
export function ticks(
  [from, to]: readonly [number, number],
  length: number,
  { minPx = 60, zone = "UTC" }: { readonly minPx?: number; readonly zone?: string } = {},
): Tick[] {
  if (!(to > from && length > 0 && Number.isFinite(to - from))) return []
  const least = ((to - from) / length) * Math.max(minPx, length / MOST, 1)
  const step = STEPS.find(one => one.length >= least) ?? yearStep(least)
  const axisZone = isClock(step.unit) ? zone : "UTC"
  const minor = stepTicks(step, from, to, axisZone, step.unit, false)
  const context = contextOf(step, from)
  if (!context) return minor
  const ahead = from - 1.1 * context.step.length
  const major = stepTicks(context.step, ahead, to, axisZone, context.unit, true)
  const first = major.findLastIndex(tick => tick.at <= from)
  return [...minor, ...major.slice(Math.max(first, 0))].toSorted((a, b) => a.at - b.at)
}

function isClock(unit: Step["unit"]): boolean {
  return unit === "second" || unit === "minute" || unit === "hour"
}

function whole(unit: "day" | "month", length: number): { step: Step; unit: TickUnit } {
  return { step: { unit, size: 1, length }, unit }
}

function years(size: number, unit: TickUnit): { step: Step; unit: TickUnit } {
  return { step: { unit: "year", size, length: size * YEAR }, unit }
}

/** The least of 1, 2, 5, 10, 20, 50 … years that is long enough. */
function yearStep(least: number): Step {
  const wanted = least / YEAR
  const power = 10 ** Math.max(0, Math.floor(Math.log10(wanted)))
  const size = [1, 2, 5, 10].map(one => one * power).find(one => one >= wanted) ?? power
  return { unit: "year", size, length: size * YEAR }
}

function contextOf(step: Step, from: number): { step: Step; unit: TickUnit } | null {
  if (isClock(step.unit)) return whole("day", DAY)
  if (step.unit === "day") return whole("month", MONTH)
  if (step.unit === "month") return years(1, "year")
  // Before our era tens do not begin where decades are named from, so centuries give the context.
  if (step.size <= 2 && fieldsOf(from).year > 10) return years(10, "decade")
  if (step.size <= 20) return years(100, "century")
  return step.size <= 200 ? years(1000, "millennium") : null
}

function stepTicks(
  step: Step,
  from: number,
  to: number,
  zone: string,
  unit: TickUnit,
  major: boolean,
): Tick[] {
  const list: Tick[] = []
  const add = (at: number, clock: number) => {
    if (at >= from && at < to && list.length < MOST) list.push({ at, unit, major, clock })
  }
  if (isClock(step.unit) || zone !== "UTC") {
    // By the clock of the zone; readings that it skips in spring have no tick.
    for (let clock = floorTo(clockIn(from, zone), step.length); clock <= to + DAY; clock += step.length) {
      const at = instantAtClock(clock, zone)
      if (clockIn(at, zone) === clock) add(at, clock)
      if (at >= to) break
    }
    return list
  }
  for (const at of calendarSteps(step, from, to)) add(at, at)
  return list
}

function floorTo(value: number, size: number): number {
  return Math.floor(value / size) * size
}

function* calendarSteps({ unit, size }: Step, from: number, to: number): Generator<number> {
  const first = fieldsOf(from)
  if (unit === "year") yield* yearSteps(first.year, fieldsOf(to).year, size)
  else if (unit === "month") {
    const last = fieldsOf(to)
    const start = floorTo(first.year * 12 + first.month - 1, size)
    for (let month = start; month <= last.year * 12 + last.month; month += size) {
      yield midnight(daysFromCivil(0, month + 1, 1))
    }
  } else {
    const end = Math.ceil(to / DAY)
    for (let day = Math.floor(from / DAY); day < end; day += 1) {
      const inMonth = civilFromDays(day).day - 1
      // Where a step does not divide the month, its last tick gives way to the first of the next.
      if (size === 1 || (inMonth % size === 0 && inMonth < 31 - size)) yield midnight(day)
    }
  }
}

/** Years that are round as they are counted in their era: …, 200 BCE, 100 BCE, 1, 100, 200, … */
function* yearSteps(first: number, last: number, size: number): Generator<number> {
  if (size === 1) {
    for (let year = first; year <= last; year += 1) yield yearStart(year)
    return
  }
  const before = first > 0 ? -1 : Math.floor((1 - first) / size) * size
  for (let count = before; count > 0 && 1 - count <= last; count -= size) yield yearStart(1 - count)
  // Beside steps of two years the year 1 would crowd the year 2.
  if (first <= 1 && last >= 1 && size > 2) yield yearStart(1)
  for (let year = Math.max(size, floorTo(first, size)); year <= last; year += size) yield yearStart(year)
}

function yearStart(year: number): number {
  return midnight(daysFromCivil(year, 1, 1))
}
