import { DAY, fieldsOf } from "../time/instant.ts"
import type { Tick } from "../time/ticks.ts"
import { axisWords } from "./dates-language.ts"
import type { DateLocale } from "./dates-locale.ts"
import { sayClock } from "./dates-parts.ts"
import type { AxisWords } from "./dates-words.ts"
import { withDigits } from "./numbers.ts"

/**
 * The label of a tick: short at the minor level ("15", "Nov", "09:30", "44 BCE", "13.8 billion BCE"), with its context
 * at the major ("16 November 2016", "November 2016", "2016", "the 1960s", "16th century"). The level is the tick's own
 * unless another is asked for.
 */
export function sayTick(
  tick: Pick<Tick, "at" | "unit" | "major"> & { readonly clock?: number },
  locale: DateLocale,
  level: "minor" | "major" = tick.major ? "major" : "minor",
): string {
  const words = axisWords(locale)
  const fields = fieldsOf(tick.clock ?? tick.at)
  const year = words.year(fields.year, locale, "auto")
  const month = words.month(fields.month, locale, level === "major" ? "full" : "short")
  const day = withDigits(String(fields.day), locale)
  switch (tick.unit) {
    case "second":
    case "minute":
    case "hour":
      return sayClock(fields, tick.unit === "second", locale)
    case "day":
      return level === "major" ? words.date({ day, month, year }) : day
    case "month":
      return level === "major" ? words.date({ month, year }) : month
    case "decade":
      return words.decade(Math.floor(fields.year / 10) * 10, locale, false)
    case "century":
      return words.century(numbered(fields.year, 100), locale, false)
    case "millennium":
      return words.millennium(numbered(fields.year, 1000), locale, false)
    case "year":
      return sayTickYear(tick.at, words, locale)
  }
}

/** 16 for 1500 to 1599 (as 15XX is read), -1 for the hundred years before our era. */
function numbered(year: number, size: number): number {
  return year > 0 ? Math.floor(year / size) + 1 : -(Math.floor(-year / size) + 1)
}

function sayTickYear(at: number, words: AxisWords, locale: DateLocale): string {
  // Half a day on, since beyond 2^53 ms an instant is only near its midnight.
  const { year } = fieldsOf(at + DAY / 2)
  const count = year > 0 ? year : 1 - year
  for (const [size, power] of [
    [1e9, "billion"],
    [1e6, "million"],
  ] as const) {
    const scaled = count / size
    if (scaled >= 1 && Number.isInteger(scaled * 1000))
      return words.deepYear(scaled, power, year <= 0, locale)
  }
  return words.year(year, locale, "auto")
}
