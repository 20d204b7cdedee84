/**
 * Instants: milliseconds since 1970-01-01T00:00Z as plain numbers, on the proleptic Gregorian calendar with astronomical
 * years (0 is 1 BCE). Own day arithmetic instead of Date, which ends at ±271,821 and takes the years 0–99 for 19xx.
 * Exact to the millisecond wherever the number itself is, for years within ±MAX_YEAR.
 */
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Beyond this many years from 0 a day number is no longer an exact double; texts that name such years are refused. */
export const MAX_YEAR = 1e13

/** A calendar reading; `month` and `day` count from 1, `year` is astronomical. */
export interface Fields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
}

const DAYS_IN_ERA = 146_097
/** Days from 0000-03-01, where the reckoning below begins, to 1970-01-01. */
const EPOCH_SHIFT = 719_468
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The remainder that is never negative. */
export function modulo(value: number, by: number): number {
  const rest = value % by
  // Adding 0 turns a negative zero into an ordinary one.
  return rest < 0 ? rest + by : rest + 0
}

/** Whether an astronomical year has a 29 February. */
export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** 28 to 31, for a month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!
}

/** Days since 1970-01-01. A month outside 1–12 or a day outside the month counts on into the neighbouring ones. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day is the last of its year and months have a regular length.
  const fromMarch = modulo(month - 3, 12)
  const y = year + Math.floor((month - 3) / 12)
  const beforeYear = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return beforeYear + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - EPOCH_SHIFT
}

/** The date of a day number; the inverse of daysFromCivil. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + EPOCH_SHIFT
  const inEra = modulo(shifted, DAYS_IN_ERA)
  const era = Math.round((shifted - inEra) / DAYS_IN_ERA)
  let y = Math.floor(inEra / 365.2425)
  if (dayOfEra(y + 1) <= inEra) y += 1
  else if (dayOfEra(y) > inEra) y -= 1
  const inYear = inEra - dayOfEra(y)
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: era * 400 + y + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

/** Days before 1 March of year `y` of an era of 400 years. */
function dayOfEra(y: number): number {
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
}

/** The instant of a calendar reading in UTC; what is left out is the start of the year, month or day. */
export function instantOf(fields: Partial<Fields> & { readonly year: number }): number {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0 } = fields
  return midnight(daysFromCivil(year, month, day), hour * HOUR + minute * MINUTE + second * SECOND + ms)
}

/**
 * The instant `rest` ms after the start of a day. Exact up to 2^53; beyond, where doubles are seconds apart, the nearest
 * one that does not fall into the day before.
 */
export function midnight(days: number, rest = 0): number {
  const low = modulo(days, 2 ** 20)
  // 86,400,000 is 84,375 · 2^10: scaling by powers of two is exact, and so are both summands.
  const high = ((days - low) / 2 ** 20) * 84_375 * 2 ** 30
  const nearest = high + (low * DAY + rest)
  if (Math.abs(nearest) <= Number.MAX_SAFE_INTEGER || dayOf(nearest) >= days + Math.floor(rest / DAY))
    return nearest
  return nearest + 2 ** (Math.floor(Math.log2(Math.abs(nearest))) - 52)
}

/** Days since 1970-01-01 of the UTC day that an instant lies in. */
export function dayOf(instant: number): number {
  return Math.round((instant - modulo(instant, DAY)) / DAY)
}

/** Calendar reading of a finite instant in UTC; fractions of a millisecond are dropped. */
export function fieldsOf(instant: number): Fields {
  const whole = Math.floor(instant)
  const rest = modulo(whole, DAY)
  return {
    ...civilFromDays(Math.round((whole - rest) / DAY)),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor(rest / MINUTE) % 60,
    second: Math.floor(rest / SECOND) % 60,
    ms: rest % SECOND,
  }
}

/** 1 (Monday) to 7 (Sunday) of a day number, as ISO 8601 counts. */
export function weekdayOf(days: number): number {
  return modulo(days + 3, 7) + 1
}

/**
 * The UTC day of an instant as EDTF: `2016-11-15`, `-0044-03-15`. Beyond four digits EDTF has years only: `Y12345`.
 * Open (infinite) instants give `..`.
 */
export function formatIsoDay(instant: number): string {
  if (!Number.isFinite(instant)) return ".."
  const { year, month, day } = fieldsOf(instant)
  if (Math.abs(year) > 9999) return `Y${year}`
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The last UTC day before an exclusive bound, as formatIsoDay writes it. */
export function formatIsoLastDay(end: number): string {
  // Half a day back where doubles lie further apart than a millisecond.
  return formatIsoDay(Math.abs(end) > Number.MAX_SAFE_INTEGER ? end - DAY / 2 : end - 1)
}

/**
 * An instant as ISO 8601 text in UTC, as short as it can be: the day alone at midnight, else `T09:30Z` with seconds and
 * milliseconds where they are not zero. Years beyond four digits carry a sign (`+12345-01-01`). parseInstant gives the
 * same number back, for whole milliseconds; infinite ones give `..`.
 */
export function formatInstant(instant: number): string {
  if (!Number.isFinite(instant)) return ".."
  const { year, month, day, hour, minute, second, ms } = fieldsOf(instant)
  const date = `${year > 9999 ? "+" : ""}${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (hour + minute + second + ms === 0) return date
  const fraction = ms ? `.${pad(ms, 3)}` : ""
  const seconds = second || ms ? `:${pad(second, 2)}${fraction}` : ""
  return `${date}T${pad(hour, 2)}:${pad(minute, 2)}${seconds}Z`
}

const INSTANT =
  /^(Y?-|Y|[+ ])?(\d{4,14})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z?)?)?)?$/

/**
 * The instant of an ISO day or day and time in UTC, or null for anything else. A year or month alone is its start;
 * `Y12345` and a plus sign that an address turned into a space are understood.
 */
export function parseInstant(text: string): number | null {
  const found = INSTANT.exec(text)
  if (!found) return null
  const year = Number(found[2]) * (found[1]?.endsWith("-") ? -1 : 1)
  const [month, day, hour, minute, second] = [3, 4, 5, 6, 7].map((at, i) =>
    Number(found[at] ?? (i < 2 ? 1 : 0)),
  )
  if (Math.abs(year) > MAX_YEAR || month! < 1 || month! > 12) return null
  if (day! < 1 || day! > daysInMonth(year, month!) || hour! > 23 || minute! > 59 || second! > 59) return null
  // Adding 0 makes the year of "-0000" an ordinary zero.
  return instantOf({
    year: year + 0,
    month,
    day,
    hour,
    minute,
    second,
    ms: Number((found[8] ?? "0").padEnd(3, "0")),
  })
}

function pad(value: number, length: number): string {
  return (value < 0 ? "-" : "") + String(Math.abs(value)).padStart(length, "0")
}
