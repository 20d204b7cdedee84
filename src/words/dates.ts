import { precisionOf, spanOf, yearsOf } from "../time/edtf-span.ts"
import { seasonOf, type Edtf, type EdtfDate, type EdtfEnd } from "../time/edtf-types.ts"
import type { EdtfInterval, EdtfRange, EdtfSet } from "../time/edtf-types.ts"
import { PRECISION } from "../time/when.ts"
import { readingOf, sayDate, sayDoubt, wholeDoubt, type Speaker } from "./dates-date.ts"
import { dateWords } from "./dates-language.ts"
import type { DateLocale } from "./dates-locale.ts"
import { pairOfDays, pairOfMonths, pairOfYears, sayClock, sayFields, sayZone } from "./dates-parts.ts"
import type { DateWords, Pair, Unit } from "./dates-words.ts"

/**
 * An EDTF value in words: "about October 2016", "some day between 17 and 23 November 2016", "since 16 November 2016".
 * Clock times are read in `zone` (unknown ones in UTC) where the value gives a zone, and stand as written where it does
 * not; days never shift. With `weekday`, exact days are preceded by their weekday.
 */
export function sayEdtf(
  value: Edtf,
  locale: DateLocale,
  zone = "UTC",
  { weekday = false }: { readonly weekday?: boolean } = {},
): string {
  const speaker = { words: dateWords(locale), locale, zone, weekday }
  if (value.kind === "date") return sayDate(value, speaker)
  return value.kind === "set" ? saySet(value, speaker) : sayInterval(value, speaker)
}

function sayInterval({ begin, end }: EdtfInterval, speaker: Speaker): string {
  const { words } = speaker
  if (typeof begin === "object" && typeof end === "object") return sayRange(begin, end, speaker)
  if (typeof begin === "object") {
    const said = sayDate(begin, speaker, true)
    return end === "open" ? words.since(said) : words.unknownEnd(said)
  }
  if (typeof end === "object") {
    const said = sayDate(end, speaker, true)
    return begin === "open" ? words.until(said) : words.unknownBegin(said)
  }
  return sayUnbounded(begin, end, words)
}

function sayUnbounded(begin: EdtfEnd, end: EdtfEnd, words: DateWords): string {
  if (begin === "unknown") return words.openWithUnknownBegin
  return end === "unknown" ? words.openWithUnknownEnd : words.openBoth
}

function sayRange(from: EdtfDate, to: EdtfDate, speaker: Speaker): string {
  const doubt = wholeDoubt(from)
  if (doubt !== null && doubt === wholeDoubt(to) && isPlain(from) && isPlain(to)) {
    const [a, b] = [withoutDoubt(from), withoutDoubt(to)]
    const same = sayDate(a, speaker) === sayDate(b, speaker)
    return sayDoubt(
      same ? sayDate(a, speaker) : speaker.words.range(pairOf(a, b, speaker)),
      doubt,
      speaker.words,
    )
  }
  return speaker.words.range(pairOf(from, to, speaker))
}

function withoutDoubt(date: EdtfDate): EdtfDate {
  return { ...date, doubts: [0, 0, 0] }
}

/** Whether a date is a year, month or day written out, perhaps with a time: one whose parts can be shared. */
function isPlain({ year, month, day }: EdtfDate): boolean {
  const parts = `${year.digits}${month ?? ""}${day ?? ""}`
  return !parts.includes("X") && year.significant === null
}

/** Two dates as a pair; those of one form share what they have in common. */
function pairOf(from: EdtfDate, to: EdtfDate, speaker: Speaker): Pair {
  const apart = { first: sayDate(from, speaker, true), second: sayDate(to, speaker, true), tight: false }
  const plain = isPlain(from) && isPlain(to) && wholeDoubt(from) === 0 && wholeDoubt(to) === 0
  const form = precisionOf(from)
  if (!plain || form !== precisionOf(to) || seasonOf(from) !== null) return apart
  if (form >= PRECISION.hour) return pairOfTimes(from, to, speaker) ?? apart
  const [a, b] = [civilOf(from), civilOf(to)]
  if (form === PRECISION.day) return pairOfDays(a, b, speaker)
  return form === PRECISION.month ? pairOfMonths(a, b, speaker) : pairOfYears(a.year, b.year, speaker)
}

function civilOf(date: EdtfDate): { year: number; month: number; day: number } {
  return { year: yearsOf(date.year)?.[0] ?? 0, month: Number(date.month ?? 1), day: Number(date.day ?? 1) }
}

/** Two times of one day and one zone, or null. */
function pairOfTimes(from: EdtfDate, to: EdtfDate, speaker: Speaker): Pair | null {
  const { words, locale, zone } = speaker
  const [a, b] = [readingOf(from, zone), readingOf(to, zone)]
  const day = sayFields(a.fields, speaker)
  if (a.offset !== b.offset || day !== sayFields(b.fields, speaker) || from.time?.minute == null) return null
  const seconds = from.time.second !== null
  const last = sayClock(b.fields, seconds, locale)
  return {
    first: words.clock(day, sayClock(a.fields, seconds, locale), false),
    second: a.offset === null ? last : `${last} ${sayZone(a.offset, speaker)}`,
    tight: true,
  }
}

function saySet({ all, members }: EdtfSet, speaker: Speaker): string {
  const { words } = speaker
  const only = members[0]
  if (!all && members.length === 1 && only?.kind === "range" && only.from && only.to) {
    return words.someBetween(unitOf(only.from, only.to), pairOf(only.from, only.to, speaker))
  }
  const said = members.map(member =>
    member.kind === "date" ? sayDate(member, speaker) : sayMembers(member, all, speaker),
  )
  return all ? words.all(said) : words.either(said)
}

function sayMembers({ from, to }: EdtfRange, all: boolean, speaker: Speaker): string {
  if (from && to) return sayRange(from, to, speaker)
  if (from) return speaker.words.later(sayDate(from, speaker), all)
  return to ? speaker.words.earlier(sayDate(to, speaker), all) : speaker.words.openBoth
}

/** The unit that "some … between" speaks of; dates of two precisions have none in common. */
function unitOf(from: EdtfDate, to: EdtfDate): Unit {
  const precision = precisionOf(from)
  if (precision !== precisionOf(to)) return "time"
  if (precision === PRECISION.day) return "day"
  if (precision === PRECISION.month) return "month"
  return precision === PRECISION.year && spanOf(from) ? "year" : "time"
}
