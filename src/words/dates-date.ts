import { seasonOf, DOUBT, type EdtfDate, type EdtfYear } from "../time/edtf-types.ts"
import { matching, spanOf, yearsOf } from "../time/edtf-span.ts"
import { civilFromDays, dayOf, fieldsOf, MINUTE, weekdayOf, type Fields } from "../time/instant.ts"
import { clockIn, offsetAt } from "../time/zone.ts"
import { pairOfDays, sayClock, sayFields, sayYears, sayZone, type PlainSpeaker } from "./dates-parts.ts"
import type { DateWords, Unit } from "./dates-words.ts"
import { withDigits } from "./numbers.ts"

/** What saying any date takes. */
export interface Speaker extends PlainSpeaker {
  readonly words: DateWords
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
