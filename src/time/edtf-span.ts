import { SEASON, seasonOf, type EdtfDate, type EdtfTime, type EdtfYear } from "./edtf-types.ts"
import { HOUR, MAX_YEAR, MINUTE, SECOND, daysFromCivil, daysInMonth, midnight } from "./instant.ts"
import { PRECISION, type Precision } from "./when.ts"

/**
 * The half-open stretch [from, to) that a date leaves open, from the earliest day it can be to the end of the latest; ms
 * since 1970 UTC, a clock time without a zone taken as UTC. Null where no such date exists (`2015-02-29`, `2016-13`).
 */
export function spanOf(date: EdtfDate): readonly [from: number, to: number] | null {
  const years = yearsOf(date.year)
  if (!years) return null
  const [first, last] = years
  const season = seasonOf(date)
  if (season !== null) {
    if (season > SEASON.last || date.day !== null) return null
    const { month, length } = monthsOfSeason(season)
    return [monthStart(first, month), monthStart(last, month + length)]
  }
  if (date.month === null) return [monthStart(first, 1), monthStart(last + 1, 1)]
  const months = matching(date.month, 1, 12)
  if (months.length === 0) return null
  if (date.day === null) return [monthStart(first, months[0]!), monthStart(last, months.at(-1)! + 1)]
  const from = firstDay(date.year, date.day, months, years)
  const to = lastDay(date.year, date.day, months, years)
  if (from === null || to === null) return null
  return date.time ? clockSpan(from, date.time) : [midnight(from), midnight(to + 1)]
}

/** First and last astronomical year that a year can be, or null where it is out of reach or is written `-0000`. */
export function yearsOf(year: EdtfYear): readonly [first: number, last: number] | null {
  let low = Number(year.digits.replaceAll("X", "0"))
  let high = Number(year.digits.replaceAll("X", "9"))
  if (year.exponent !== null) low = high = low * 10 ** year.exponent
  if (year.significant !== null) {
    const unit = 10 ** (String(Number(year.digits)).length + (year.exponent ?? 0) - year.significant)
    if (unit < 1 || low === 0) return null
    low = Math.floor(low / unit) * unit
    high = low + unit - 1
  }
  if (high > MAX_YEAR) return null
  if (!year.negative) return [low, high]
  return high === 0 ? null : [-high, -Math.max(low, 1)]
}

/** How finely a date is known: of a masked date, the part to the left of its first X. */
export function precisionOf(date: EdtfDate): Precision {
  const years = yearPrecision(date.year)
  if (years < PRECISION.year || date.month === null) return years
  if (seasonOf(date) !== null) return PRECISION.season
  if (date.month.includes("X")) return PRECISION.year
  if (date.day === null || date.day.includes("X")) return PRECISION.month
  if (!date.time) return PRECISION.day
  if (date.time.minute === null) return PRECISION.hour
  return date.time.second === null ? PRECISION.minute : PRECISION.second
}

function yearPrecision(year: EdtfYear): Precision {
  const masked = year.digits.indexOf("X")
  const length = year.long ? year.digits.length + (year.exponent ?? 0) : 4
  const zeros = year.long ? 0 : 4 - String(Number(year.digits)).length
  const known = masked >= 0 ? masked : year.significant === null ? length : zeros + year.significant
  const missing = length - known
  if (missing === 0) return PRECISION.year
  if (missing === 1) return PRECISION.decade
  return missing === 2 ? PRECISION.century : PRECISION.millennium
}

/**
 * First month and length of a season. Without a hemisphere (21–24) the northern months stand, as most catalogues mean
 * it; winter in the north and summer in the south run on into the next year.
 */
export function monthsOfSeason(code: number): { month: number; length: number } {
  if (code < SEASON.north) return { month: 3 + 3 * (code - SEASON.first), length: 3 }
  if (code < SEASON.south) return { month: 3 + 3 * (code - SEASON.north), length: 3 }
  if (code < SEASON.quarter) return { month: [9, 12, 3, 6][code - SEASON.south]!, length: 3 }
  if (code < SEASON.quadrimester) return { month: 1 + 3 * (code - SEASON.quarter), length: 3 }
  if (code < SEASON.semestral) return { month: 1 + 4 * (code - SEASON.quadrimester), length: 4 }
  return { month: 1 + 6 * (code - SEASON.semestral), length: 6 }
}

/** Numbers from `low` to `high` that a two-character mask can stand for, ascending. */
export function matching(mask: string, low: number, high: number): readonly number[] {
  if (!mask.includes("X")) {
    const value = Number(mask)
    return value >= low && value <= high ? [value] : []
  }
  const numbers: number[] = []
  for (let value = low; value <= high; value += 1) {
    if (fits(mask, String(value).padStart(2, "0"))) numbers.push(value)
  }
  return numbers
}

function fits(mask: string, digits: string): boolean {
  for (let at = 0; at < mask.length; at += 1) if (mask[at] !== "X" && mask[at] !== digits[at]) return false
  return true
}

type Years = readonly [first: number, last: number]

function firstDay(mask: EdtfYear, dayMask: string, months: readonly number[], [first, last]: Years) {
  for (let year = first; year <= last; year += 1) {
    if (!yearFits(mask, year)) continue
    for (const month of months) {
      const days = matching(dayMask, 1, daysInMonth(year, month))
      if (days.length) return daysFromCivil(year, month, days[0]!)
    }
  }
  return null
}

function lastDay(mask: EdtfYear, dayMask: string, months: readonly number[], [first, last]: Years) {
  for (let year = last; year >= first; year -= 1) {
    if (!yearFits(mask, year)) continue
    for (const month of months.toReversed()) {
      const days = matching(dayMask, 1, daysInMonth(year, month))
      if (days.length) return daysFromCivil(year, month, days.at(-1)!)
    }
  }
  return null
}

function yearFits(mask: EdtfYear, year: number): boolean {
  return fits(mask.digits, String(Math.abs(year)).padStart(4, "0"))
}

function monthStart(year: number, month: number): number {
  return midnight(daysFromCivil(year, month, 1))
}

function clockSpan(day: number, time: EdtfTime): readonly [number, number] {
  const { hour, minute, second, ms, offset } = time
  const rest =
    hour * HOUR + (minute ?? 0) * MINUTE + (second ?? 0) * SECOND + (ms ?? 0) - (offset ?? 0) * MINUTE
  const from = midnight(day) + rest
  if (minute === null) return [from, from + HOUR]
  if (second === null) return [from, from + MINUTE]
  return [from, from + (ms === null ? SECOND : 1)]
}
