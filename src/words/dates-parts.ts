import { daysFromCivil, weekdayOf, type Fields } from "../time/instant.ts"
import type { DateLocale } from "./dates-locale.ts"
import type { AxisWords, Pair } from "./dates-words.ts"
import { withDigits } from "./numbers.ts"

/** What saying a plain date takes: the language, the locale, the zone of clock times, and whether days get their weekday. */
export interface PlainSpeaker {
  readonly words: AxisWords
  readonly locale: DateLocale
  readonly zone: string
  readonly weekday: boolean
}

/** A calendar day. */
export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Two days with their common month and year said once. */
export function pairOfDays(
  a: Civil,
  b: Civil,
  { words, locale, weekday }: PlainSpeaker,
  short = false,
): Pair {
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

/** Two months with their common year said once. */
export function pairOfMonths(a: Civil, b: Civil, { words, locale }: PlainSpeaker, short = false): Pair {
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
export function pairOfYears(a: number, b: number, { words, locale }: PlainSpeaker): Pair {
  const [first, second] = sayYears(a, b, words, locale)
  return { first, second, tight: a > 0 === b > 0 }
}

/** A first date keeps its own era, since its year does not stand beside the second's. */
function yearOfFirst(a: number, b: number, bare: string, words: AxisWords, locale: DateLocale): string {
  return a > 0 && b > 0 ? bare : words.year(a, locale, "always")
}

/** A calendar day of fields, in words. */
export function sayFields(fields: Civil, speaker: PlainSpeaker): string {
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

/** "UTC+2" or as the language has it, of minutes east of UTC. */
export function sayZone(offset: number, { words, locale }: Pick<PlainSpeaker, "words" | "locale">): string {
  const size = Math.abs(offset)
  const minutes = Math.floor(size % 60)
  const hours = `${Math.floor(size / 60)}${minutes ? `:${two(minutes)}` : ""}`
  return words.zone(offset === 0 ? "" : withDigits(`${offset < 0 ? "-" : "+"}${hours}`, locale))
}

/** Two years, their common era said once. */
export function sayYears(low: number, high: number, words: AxisWords, locale: DateLocale): [string, string] {
  const oneEra = low > 0 === high > 0
  return [
    words.year(low, locale, oneEra ? "none" : "always"),
    words.year(high, locale, oneEra && high > 0 ? "auto" : "always"),
  ]
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
