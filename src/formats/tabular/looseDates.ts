import { canonicalEdtf, joinBounds } from "../../model/edtf-text.ts"
import { readCentury } from "./centuries.ts"
import { readHijri } from "./hijri.ts"
import { halfNamed, monthNamed } from "./months.ts"
import { readStretch, readVagueDate } from "./vagueDates.ts"

/** Which of two numbers comes first in `3/4/2016`. */
export type DayOrder = "dmy" | "mdy"

const NUMBERS = /^(\d{1,4})([/.\-\u2010-\u2015])(\d{1,2})\2(\d{1,4})(?:[T ,]+(.*))?$/
const ISO = /^(-?\d{4,})-(\d{1,2})-(\d{1,2})[T ]+(.*)$/
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|°)?[\s\-./]+(?:de\s+|of\s+|من\s+)?([^\d]+?)[\s\-./,]+(?:de[l]?\s+|عام\s+|سنة\s+)?(\d{2,4})(?:\s*(?:г\.?|م\.?))?(?:[T ,]+(.*))?$/u
/** `07APR1712`, as statistics programs write it. */
const DAY_MONTH_YEAR = /^(\d{1,2})([a-z]{3})(\d{4})$/i
const MONTH_FIRST = /^([^\d]+?)[\s.]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[T ,]+(.*))?$/u
const MONTH_YEAR = /^([^\d]+?)[\s\-./,]+(?:de[l]?\s+)?(\d{4})$/u
const ERA = /^(\d{1,4})\s*(b\.?\s?c\.?\s?e?\.?|av\.? j\.?-?c\.?|a\.? ?c\.?|до н\.? ?э\.?|ق\.?\s?م\.?)$/iu
const ABOUT = /^(?:c\.|ca\.?|circa|about|around|vers|hacia|около|نحو|حوالي)\s*(.+)$/iu
/** Letters of a date in words, in both calendars and with its weekday. */
const LONGEST = 120
/** Marks of direction, which some programs put around numbers in Arabic text. */
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
/** Midnight is what exports write where they know the day alone. */
const MIDNIGHT = /^(-?\d{4,}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?$/
const WEEKDAY =
  /^(?:\p{L}+day|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:يوم )?(?:الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)),?\s+/iu

/**
 * The EDTF of a date as people write it in spreadsheets: EDTF itself, ISO with a blank, numbers in any order, words in
 * English, Arabic, French, Spanish and Russian, years with an era, Arabic-Indic digits. The day is the one that is
 * written, whatever the offset; midnight is filler. Null for anything else.
 */
export function readLooseDate(input: string, order: DayOrder): string | null {
  const text = latinDigits(input).replace(MARKS, "").replaceAll("،", ",").trim().replace(MIDNIGHT, "$1")
  const own = canonicalEdtf(text)
  // No one writes a date in as many letters as a note has.
  if (own !== null || text.length > LONGEST) return own
  return (
    // Before numbers, which would be taken for a day of ours of that year.
    readHijri(text.replace(WEEKDAY, "")) ??
    // Before one date, which what follows it would be taken for a clock of.
    readStretch(text, part => readLooseDate(part, order)) ??
    fromIso(text) ??
    fromNumbers(text, order) ??
    fromWords(text.replace(WEEKDAY, "")) ??
    fromEra(text) ??
    readCentury(text) ??
    fromAbout(text, order) ??
    fromDigits(text) ??
    fromRange(text, order) ??
    fromCommonEra(text, order) ??
    readVagueDate(text, part => readLooseDate(part, order))
  )
}

/** Whether a date that was read from a text is one of two, since the name of its month is that of two. */
export function isOfTwoMonths(text: string, date: string): boolean {
  return date.startsWith("[") && date.includes(",") && !text.trimStart().startsWith("[")
}

/** Digits of other scripts as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
}

function fromIso(text: string): string | null {
  const found = ISO.exec(text)
  return found && day(Number(found[1]), Number(found[2]), Number(found[3]), found[4])
}

function fromNumbers(text: string, order: DayOrder): string | null {
  const found = NUMBERS.exec(text)
  if (!found) return null
  const [a, b, c] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const clock = found[5]
  if (found[1]!.length > 2) return found[4]!.length > 2 ? null : day(a, b, c, clock)
  const year = found[4]!.length > 2 ? c : century(c)
  // Where one order gives no day the other was meant.
  return order === "mdy"
    ? (day(year, a, b, clock) ?? day(year, b, a, clock))
    : (day(year, b, a, clock) ?? day(year, a, b, clock))
}

function fromWords(text: string): string | null {
  const first = DAY_FIRST.exec(text) ?? DAY_MONTH_YEAR.exec(text)
  if (first) {
    const year = Number(first[3])
    const whole = first[3]!.length > 2 ? year : century(year)
    const read = inMonth(first[2]!, month => day(whole, month, Number(first[1]), first[4]))
    if (read !== undefined) return read
  }
  const second = MONTH_FIRST.exec(text)
  if (second) {
    const read = inMonth(second[1]!, month => day(Number(second[3]), month, Number(second[2]), second[4]))
    if (read !== undefined) return read
  }
  const third = MONTH_YEAR.exec(text)
  return third ? (inMonth(third[1]!, month => canonicalEdtf(`${third[2]!}-${pad(month)}`)) ?? null) : null
}

/**
 * The date in a month that is named; where the name leaves open which of two is meant, one of both. undefined where it names
 * none.
 */
