import { canonicalEdtf } from "../../model/edtf-text.ts"
import { fieldsOf, MINUTE } from "../../time/instant.ts"
import { day, readLooseDate, yearText, type DayOrder } from "../tabular/looseDates.ts"
import { monthNamed } from "../tabular/months.ts"

/** What programs write for a date: `Sat May 20 1961 00:00:00 GMT-0600 (CST)`, `May 20 1961`. */
const MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(-?\d{1,6})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)\s*(?:GMT|UTC|Z)?\s*([+-]\d{2}:?\d{2})?.*)?$/i
/** `Sat, 20 May 1961 00:00:00 GMT` (RFC 5322). */
const DAY_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(-?\d{1,6})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*(GMT|UTC|Z|[+-]\d{2}:?\d{2})?.*)?$/i
/** Expanded years of ECMAScript, `-000050-03-15T00:00:00Z`, and years of any length as databases write them. */
const LONG_ISO = /^([+-]?\d{4,})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$/
/** Midnight, in whatever zone, is what programs write where they know the day alone. */
const FILLER = /^([+-]?\d{4,}-\d{2}-\d{2})[T ]00:00(?::00(?:[.,]0+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/
/** Thousandths that are written and never known. */
const NO_FRACTION = /(T\d{2}:\d{2}:\d{2})\.0+(?=Z|[+-]|$)/
/** Dates of .NET and of old Ajax: milliseconds, perhaps with an offset that only says how they were shown. */
const IN_SLASHES = /^\/?Date\((-?\d+)([+-]\d{4})?\)\/?$/

/**
 * The EDTF of a date as programs write it, or as people do (readLooseDate); null for anything else. The day is the one
 * that is written, whatever the offset; midnight is filler.
 */
export function readDate(input: string, order: DayOrder = "dmy"): string | null {
  const text = input.trim().replace(FILLER, "$1").replace(NO_FRACTION, "$1")
  const slashes = IN_SLASHES.exec(text)
  if (slashes) return dateOfInstant(Number(slashes[1]), slashes[2] ? offsetOf(slashes[2]) : 0)
  return fromScript(text) ?? readLooseDate(text, order) ?? fromLongIso(text)
}

/** The same for a value that may be milliseconds since 1970, as dates of JavaScript are kept; "" for nothing. */
export function dateOfValue(value: unknown, order: DayOrder = "dmy"): string {
  if (typeof value === "number") return dateOfInstant(value, 0) ?? String(value)
  if (typeof value !== "string") return ""
  const text = value.trim()
  return readDate(text, order) ?? text
}

/** Milliseconds since 1970 as EDTF by a clock `offset` ms ahead of UTC: a day where it is midnight, else to the second. */
export function dateOfInstant(instant: number, offset: number): string | null {
  if (!Number.isFinite(instant) || Math.abs(instant) > 1e19) return null
  const { year, month, day: date, hour, minute, second } = fieldsOf(instant + offset)
  const clock = hour + minute + second === 0 ? undefined : `${two(hour)}:${two(minute)}:${two(second)}`
  return day(year, month, date, clock && clock + (offset === 0 ? "Z" : signed(offset)))
}

/** A year as a bare number has it: `6`, `-500`, `2016`, `1899000`; null for anything else. */
export function yearOf(text: string): string | null {
  return /^[+-]?\d{1,12}$/.test(text) ? yearText(Number(text) + 0) : null
}

function fromLongIso(text: string): string | null {
  const found = LONG_ISO.exec(text)
  if (!found) return null
  const [, year, month, date, clock] = found
  return day(Number(year) + 0, Number(month), Number(date), clock)
}

function fromScript(text: string): string | null {
  const first = MONTH_FIRST.exec(text)
  if (first) {
    const month = monthNamed(first[1]!)
    return month ? day(Number(first[3]), month, Number(first[2]), clockOf(first[4], first[5])) : null
  }
  const second = DAY_FIRST.exec(text)
  const month = second && monthNamed(second[2]!)
  return month ? day(Number(second[3]), month, Number(second[1]), clockOf(second[4], second[5])) : null
}

function clockOf(clock: string | undefined, offset: string | undefined): string | undefined {
  return clock && clock + (offset ?? "")
}

function offsetOf(text: string): number {
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3))
  return (text.startsWith("-") ? -minutes : minutes) * MINUTE
}

function signed(offset: number): string {
  const minutes = Math.abs(Math.round(offset / MINUTE))
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}

/** What is known of the two ends of a stretch; "" where nothing is. All EDTF dates. */
export interface Bounds {
  readonly start: string
  readonly latestStart: string
  readonly earliestEnd: string
  readonly end: string
}

/**
 * The EDTF of a stretch whose ends lie in windows. EDTF has no windows within a stretch: one that is just a month, a year
 * or a decade is written as that; of others the outer bound is kept and marked as about. Null for bounds that run
 * backwards.
 */
export function stretchText({ start, latestStart, earliestEnd, end }: Bounds): string | null {
  const first = windowText(start || latestStart, latestStart || start, start || latestStart)
  const last = windowText(earliestEnd || end, end || earliestEnd, end || earliestEnd)
  if (last === "") return canonicalEdtf(first)
  return first === last ? canonicalEdtf(first) : canonicalEdtf(`${first}/${last}`)
}

/** One moment somewhere between two dates. */
export function momentWithin(first: string, last: string): string | null {
  if (first === "" || last === "" || first === last) return canonicalEdtf(first || last)
  // A window in EDTF is one of days: clock times cannot stand in it.
  const [from, to] = [first.replace(/T.*$/, ""), last.replace(/T.*$/, "")]
  return canonicalEdtf(from === to ? from : `[${from}..${to}]`)
}

function windowText(from: string, to: string, outer: string): string {
  if (from === to) return from
  const unit = unitOf(from, to)
  if (unit !== null) return unit
  return outer.includes("T") ? outer : `${outer}~`
}

const MONTH_DAYS = /^(-?\d{4}-\d{2})-01\/\1-(28|29|30|31)$/
const YEAR_DAYS = /^(-?\d{4})(?:-01(?:-01)?)?\/\1(?:-12(?:-31)?)?$/
const DECADE = /^(-?\d{3})0(?:-01-01)?\/\1(9)(?:-12-31)?$/

function unitOf(from: string, to: string): string | null {
  const both = `${from}/${to}`
  const month = MONTH_DAYS.exec(both)
  // The last day of a month is the one after which no other is.
  if (month && canonicalEdtf(`${month[1]}-${Number(month[2]) + 1}`) === null) return month[1]!
  const year = YEAR_DAYS.exec(both)
  if (year) return year[1]!
  const decade = DECADE.exec(both)
  return decade ? `${decade[1]}X` : null
}
