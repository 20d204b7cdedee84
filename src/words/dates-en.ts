import type { DateWords, Pair, Unit } from "./dates-words.ts"
import { formatNumber } from "./numbers.ts"

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
)
const SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")
const SEASONS = ["spring", "summer", "autumn", "winter"]
const ORDINALS = ["first", "second", "third", "fourth"]
const PARTS = ["year", "month", "day"]
const HIJRI = [
  "Muharram",
  "Safar",
  "Rabi al-Awwal",
  "Rabi al-Thani",
  "Jumada al-Ula",
  "Jumada al-Thani",
  "Rajab",
  "Shaban",
  "Ramadan",
  "Shawwal",
  "Dhu al-Qada",
  "Dhu al-Hijja",
]

/** Dates in English, day before month before year, eras as CE and BCE. */
export const ENGLISH_DATES: DateWords = {
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
  unknownYear: "an unknown year",
  estimated: (year, low, high) => `${year} (estimated, between ${low} and ${high})`,
  date: ({ weekday, day, month, year }) => [weekday, day, month, year].filter(Boolean).join(" "),
  season(code, year, plain) {
    if (code < 33) {
      const name = SEASONS[(code - 21) % 4]!
      const said = plain ? `${name} ${year}` : `${name} in ${year}`
      return code < 25 ? said : `${said} (${code < 29 ? "northern" : "southern"} hemisphere)`
    }
    if (code < 37) return `${ORDINALS[code - 33]} quarter of ${year}`
    return code < 40 ? `${ORDINALS[code - 37]} third of ${year}` : `${ORDINALS[code - 40]} half of ${year}`
  },
  within: (part, whole) => `${part} in ${whole}`,
  some: (unit, whole) => `${someOf(unit)} in ${whole}`,
  dayOfSomeMonth: (day, whole) => `the ${ordinal(day)} of some month in ${whole}`,
  someBetween: (unit, { first, second }) => `${someOf(unit)} between ${first} and ${second}`,
  range: ({ first, second, tight }: Pair) => `${first}${tight ? "–" : " – "}${second}`,
  either: parts => list(parts, "or"),
  all: parts => list(parts, "and"),
  earlier: (date, all) => `${date} ${all ? "and" : "or"} earlier`,
  later: (date, all) => `${date} ${all ? "and" : "or"} later`,
  since: date => `since ${date}`,
  until: date => `until ${date}`,
  unknownEnd: date => `from ${date}, end unknown`,
  unknownBegin: date => `until ${date}, beginning unknown`,
  openBoth: "open at both ends",
  openWithUnknownBegin: "going on, beginning unknown",
  openWithUnknownEnd: "open beginning, end unknown",
  approximate: date => `about ${date}`,
  uncertain: date => `${date} (uncertain)`,
  doubtfulParts(date, approximate, uncertain) {
    const said = [
      [approximate, "approximate"],
      [uncertain, "uncertain"],
    ] as const
    const notes = said
      .filter(([parts]) => parts.length)
      .map(([parts, word]) => `${list(parts.map(name), "and")} ${word}`)
    return `${date} (${notes.join("; ")})`
  },
  clock: (date, clock, hourOnly) => `${date}, ${hourOnly ? "the hour from " : ""}${clock}`,
  zone: offset => `UTC${offset}`,
  hijri: (day, month, year) => `${day} ${HIJRI[month - 1]} ${year} AH`,
  deepYear: (count, power, before, locale) =>
    `${formatNumber(count, locale)} ${power} ${before ? "BCE" : "CE"}`,
}

function someOf(unit: Unit): string {
  return unit === "time" ? "some time" : `some ${unit}`
}

function name(part: number): string {
  return PARTS[part]!
}

function the(inside: boolean, words: string, number: number): string {
  return `${inside ? "the " : ""}${words}${number < 0 ? " BCE" : ""}`
}

function ordinal(number: number): string {
  const n = Math.abs(number)
  const teens = n % 100 > 10 && n % 100 < 14
  return `${n}${teens ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`
}

function list(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join("")
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`
}
