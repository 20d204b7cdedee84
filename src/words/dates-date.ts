import { seasonOf, DOUBT, type EdtfDate, type EdtfYear } from "../time/edtf-types.ts"
import { matching, spanOf, yearsOf } from "../time/edtf-span.ts"
import {
  civilFromDays,
  dayOf,
  daysFromCivil,
  fieldsOf,
  MINUTE,
  weekdayOf,
  type Fields,
} from "../time/instant.ts"
import { clockIn, offsetAt } from "../time/zone.ts"
import type { DateLocale } from "./dates-locale.ts"
import type { DateWords, Pair, Unit } from "./dates-words.ts"
import { withDigits } from "./numbers.ts"

/** What saying a date takes: the language, the locale, the zone of clock times, and whether days get their weekday. */
export interface Speaker {
  readonly words: DateWords
  readonly locale: DateLocale
  readonly zone: string
  readonly weekday: boolean
}

/** One date in words with what is doubtful about it; `inside` where it stands after a preposition. */
export function sayDate(date: EdtfDate, speaker: Speaker, inside = false): string {
  const { words } = speaker
  const doubt = wholeDoubt(date)
  if (doubt !== null) return sayDoubt(sayPlainDate(date, speaker, inside || doubt !== 0), doubt, words)
  const parts = [0, 1, 2]
  return words.doubtfulParts(
    sayPlainDate(date, speaker, inside),
    parts.filter(part => date.doubts[part]! & DOUBT.approximate),
    parts.filter(part => date.doubts[part]! & DOUBT.uncertain),
  )
}

/** The doubt that all parts of a date share (0 is none), or null where they differ. */
export function wholeDoubt(date: EdtfDate): number | null {
  const [year, month, day] = date.doubts
  const same = (date.month === null || month === year) && (date.day === null || day === year)
  return same ? year : null
}

/** Words of a date under a doubt about all of it. */
export function sayDoubt(said: string, doubt: number, words: DateWords): string {
  const about = doubt & DOUBT.approximate ? words.approximate(said) : said
  return doubt & DOUBT.uncertain ? words.uncertain(about) : about
}

function sayPlainDate(date: EdtfDate, speaker: Speaker, inside: boolean): string {
  const { words, locale } = speaker
  if (date.time) return sayTimed(date, speaker)
  if (date.month === null) return sayYear(date.year, speaker, inside)
  const exact = isExactYear(date.year)
  const year = sayYear(date.year, speaker, true)
  const season = seasonOf(date)
  if (season !== null) return words.season(season, year, exact)
  if (date.day === null) return sayMonth(date.month, year, exact, speaker)
  return (
    sayDay(date.day, date.month, year, date, speaker) ??
    sayHull(date, "day", { words, locale, zone: "UTC", weekday: false })
  )
}

/** Whether a year is one year, written out. */
function isExactYear(year: EdtfYear): boolean {
  return !year.digits.includes("X") && year.significant === null
}

function sayYear(year: EdtfYear, { words, locale }: Speaker, inside: boolean): string {
  const span = yearsOf(year)
  if (!span) return words.unknownYear
  const [low, high] = span
  if (isExactYear(year)) return words.year(low, locale, "auto")
  if (year.significant !== null) {
    if (low === high) return words.year(low, locale, "auto")
    const value = Number(year.digits) * 10 ** (year.exponent ?? 0) * (year.negative ? -1 : 1)
    return words.estimated(words.year(value, locale, "auto"), ...sayYears(low, high, words, locale))
  }
  const masked = year.digits.replace(/X+$/, "")
  if (masked === "") return words.unknownYear
  if (!masked.includes("X")) {
    // What is 1600–1699 BCE in astronomical years is 1601–1700 as it is counted: centuries match, decades do not.
    const number = Number(masked) * (year.negative ? -1 : 1)
    const counted = year.negative ? number - 1 : number + 1
    if (masked.length === 3 && number > 0) return words.decade(low, locale, inside)
    if (masked.length === 2 && (!year.negative || number < 0)) return words.century(counted, locale, inside)
    if (masked.length === 1 && (!year.negative || number < 0))
      return words.millennium(counted, locale, inside)
  }
  const [first, second] = sayYears(low, high, words, locale)
  return words.someBetween("year", { first, second, tight: false })
}

function sayYears(low: number, high: number, words: DateWords, locale: DateLocale): [string, string] {
  const oneEra = low > 0 === high > 0
  return [
    words.year(low, locale, oneEra ? "none" : "always"),
    words.year(high, locale, oneEra && high > 0 ? "auto" : "always"),
  ]
}

function sayMonth(mask: string, year: string, exact: boolean, { words, locale }: Speaker): string {
  const months = matching(mask, 1, 12)
  if (months.length === 12) return words.some("month", year)
  const name = (month: number) => words.month(month, locale, "full")
  const join = (said: string) => (exact ? words.date({ month: said, year }) : words.within(said, year))
  if (months.length <= 2) return join(words.either(months.map(name)))
  const last = exact ? words.date({ month: name(months.at(-1)!), year }) : name(months.at(-1)!)
  const said = words.someBetween("month", { first: name(months[0]!), second: last, tight: false })
  return exact ? said : words.within(said, year)
}