export function inMonth(name: string, dateIn: (month: number) => string | null): string | null | undefined {
  const month = monthNamed(name)
  if (month !== null) return dateIn(month)
  const [one, other] = halfNamed(name)?.map(dateIn) ?? []
  if (one === undefined) return undefined
  return one && other ? canonicalEdtf(`[${one},${other}]`) : (one ?? other)
}

function fromEra(text: string): string | null {
  const found = ERA.exec(text)
  return found && yearText(1 - Number(found[1]))
}

function fromAbout(text: string, order: DayOrder): string | null {
  const found = ABOUT.exec(text)
  const date = found && readLooseDate(found[1]!, order)
  return date && canonicalEdtf(`${date}~`)
}

/** `15-20 November 2016`, `from 15 November 2016 to 2 December 2016`, `من … إلى …`, `1850s`. */
function fromRange(text: string, order: DayOrder): string | null {
  const decade = /^(\d{3})0['’]?s$/.exec(text)
  if (decade) return canonicalEdtf(`${decade[1]!}X`)
  const days = /^(\d{1,2})\s*[-\u2013]\s*(\d{1,2})\s+(\D.*)$/.exec(text)
  const bounds = /^(?:from|de|du|с|من)\s+(.+?)\s+(?:to|until|al?|au|по|إلى|الى|حتى)\s+(.+)$/iu.exec(text)
  const [first, last] = days ? [`${days[1]} ${days[3]}`, `${days[2]} ${days[3]}`] : (bounds?.slice(1) ?? [])
  const [from, to] = [first && readLooseDate(first, order), last && readLooseDate(last, order)]
  return from && to ? joinBounds(from, to) : null
}

/** A date with the words of our era around it: `سنة 2016 م`, `AD 79`, `15/11/2016م`; both calendars side by side. */
function fromCommonEra(text: string, order: DayOrder): string | null {
  const both = /^(.+?)\s*(?:,?\s*الموافق\s*(?:لـ?)?|\()\s*([^)]+)\)?$/u.exec(text)
  if (both) {
    const [one, other] = [readLooseDate(both[1]!, order), readLooseDate(both[2]!, order)]
    // The one of our own calendar is as it is written, the other was reckoned.
    return readHijri(both[1]!.trim()) === null ? (one ?? other) : (other ?? one)
  }
  const plain = text
    .replace(/^(?:عام|سنة|السنة|في|a\.?d\.?)\s+/iu, "")
    .replace(/(\d)\s*(?:م|ميلادي[ةه]?|c\.?\s?e\.?|a\.?d\.?)\.?$/iu, "$1")
  if (plain === text) return null
  return /^\d{1,4}$/.test(plain) ? yearText(Number(plain)) : readLooseDate(plain, order)
}

/** `20161115`. */
function fromDigits(text: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return found && day(Number(found[1]), Number(found[2]), Number(found[3]), undefined)
}

function century(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year
}

/** A year, month and day as EDTF, with what is known of the time; months or days of 0 are not known. Null for no date. */
export function day(year: number, month: number, date: number, clock: string | undefined): string | null {
  if (!Number.isInteger(year)) return null
  if (!(month >= 1)) return month === 0 ? yearText(year) : null
  const text = yearText(year)
  if (text === null || text.startsWith("Y")) return text
  if (!(date >= 1)) return date === 0 ? canonicalEdtf(`${text}-${pad(month)}`) : null
  const whole = canonicalEdtf(`${text}-${pad(month)}-${pad(date)}`)
  const time = whole && clock ? clockText(clock.trim()) : null
  return time ? (canonicalEdtf(`${whole}T${time}`) ?? whole) : whole
}

/** An astronomical year as EDTF writes it. */
export function yearText(year: number): string | null {
  const digits = String(Math.abs(year)).padStart(4, "0")
  return canonicalEdtf(digits.length > 4 ? `Y${year}` : `${year < 0 ? "-" : ""}${digits}`)
}

/** Hours, minutes and seconds of a time of day; null for midnight, which is filler, and for what is none. */
export function clockText(clock: string): string | null {
  const found = CLOCK.exec(clock)
  if (!found) return null
  const [, hour, minute, second = "00", half, zone = ""] = found
  let hours = Number(hour)
  if (half) hours = (hours % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0)
  if (hours === 0 && minute === "00" && second === "00") return null
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(.\d{2}):?(\d{2})$/, "$1:$2") : zone === "" ? "" : "Z"
  return `${pad(hours)}:${minute}:${second}${offset}`
}

function pad(value: number): string {
  return String(value).padStart(2, "0")
}

/**
 * The order of day and month in a column, by all of its values: a number over 12 settles it. `isSure` is false where no
 * value does though some could be read both ways.
 */
export function orderOf(values: readonly string[]): { readonly order: DayOrder; readonly isSure: boolean } {
  let both = 0
  let first = 0
  let second = 0
  for (const value of values) {
    const found = NUMBERS.exec(latinDigits(value).trim())
    if (!found || found[1]!.length > 2) continue
    if (Number(found[1]) > 12) first++
    else if (Number(found[3]) > 12) second++
    else if (found[1] !== found[3]) both++
  }
  return { order: second > first ? "mdy" : "dmy", isSure: first + second > 0 || both === 0 }
}

/** The day of a serial number of a spreadsheet, counted from 1900 as Excel does, its 29 February 1900 left out. */
export function serialDay(serial: number): string | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null
  const days = Math.floor(serial) - (serial < 60 ? 25_568 : 25_569)
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}
