import { formatEdtf, parseEdtf } from "../time/edtf.ts"
import { ARABIC_MONTHS, ARABIC_WEEKDAYS } from "./axis-ar.ts"

/** Folded month names of both languages → month number; filled once from the tables and the variants below. */
const MONTHS = monthNames()
const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
  ربيع: 21,
  صيف: 22,
  خريف: 23,
  شتاء: 24,
}
const WEEKDAYS = new Set([
  ..."monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split(
    " ",
  ),
  ...ARABIC_WEEKDAYS.map(fold),
  ...ARABIC_WEEKDAYS.map(name => fold(name).replace(/^ال/, "")),
  "يوم",
  "الاثنين",
])
const MONTH_PATTERN = [...MONTHS.keys()].toSorted((a, b) => b.length - a.length).join("|")
/** "تشرين الثاني/نوفمبر": one month by two names. */
const DOUBLED = new RegExp(String.raw`(${MONTH_PATTERN}) ?/ ?(${MONTH_PATTERN})`)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)? (?:of |من )?(${MONTH_PATTERN}) (\d{1,6})$`)
const MONTH_FIRST = new RegExp(String.raw`^(${MONTH_PATTERN}) (\d{1,2})(?:st|nd|rd|th)? (\d{3,6})$`)
const MONTH_YEAR = new RegExp(String.raw`^(${MONTH_PATTERN}) (\d{1,6})$`)
const SEASON_YEAR = new RegExp(String.raw`^(${Object.keys(SEASONS).map(fold).join("|")}) (\d{1,4})$`)

/**
 * EDTF of a date as a reader types it, or null: "15 October 2016", "Oct 2016", "November 15, 2016", "17/11/2016" (day
 * first unless that cannot be), "16 November 2016, 09:30 UTC", "44 BC", "about 1560", "1560s", "16th century",
 * "spring 2001", "15 تشرين الأول/أكتوبر 2016", "١٧ نوفمبر ٢٠١٦", "44 ق.م", and EDTF itself. Letter case, hamzas, vowel
 * marks, kinds of digits, weekdays and invisible marks do not matter. Years of two digits are years of the first century
 * when a month is named beside them and nothing in figures alone.
 */
export function parseSpokenDate(text: string): string | null {
  if (text.length > 200) return null
  const bare = latinDigits(text)
    .replaceAll(/[\u200E\u200F\u061C\u2066-\u2069\u202A-\u202E]/g, "")
    .trim()
  const written = parseEdtf(bare)
  if (written.ok) return formatEdtf(written.value)
  const folded = fold(bare).replace(DOUBLED, (both, a: string, b: string) =>
    MONTHS.get(a) === MONTHS.get(b) ? a : both,
  )
  const { rest, about } = splitAbout(folded)
  const { rest: date, era } = splitEra(rest)
  const edtf = readParts(splitWeekday(date), era)
  if (edtf === null) return null
  const checked = parseEdtf(about ? `${edtf}~` : edtf)
  return checked.ok ? formatEdtf(checked.value) : null
}

function readParts(text: string, era: Era): string | null {
  const timed =
    /^(.*?\S) (?:at |الساعه )?(\d{1,2}):(\d\d)(?::(\d\d))?( ?(?:utc|gmt|z)| بتوقيت غرينتش)?$/.exec(text)
  if (timed) {
    const day = readDay(timed[1]!, era)
    if (day === null || day.length < 10) return null
    const clock = [timed[2]!.padStart(2, "0"), timed[3], timed[4]].filter(Boolean).join(":")
    return `${day}T${clock}${timed[5] ? "Z" : ""}`
  }
  return readDay(text, era)
}

function readDay(text: string, era: Era): string | null {
  const date = (year: string, ...rest: (string | number)[]) => {
    const first = yearText(Number(year), era)
    return first && [first, ...rest.map(part => String(part).padStart(2, "0"))].join("-")
  }
  let found = DAY_FIRST.exec(text)
  if (found) return date(found[3]!, MONTHS.get(found[2]!)!, found[1]!)
  found = MONTH_FIRST.exec(text)
  if (found) return date(found[3]!, MONTHS.get(found[1]!)!, found[2]!)
  found = MONTH_YEAR.exec(text)
  if (found) return date(found[2]!, MONTHS.get(found[1]!)!)
  found = SEASON_YEAR.exec(text)
  if (found) return date(found[2]!, Object.entries(SEASONS).find(([name]) => fold(name) === found![1])![1])
  found = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (found) {
    const [first, second] = [found[1]!, found[2]!]
    return Number(second) > 12 ? date(found[3]!, first, second) : date(found[3]!, second, first)
  }
  found = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text)
  if (found) return date(found[1]!, found[2]!, found[3]!)
  found = /^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (found) return date(found[2]!, found[1]!)
  return readYears(text, era)
}

function readYears(text: string, era: Era): string | null {
  const decade = /^(?:the )?(\d{2,3})0s$/.exec(text)
  if (decade && era !== "before") return `${decade[1]!.padStart(3, "0")}X`
  const century = /^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$|^القرن (?:ال)?(\d{1,2})$/.exec(text)
  if (century) {
    const number = Number(century[1] ?? century[2])
    if (number < 1 || (era === "before" && number < 2)) return null
    return `${era === "before" ? "-" : ""}${String(number - 1).padStart(2, "0")}XX`
  }
  const year = /^(?:سنه |عام |year )?(\d+)$/.exec(text)
  // A bare number of one or two digits is more likely a day that is still being typed.
  if (!year || (text.length < 3 && era === null)) return null
  return yearText(Number(year[1]), era)
}

/** Which era was named; null where none was, and ours is meant. */
type Era = "before" | "ours" | null

function yearText(count: number, era: Era): string | null {
  if (count === 0) return null
  const year = era === "before" ? 1 - count : count
  const size = String(Math.abs(year)).padStart(4, "0")
  if (size.length > 4) return `Y${year}`
  return `${year < 0 ? "-" : ""}${size}`
}

function splitAbout(text: string): { rest: string; about: boolean } {
  const rest = text.replace(/^(?:about|around|circa|ca\.?|c\.|نحو|حوالي|قرابه) ?/, "")
  return { rest, about: rest !== text }
}

function splitEra(text: string): { rest: string; era: Era } {
  const before = text.replace(/ ?(?:(?<![a-z])b\.? ?c\.?(?: ?e\.?)?|ق\.? ?م\.?|قبل الميلاد)$/, "")
  if (before !== text) return { rest: before.trim(), era: "before" }
  const ours = text.replace(/ (?:a\.? ?d\.?|c\.? ?e\.?|م\.?|ميلادي|ميلاديه|للميلاد)$|^a\.?d\.? /, "")
  return { rest: ours.trim(), era: ours === text ? null : "ours" }
}

function splitWeekday(text: string): string {
  const words = text.split(" ")
  while (words.length > 1 && WEEKDAYS.has(words[0]!)) words.shift()
  return words.join(" ")
}

/** Lower case, one space between words, no commas, marks or tatweel; Arabic letters that are written either way made one. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u064B-\u065F\u0670\u0640]/g, "")
    .replaceAll(/[أإآٱ]/g, "ا")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي")
    .replaceAll(/(?<=\d),(?=\d{3})/g, "")
    .replaceAll(/[,،]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
}

function latinDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15)).replaceAll("٬", ",")
}

function monthNames(): ReadonlyMap<string, number> {
  const english =
    "january february march april may june july august september october november december".split(" ")
  const variants: readonly (readonly [number, string])[] = [
    [1, "كانون ثاني|كانون 2"],
    [2, "فبرائر"],
    [4, "ابريل|افريل"],
    [6, "يونيه"],
    [7, "يوليه|تموز"],
    [8, "اغشت|اب"],
    [9, "sept|شتمبر"],
    [10, "تشرين اول|تشرين 1|اوكتوبر"],
    [11, "تشرين ثاني|تشرين 2|نوفنبر"],
    [12, "كانون اول|كانون 1"],
  ]
  const names = new Map<string, number>()
  english.forEach((name, at) =>
    names
      .set(name, at + 1)
      .set(name.slice(0, 3), at + 1)
      .set(`${name.slice(0, 3)}.`, at + 1),
  )
  for (const family of Object.values(ARABIC_MONTHS))
    family.forEach((name, at) => names.set(fold(name), at + 1))
  for (const [month, list] of variants) for (const name of list.split("|")) names.set(fold(name), month)
  return names
}
