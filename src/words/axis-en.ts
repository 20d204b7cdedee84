import type { AxisWords, Pair } from "./dates-words.ts"
import { formatNumber } from "./numbers.ts"

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
)
const SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")

/** Dates of an axis in English, day before month before year, eras as CE and BCE. */
export const ENGLISH_AXIS: AxisWords = {
  month: (month, _locale, form) => (form === "short" ? SHORT : MONTHS)[month - 1]!,
  weekday: weekday => WEEKDAYS[weekday - 1]!,
  year(year, locale, era) {
    const count = year > 0 ? year : 1 - year
    const number = count < 10_000 ? String(count) : formatNumber(count, locale)
    if (era === "none") return number
    if (year <= 0) return `${number} BCE`
    return era === "always" || count < 100 || count >= 10_000 ? `${number} CE` : number
  },
  decade: first => (first < 100 ? `the ${first}s CE` : `the ${first}s`),
  century: (number, _locale, inside) => the(inside, `${ordinal(number)} century`, number),
  millennium: (number, _locale, inside) => the(inside, `${ordinal(number)} millennium`, number),
  date: ({ weekday, day, month, year }) => [weekday, day, month, year].filter(Boolean).join(" "),
  range: ({ first, second, tight }: Pair) => `${first}${tight ? "–" : " – "}${second}`,
  clock: (date, clock, hourOnly) => `${date}, ${hourOnly ? "the hour from " : ""}${clock}`,
  zone: offset => `UTC${offset}`,
  deepYear: (count, power, before, locale) =>
    `${formatNumber(count, locale)} ${power} ${before ? "BCE" : "CE"}`,
}

function the(inside: boolean, words: string, number: number): string {
  return `${inside ? "the " : ""}${words}${number < 0 ? " BCE" : ""}`
}

/** 1st, 2nd, 3rd, 4th, …; the sign does not matter. */
export function ordinal(number: number): string {
  const n = Math.abs(number)
  const teens = n % 100 > 10 && n % 100 < 14
  return `${n}${teens ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`
}
