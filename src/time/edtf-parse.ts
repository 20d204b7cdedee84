import { modernise } from "./edtf-draft.ts"
import { matching, spanOf, yearsOf } from "./edtf-span.ts"
import {
  DOUBT,
  SEASON,
  type Edtf,
  type EdtfDate,
  type EdtfEnd,
  type EdtfRange,
  type EdtfTime,
} from "./edtf-types.ts"
import type { EdtfYear } from "./edtf-types.ts"
import { EDTF_WANTED, type EdtfWanted } from "./edtf-wanted.ts"
import { daysInMonth } from "./instant.ts"

/** A value, or what stood at which character of the text and what would have been right there. */
export type ParsedEdtf = { readonly ok: true; readonly value: Edtf } | EdtfFailure

/** What stands where a text is over. */
export const TEXT_END = "end of text"

export interface EdtfFailure {
  readonly ok: false
  /** From the place of the fault on, shortened; TEXT_END where something is missing. */
  readonly found: string
  readonly wanted: EdtfWanted
  /** The same in English. */
  readonly expected: string
  /** Index of the character, from 0. */
  readonly at: number
}

/**
 * The value of an EDTF text, ISO 8601-2:2019 levels 0 to 2, or what is wrong with it; never throws. Beyond the standard
 * it takes hours and minutes without seconds, fractions of a second, clock times in intervals, and reads the draft of
 * 2012 (edtf-draft.ts). Days that do not exist and intervals or ranges that run backwards are refused.
 */
export function parseEdtf(text: string): ParsedEdtf {
  const first = parsePlainDay(text) ?? parseModern(text)
  if (first.ok) return first
  const modern = modernise(text)
  if (modern === null) return first
  const second = parseModern(modern)
  return second.ok ? second : first
}

interface Cursor {
  readonly text: string
  at: number
  fault: EdtfFailure | null
}

/** The bulk of all dates, `2016-11-15`, several times faster than the full grammar; null for everything else. */
function parsePlainDay(text: string): ParsedEdtf | null {
  if (text.length !== 10 || !/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const [digits, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8)]
  const inYear = Number(month) >= 1 && Number(month) <= 12
  if (!inYear || Number(day) < 1 || Number(day) > daysInMonth(Number(digits), Number(month))) return null
  const year: EdtfYear = { negative: false, digits, long: false, exponent: null, significant: null }
  return { ok: true, value: { kind: "date", year, month, day, time: null, doubts: [0, 0, 0] } }
}

