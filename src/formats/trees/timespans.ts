import { canonicalEdtf, joinBounds } from "../../model/edtf-text.ts"
import { yearText } from "../tabular/looseDates.ts"
import { momentWithin, readDate, stretchText } from "./dates.ts"
import { firstWord, isThing, listOf, saying, wordOf, wordsOnce, type Thing } from "./values.ts"

/** A stretch in which something was, as fields of an event: `when`, or `start` and `end` where those do not fit. */
export interface Stretch {
  readonly dates: Readonly<Record<string, string>>
  /** How the file words it. */
  readonly words: string
}

/** What a `when` says: stretches, and names of periods. */
export interface Whens {
  readonly stretches: readonly Stretch[]
  readonly periods: readonly string[]
  readonly words: string
}

/** Whether a year is one that stands in place of "not known". */
export type IsUnknown = (text: string) => boolean

/**
 * The `when` of Linked Places (github.com/LinkedPasts/linked-places-format): `timespans` with `start` and `end`, each `in`
 * a date or between `earliest` and `latest`. Also the forms of GeoJSON-T before it (`latest_start`, lists of four bounds)
 * and of GeoJSON events (`datetime`, `start` and `stop`), and plain text.
 */
export function whensOf(when: unknown, isUnknown: IsUnknown): Whens {
  if (!isThing(when)) {
    const date = dateOf(when, isUnknown)
    return { stretches: date === "" ? [] : [{ dates: { when: date }, words: "" }], periods: [], words: "" }
  }
  const spans = spansOf(when)
  const periods = listOf(when["periods"]).map(one =>
    isThing(one) ? firstWord(one["name"], one["period_label"], one["label"]) : wordOf(one),
  )
  return {
    stretches: spans.flatMap(span => stretchOf(span, isUnknown) ?? []),
    periods: wordsOnce(periods),
    words: firstWord(when["label"]),
  }
}

/** All dates that a `when` has as they are written, by which those that stand for nothing are told. */
export function datesIn(when: unknown): string[] {
  if (!isThing(when)) return [wordOf(when)]
  return spansOf(when).flatMap(span =>
    Object.values(span).flatMap(bound => (isThing(bound) ? Object.values(bound) : listOf(bound)).map(wordOf)),
  )
}

function spansOf(when: Thing): readonly Thing[] {
  const spans = listOf(when["timespans"] ?? when["timespan"])
  if (spans.length === 0) return [when]
  return spans.map((span): Thing => {
    if (isThing(span)) return span
    if (!Array.isArray(span)) return { start: span }
    const [a, b, c, d, label] = span as unknown[]
    return span.length < 4
      ? { start: a, end: b }
      : { start: a, latest_start: b, earliest_end: c, end: d, label }
  })
}

function stretchOf(span: Thing, isUnknown: IsUnknown): Stretch | null {
  const bound = (key: string, side: string) => {
    const value = span[key]
    return isThing(value) ? dateOf(value[side], isUnknown) || dateOf(value["in"], isUnknown) : ""
  }
  const plain = (...keys: readonly string[]) =>
    keys.map(key => (isThing(span[key]) ? "" : dateOf(span[key], isUnknown))).find(Boolean) ?? ""
  const start = bound("start", "earliest") || plain("start", "datetime", "instant", "begin", "in")
  const latestStart = bound("start", "latest") || plain("latest_start", "latestStart")
  const earliestEnd = bound("end", "earliest") || plain("earliest_end", "earliestEnd")
  const end = bound("end", "latest") || plain("end", "stop")
  const words = firstWord(span["label"], span["source_label"], span["sourceLabel"])
  const first = start || latestStart
  const last = end || earliestEnd
  if (first === "" && last === "") return null
  if (last === "") {
    const when =
      start === "" ? `[..${latestStart}]` : latestStart === "" ? start : momentWithin(start, latestStart)
    return { dates: { when: when ?? first }, words }
  }
  const when = first === "" ? joinBounds("", last) : stretchText({ start, latestStart, earliestEnd, end })
  const dates: Readonly<Record<string, string>> =
    when === null ? { start: first, end: last } : { when: canonicalEdtf(when) ?? when }
  return { dates: saying(dates) as Record<string, string>, words }
}

/** A date as gazetteers write it: years of any length, before our era too; "" for none. */
function dateOf(value: unknown, isUnknown: IsUnknown): string {
  const text = wordOf(value)
  if (text === "" || isUnknown(text) || /^(none|null|nan|unknown|\?|-)$/i.test(text)) return ""
  if (/^[+-]?\d{1,3}$/.test(text) || /^[+-]?\d{5,7}$/.test(text) || /^[+-]\d{4}$/.test(text))
    return yearText(Number(text) + 0) ?? text
  return readDate(text, "dmy") ?? text
}