/** Words of a date with a day, or null where only its outermost days can be named. */
function sayDay(
  dayMask: string,
  monthMask: string,
  year: string,
  date: EdtfDate,
  speaker: Speaker,
): string | null {
  const { words, locale } = speaker
  const exact = isExactYear(date.year)
  const months = matching(monthMask, 1, 12)
  const days = matching(dayMask, 1, 31)
  if (months.length === 12) {
    if (days.length === 31) return words.some("day", year)
    return days.length === 1 ? words.dayOfSomeMonth(days[0]!, year, locale) : null
  }
  if (months.length > 1) return null
  const month = words.month(months[0]!, locale, "full")
  if (days.length === 31) {
    return words.some("day", exact ? words.date({ month, year }) : words.within(month, year))
  }
  const digits = (day: number) => withDigits(String(day), locale)
  const consecutive = days.length > 1 && days.at(-1) === days[0]! + days.length - 1
  if (consecutive)
    return exact ? null : words.within(someDays(digits(days[0]!), digits(days.at(-1)!), month, words), year)
  const day = words.either(days.map(digits))
  if (!exact) return words.within(words.date({ day, month }), year)
  return words.date({ weekday: weekdayOfDate(date, speaker, days.length === 1), day, month, year })
}

function someDays(first: string, last: string, month: string, words: DateWords): string {
  return words.someBetween("day", { first, second: words.date({ day: last, month }), tight: true })
}

function weekdayOfDate(date: EdtfDate, { weekday, words }: Speaker, single: boolean): string {
  const span = weekday && single ? spanOf(date) : null
  return span ? words.weekday(weekdayOf(dayOf(span[0]))) : ""
}

function sayHull(date: EdtfDate, unit: Unit, speaker: Speaker): string {
  const span = spanOf(date)
  if (!span) return speaker.words.unknownYear
  const last = dayOf(span[1]) - 1
  return speaker.words.someBetween(
    unit,
    pairOfDays(civilFromDays(dayOf(span[0])), civilFromDays(last), speaker),
  )
}

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Two days with their common month and year said once. */
export function pairOfDays(a: Civil, b: Civil, { words, locale, weekday }: Speaker, short = false): Pair {
  const form = short ? "short" : "full"
  const parts = (c: Civil) => ({
    weekday: weekday ? words.weekday(weekdayOf(daysFromCivil(c.year, c.month, c.day))) : "",
    day: withDigits(String(c.day), locale),
    month: words.month(c.month, locale, form),
  })
  const sameYear = a.year === b.year
  const sameMonth = sameYear && a.month === b.month
  const [yearA, yearB] = sayYears(a.year, b.year, words, locale)
  const first = parts(a)
  return {
    first: words.date(
      sameMonth
        ? { ...first, month: "" }
        : { ...first, year: sameYear ? "" : yearOfFirst(a.year, b.year, yearA, words, locale) },
    ),
    second: words.date({ ...parts(b), year: yearB }),
    tight: sameMonth && !weekday,
  }
}

/** A first date keeps its own era, since its year does not stand beside the second's. */
function yearOfFirst(a: number, b: number, bare: string, words: DateWords, locale: DateLocale): string {
  return a > 0 && b > 0 ? bare : words.year(a, locale, "always")
}

/** Two months with their common year said once. */
export function pairOfMonths(a: Civil, b: Civil, { words, locale }: Speaker, short = false): Pair {
  const form = short ? "short" : "full"
  const sameYear = a.year === b.year
  const [yearA, yearB] = sayYears(a.year, b.year, words, locale)
  return {
    first: words.date({
      month: words.month(a.month, locale, form),
      year: sameYear ? "" : yearOfFirst(a.year, b.year, yearA, words, locale),
    }),
    second: words.date({ month: words.month(b.month, locale, form), year: yearB }),
    tight: sameYear,
  }
}

/** Two years with their common era said once. */
export function pairOfYears(a: number, b: number, { words, locale }: Speaker): Pair {
  const [first, second] = sayYears(a, b, words, locale)
  return { first, second, tight: a > 0 === b > 0 }
}

/** A calendar day of fields, in words. */
export function sayFields(fields: Civil, speaker: Speaker): string {
  const { words, locale, weekday } = speaker
  return words.date({
    weekday: weekday ? words.weekday(weekdayOf(daysFromCivil(fields.year, fields.month, fields.day))) : "",
    day: withDigits(String(fields.day), locale),
    month: words.month(fields.month, locale, "full"),
    year: words.year(fields.year, locale, "auto"),
  })
}

/** `09:30`, with seconds where they count. */
export function sayClock(fields: Fields, seconds: boolean, locale: DateLocale): string {
  return withDigits(
    `${two(fields.hour)}:${two(fields.minute)}${seconds ? `:${two(fields.second)}` : ""}`,
    locale,
  )
}

/** A date with a clock time as read in the speaker's zone; one without a zone is said as it stands. */
export function readingOf(date: EdtfDate, zone: string): { fields: Fields; offset: number | null } {
  const start = spanOf(date)?.[0] ?? 0
  if (!date.time || date.time.offset === null) return { fields: fieldsOf(start), offset: null }
  return { fields: fieldsOf(clockIn(start, zone)), offset: (offsetAt(start, zone) ?? 0) / MINUTE }
}

function sayTimed(date: EdtfDate, speaker: Speaker): string {
  const { words, locale, zone } = speaker
  const { fields, offset } = readingOf(date, zone)
  const clock = sayClock(fields, date.time!.second !== null, locale)
  const zoned = offset === null ? clock : `${clock} ${sayZone(offset, speaker)}`
  return words.clock(sayFields(fields, speaker), zoned, date.time!.minute === null)
}

/** "UTC+2" or as the language has it, of minutes east of UTC. */
export function sayZone(offset: number, { words, locale }: Pick<Speaker, "words" | "locale">): string {
  const size = Math.abs(offset)
  const minutes = Math.floor(size % 60)
  const hours = `${Math.floor(size / 60)}${minutes ? `:${two(minutes)}` : ""}`
  return words.zone(offset === 0 ? "" : withDigits(`${offset < 0 ? "-" : "+"}${hours}`, locale))
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
