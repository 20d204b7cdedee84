import type { Place, Problem } from "./problem.ts"
import { saySeenInEnglish, type Seen } from "./seen.ts"
import { ENGLISH_WANTED, sayWanted, type Wanted } from "./wanted.ts"

/** Takes the problems of one reading. */
export interface Faults {
  /**
   * `found` is the value as it stood, `seen` what is to be said where it is none; `wanted` says more exactly than the code
   * what was expected.
   */
  add(fault: {
    readonly code: FaultCode
    readonly severity: Problem["severity"]
    readonly where: Place
    readonly found?: unknown
    readonly seen?: Seen
    /** What was seen, where its words are not among those of seen.ts. */
    readonly inEnglish?: string
    readonly wanted?: Wanted
  }): void
  readonly problems: readonly Problem[]
}

/** A file whose every row is wrong would otherwise cost more memory for its faults than for its events. */
const KEPT = 10_000
const NOTHING: Seen = { word: "nothing" }

/** A new list of faults; beyond `kept` they are only counted, and the last entry says how many there were. */
export function collectFaults(kept = KEPT): Faults {
  const problems: Problem[] = []
  let more = 0
  return {
    problems,
    add({
      code,
      severity,
      where,
      found,
      inEnglish,
      wanted,
      seen = found === undefined ? NOTHING : undefined,
    }) {
      // What stopped the reading must be seen however much went wrong before.
      if (problems.length < kept || severity === "fatal") {
        const expected = wanted ? sayWanted(wanted, ENGLISH_WANTED) : EXPECTED[code]
        problems.push({
          ...{ code, severity, where, expected },
          found: seen ? shorten(inEnglish ?? saySeenInEnglish(seen)) : preview(found),
          ...(seen && { seen }),
          ...(wanted && { wanted }),
        })
        return
      }
      more += 1
      const beyond: Seen = { word: "more-faults", of: String(more) }
      problems[kept] = {
        code: "more-problems",
        severity: "repaired",
        where: {},
        found: saySeenInEnglish(beyond),
        seen: beyond,
        expected: EXPECTED["more-problems"],
      }
    },
  }
}

