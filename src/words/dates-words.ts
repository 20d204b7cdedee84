import type { DateLocale } from "./dates-locale.ts"

export type Unit = "time" | "minute" | "hour" | "day" | "month" | "year"

/** Two ends of a stretch, what they share said once: `17` and `23 November 2016`. */
export interface Pair {
  readonly first: string
  readonly second: string
  /** The first is a bare fragment that a dash joins without spaces. */
  readonly tight: boolean
}

/**
 * How one language puts together the dates of an axis: plain days, months, years and longer, and stretches of them. All
 * that the first picture says. Every number comes out in the locale's digits.
 */
export interface AxisWords {
  /** `full` doubles the name where the style has two; `short` is for axes. */
  month(month: number, locale: DateLocale, form: "full" | "short"): string
  /** 1 (Monday) to 7. */
  weekday(weekday: number): string
  /** An astronomical year with its era where a reader needs it, or always. */
  year(year: number, locale: DateLocale, era: "auto" | "none" | "always"): string
  /** "the 1560s", for a year ending in 0 and of our era. */
  decade(first: number, locale: DateLocale, inside: boolean): string
  /** 16 for 1500–1599; -2 for 200–101 BCE. */
  century(number: number, locale: DateLocale, inside: boolean): string
  millennium(number: number, locale: DateLocale, inside: boolean): string
  /** "15 November 2016" of its parts, in order; the weekday may be "". */
  date(parts: { weekday?: string; day?: string; month?: string; year?: string }): string
  range(pair: Pair): string
  /** A clock reading after its date; `hourOnly` where the minute is not known. */
  clock(date: string, clock: string, hourOnly: boolean): string
  /** A zone by its offset in the locale's digits: "" for UTC itself, "+2", "-3:30". */
  zone(offset: string): string
  /** "10,000 BCE", "13.8 billion BCE" for axes in deep time. */
  deepYear(count: number, power: "million" | "billion", before: boolean, locale: DateLocale): string
}

/**
 * How one language puts all dates together; dates.ts decides what is said, this how. `inside` is true where the words
 * stand after a preposition ("since the 16th century", the genitive in Arabic).
 */
export interface DateWords extends AxisWords {
  unknownYear: string
  /** "1950 (an estimate, between 1900 and 1999)" */
  estimated(year: string, low: string, high: string): string
  /** A season code 21 to 41 and its year. */
  season(code: number, year: string, plain: boolean): string
  /** "25 December in the 1560s": a part within a vaguer whole. */
  within(part: string, whole: string): string
  /** "some day in November 2016"; `whole` is inside. */
  some(unit: Unit, whole: string): string
  /** "the 15th of some month in 2016" */
  dayOfSomeMonth(day: number, whole: string, locale: DateLocale): string
  /** "some day between 17 and 23 November 2016" */
  someBetween(unit: Unit, pair: Pair): string
  either(parts: readonly string[]): string
  all(parts: readonly string[]): string
  /** "… or earlier", and where `all` is meant "… and earlier". */
  earlier(date: string, all: boolean): string
  later(date: string, all: boolean): string
  since(date: string): string
  until(date: string): string
  unknownEnd(date: string): string
  unknownBegin(date: string): string
  openBoth: string
  openWithUnknownBegin: string
  openWithUnknownEnd: string
  approximate(date: string): string
  uncertain(date: string): string
  /** Doubts about parts only; each list holds 0 year, 1 month, 2 day. */
  doubtfulParts(date: string, approximate: readonly number[], uncertain: readonly number[]): string
  hijri(day: number, month: number, year: number, locale: DateLocale): string
}
