import { ENGLISH_AXIS, ordinal } from "./axis-en.ts"
import type { DateWords, Unit } from "./dates-words.ts"

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

/** Dates in English. */
export const ENGLISH_DATES: DateWords = {
  ...ENGLISH_AXIS,
  unknownYear: "an unknown year",
  estimated: (year, low, high) => `${year} (estimated, between ${low} and ${high})`,
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
  hijri: (day, month, year) => `${day} ${HIJRI[month - 1]} ${year} AH`,
}

function someOf(unit: Unit): string {
  return unit === "time" ? "some time" : `some ${unit}`
}

function name(part: number): string {
  return PARTS[part]!
}

function list(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join("")
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`
}