function parseModern(text: string): ParsedEdtf {
  const cursor: Cursor = { text, at: 0, fault: null }
  const value = /^[[{]/.test(text) ? readSet(cursor) : readDateOrInterval(cursor)
  if (value && cursor.at < text.length) refuse(cursor, "date-end")
  return cursor.fault ?? { ok: true, value: value! }
}

/** Notes what was wanted, unless something failed before; answers null so that readers can return it. */
function refuse(cursor: Cursor, wanted: EdtfWanted, at = cursor.at): null {
  const found = cursor.text.slice(at, at + 40) || TEXT_END
  cursor.fault ??= { ok: false, found, wanted, expected: EDTF_WANTED[wanted], at }
  return null
}

function take(cursor: Cursor, wanted: string): boolean {
  if (!cursor.text.startsWith(wanted, cursor.at)) return false
  cursor.at += wanted.length
  return true
}

/** What a sticky pattern finds here, or "". */
function match(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0] ?? ""
  cursor.at += found.length
  return found
}

function readDateOrInterval(cursor: Cursor): Edtf | null {
  const begin = readEnd(cursor)
  if (begin === null) return null
  if (typeof begin === "object" && cursor.at === cursor.text.length) return begin
  if (!take(cursor, "/")) return refuse(cursor, typeof begin === "string" ? "date" : "date-end-or-slash")
  const endAt = cursor.at
  const end = readEnd(cursor)
  if (end === null) return null
  if (begin === "unknown" && end === "unknown") return refuse(cursor, "one-side", 0)
  if (typeof begin === "object" && typeof end === "object" && isBackwards(begin, end)) {
    return refuse(cursor, "later-end", endAt)
  }
  return { kind: "interval", begin, end }
}

function readEnd(cursor: Cursor): EdtfEnd | null {
  if (take(cursor, "..")) return "open"
  if (cursor.at === cursor.text.length ? cursor.at > 0 : cursor.text[cursor.at] === "/") return "unknown"
  return readDate(cursor, true)
}

function isBackwards(from: EdtfDate, to: EdtfDate): boolean {
  return spanOf(from)![0] >= spanOf(to)![1]
}

function readSet(cursor: Cursor): Edtf | null {
  const all = take(cursor, "{")
  if (!all) take(cursor, "[")
  const close = all ? "}" : "]"
  const members: (EdtfDate | EdtfRange)[] = []
  do {
    const openStart = take(cursor, "..")
    const from = readDate(cursor, false)
    if (!from) return null
    const rangeAt = cursor.at
    if (openStart) members.push({ kind: "range", from: null, to: from })
    else if (!take(cursor, "..")) members.push(from)
    else if (cursor.text[cursor.at] === close) members.push({ kind: "range", from, to: null })
    else {
      const to = readDate(cursor, false)
      if (!to) return null
      if (isBackwards(from, to)) return refuse(cursor, "forward-range", rangeAt)
      members.push({ kind: "range", from, to })
    }
    if (openStart && members.length > 1) return refuse(cursor, "open-first", rangeAt)
  } while (take(cursor, ","))
  return take(cursor, close)
    ? { kind: "set", all, members }
    : refuse(cursor, all ? "comma-or-brace" : "comma-or-bracket")
}

function readDate(cursor: Cursor, timed: boolean): EdtfDate | null {
  const start = cursor.at
  const doubts: [number, number, number] = [readDoubt(cursor), 0, 0]
  const year = readYear(cursor)
  if (!year) return null
  doubts[0] |= readDoubt(cursor)
  const date = { kind: "date", year, month: null, day: null, time: null, doubts } as const
  if (year.long || year.significant !== null || !take(cursor, "-")) return date

  doubts[1] = readDoubt(cursor)
  const monthAt = cursor.at
  const month = match(cursor, /[\dX]{2}/y)
  const isSeason = Number(month) >= SEASON.first && Number(month) <= SEASON.last
  if (!month || (!isSeason && matching(month, 1, 12).length === 0)) {
    return refuse(cursor, "month", monthAt)
  }
  spread(doubts, 1, readDoubt(cursor))
  if (isSeason || !take(cursor, "-")) return { ...date, month }

  doubts[2] = readDoubt(cursor)
  const dayAt = cursor.at
  const day = match(cursor, /[\dX]{2}/y)
  if (!day || !spanOf({ ...date, month, day })) return refuse(cursor, "day", dayAt)
  spread(doubts, 2, readDoubt(cursor))
  if (!timed || !take(cursor, "T")) return { ...date, month, day }

  const exact = !/[X?~%]/.test(cursor.text.slice(start, cursor.at))
  if (!exact) return refuse(cursor, "exact-day", start)
  const time = readTime(cursor)
  return time && { ...date, month, day, time }
}

/** A mark after a part speaks of that part and all to its left. */
function spread(doubts: [number, number, number], upTo: 1 | 2, doubt: number): void {
  for (let part = 0; part <= upTo; part += 1) doubts[part as 0 | 1 | 2] |= doubt
}

function readDoubt(cursor: Cursor): number {
  if (take(cursor, "?")) return DOUBT.uncertain
  if (take(cursor, "~")) return DOUBT.approximate
  return take(cursor, "%") ? DOUBT.uncertain | DOUBT.approximate : 0
}

function readYear(cursor: Cursor): EdtfYear | null {
  const start = cursor.at
  const long = take(cursor, "Y")
  const negative = take(cursor, "-")
  const digits = match(cursor, long ? /[1-9]\d*/y : /[\dX]{4}/y)
  if (!digits) return refuse(cursor, long ? "year-digits" : "year", start)
  const exponent = long && take(cursor, "E") ? match(cursor, /\d{1,3}/y) : null
  if (exponent === "") return refuse(cursor, "exponent")
  if (long && exponent === null && digits.length < 5) return refuse(cursor, "long-year", start)
  if (!long && /\d/.test(cursor.text[cursor.at] ?? "")) {
    return refuse(cursor, "short-year", start)
  }
  const significantAt = cursor.at
  const significant = !digits.includes("X") && take(cursor, "S") ? match(cursor, /\d{1,3}/y) : null
  const year: EdtfYear = {
    negative,
    digits,
    long,
    exponent: exponent === null ? null : Number(exponent),
    significant: null,
  }
  if (!yearsOf(year)) return refuse(cursor, "near-year", start)
  if (significant === null) return year
  const estimated = { ...year, significant: Number(significant) }
  if (estimated.significant < 1 || !yearsOf(estimated)) {
    return refuse(cursor, "significant-digits", significantAt)
  }
  return estimated
}

function readTime(cursor: Cursor): EdtfTime | null {
  const start = cursor.at
  const hour = match(cursor, /[01]\d|2[0-4]/y)
  if (!hour) return refuse(cursor, "hour")
  const minute = take(cursor, ":") ? match(cursor, /[0-5]\d/y) : null
  if (minute === "") return refuse(cursor, "minute")
  const second = minute !== null && take(cursor, ":") ? match(cursor, /[0-5]\d/y) : null
  if (second === "") return refuse(cursor, "second")
  const fraction = second === null ? "" : match(cursor, /[.,]\d+/y)
  const offset = readOffset(cursor)
  if (cursor.fault) return null
  const time: EdtfTime = {
    hour: Number(hour),
    minute: minute === null ? null : Number(minute),
    second: second === null ? null : Number(second),
    ms: fraction ? Number(fraction.slice(1, 4).padEnd(3, "0")) : null,
    offset,
  }
  if (time.hour === 24 && (time.minute || time.second || time.ms)) {
    return refuse(cursor, "midnight", start)
  }
  return time
}

/** Minutes east of UTC; null where there is no zone. */
function readOffset(cursor: Cursor): number | null {
  if (take(cursor, "Z")) return 0
  const start = cursor.at
  const sign = match(cursor, /[+-]/y)
  if (!sign) return null
  const hours = match(cursor, /[01]\d|2[0-3]/y)
  const minutes = take(cursor, ":") ? match(cursor, /[0-5]\d/y) : "00"
  const total = Number(hours) * 60 + Number(minutes)
  // ISO 8601-1 has no "-00:00".
  if (!hours || !minutes || (sign === "-" && total === 0)) return refuse(cursor, "offset", start)
  return sign === "-" ? -total : total
}