/** What would have been right, in English by code. Codes are stable: words/faults.ts translates by them. */
export const EXPECTED = {
  "not-a-document": "a document (an object with `events`) or a list of events",
  "no-events": "a list of events under `events`",
  "bad-json": "valid JSON; what follows this place is left out",
  "loose-json": "valid JSON; it was read as a script's data is written",
  "bad-encoding": "text in UTF-8, or in UTF-16 with a byte order mark",
  "html-instead": "data, not a web page",
  "several-files": "one file that can be read; unpack the archive and open what you want of it",
  "file-failed": "a file that can be read; the others are shown",
  "no-columns": "a first row with names of columns, among them a date or a title",
  "bad-workbook": "a workbook in the form of Excel since 2007 (.xlsx), undamaged and without a password",
  "damaged-file": "a file that is whole; what follows this place is left out",
  "other-sheet": "one sheet; the first one that is a table of events is read, this one is not",
  "merged-rows": "one row for each event; rows of the same id were put together",
  "suspect-date":
    "a day that is not exactly a week, a month or a year before its report; it may be a machine's reading of “a year ago”",
  "row-width": "as many cells as the first row has; those beyond are left out",
  "unclosed-quote": "a quote that is closed; the quotes of this line are taken as letters",
  "long-cell": "cells of fewer than a million letters; this one is cut off",
  "guessed-order": "a day over 12 somewhere in the column; the first number was taken for the day",
  "two-months": "which of two months of this name is meant; the date was taken to be one of both",
  "guessed-column": "a name of a column that is known here; this one was taken by a part of it",
  "unknown-version": "1, the version of the format that is known here",
  "unknown-field": "a field of the format; this one is ignored",
  "not-an-object": "an object in braces",
  "not-a-list": "a list in brackets",
  "not-a-map": "a map from id to description",
  "not-text": "text, or a map from language tag to text",
  "not-a-number": "a finite number",
  "not-a-reference": "an id or a name, or an object with `id`",
  "not-a-figure": "a number, or an object with low, best, high or unit",
  "number-as-text": "text in quotes",
  missing: "this field, which cannot be left out here",
  "empty-id": "an id with at least one letter or digit",
  "empty-event": "an event with at least a title or a date",
  "bad-date": "a date as 2016-11-15, 2016-11, 2016-10-15/2016-11-23 (EDTF, ISO 8601-2)",
  "two-dates": "either `when`, or `start` and `end`; `when` is used",
  "bad-url": "an absolute address that begins with http:// or https://",
  "bad-colour": "a CSS colour such as #0b62a6",
  "bad-point": "[longitude, latitude] in degrees, within ±180 and ±90",
  "bad-language": "a language tag such as en, ar or ar-SY (BCP 47)",
  "unknown-precision": "point, city, region or country",
  "unknown-status": "occurred, ongoing, announced, planned, possible, claimed, denied or cancelled",
  "unknown-role": "venue, target, origin or subject",
  "unknown-confidence": "high, medium, low or contested",
  "unknown-relation": "follows, part-of, responds-to, contradicts or same-as",
  "unknown-actor": "the id of an actor under `actors`; it is taken as a new name",
  "unknown-place": "the id of a place under `places`; it is taken as a new name",
  "unknown-source": "the id of a source under `sources`; it is taken as a new title",
  "unknown-event": "the id of an event of this document",
  cycle: "parts that do not contain what they are part of",
  "repeated-id": "an id that occurs once; this one got a number",
  "repeated-event": "events that differ in date, title, actors or places; this one got a number",
  "repeated-reference": "each name once",
  "shifted-years": "years counted with a year 0; those before our era were taken as BCE, -500 as 500 BCE",
  "lost-precision":
    "how exact each date is (wikibase:timePrecision); the first of January was taken for the whole year",
  "placeholder-year": "years; -1 stands in several places, and was taken for “not known” and not for 2 BCE",
  "not-years": "years; these numbers run backwards, so that their unit is not known",
  "bad-line": "a line of iCalendar: a name, a colon and a value",
  unclosed: "an end of what is begun here; it was taken to end with the file",
  "too-deep": "fewer things within each other; what follows this place, or lies deeper, is left out",
  "bad-rule": "a rule that names days; only the first date is shown",
  "endless-repeats": "rules that end",
  "too-many-repeats": "a rule with fewer dates; the first 3000 are shown",
  "unknown-zone": "the name of a time zone; its times were left without one",
  "more-problems": "fewer faults; only the first are listed",
} as const

export type FaultCode = keyof typeof EXPECTED

/** Whether a word is a code, as the messages of schema.ts are. */
export function isFaultCode(word: string): word is FaultCode {
  return Object.hasOwn(EXPECTED, word)
}

/** RFC 6901: the pointer with one more step. */
export function pointerTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`
}

const PREVIEW = 120

/** A value as JSON, shortened to 120 characters and never deeper than is shown; text stands without quotes. */
export function preview(value: unknown): string {
  if (typeof value === "string") return shorten(value)
  return shorten(sketch(value, 3))
}

function shorten(text: string): string {
  return text.length <= PREVIEW ? text : `${text.slice(0, PREVIEW - 1)}…`
}

function sketch(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, PREVIEW))
  if (typeof value !== "object" || value === null) return String(value)
  if (depth === 0) return Array.isArray(value) ? "[…]" : "{…}"
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, 10)
      .map(item => sketch(item, depth - 1))
      .join(",")}${value.length > 10 ? ",…" : ""}]`
  }
  const entries = Object.entries(value).slice(0, 10)
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${sketch(item, depth - 1)}`).join(",")}}`
}
