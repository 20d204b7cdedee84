import { readDays } from "./days.ts"
import { parseEdtf } from "./edtf-parse.ts"
import { precisionOf, spanOf } from "./edtf-span.ts"
import {
  DOUBT,
  type Edtf,
  type EdtfDate,
  type EdtfEnd,
  type EdtfInterval,
  type EdtfSet,
} from "./edtf-types.ts"
import { PRECISION, QUALIFIER, type Precision, type When } from "./when.ts"

export { formatEdtf } from "./edtf-format.ts"
export { parseEdtf, type EdtfFailure, type ParsedEdtf } from "./edtf-parse.ts"
export type { Edtf, EdtfDate, EdtfInterval, EdtfSet } from "./edtf-types.ts"

/**
 * The fuzzy span that an EDTF value means (ISO 8601-2:2019).
 *
 * Half-open, ms since 1970 UTC. With min = beginMin, startMax = beginMax and max = endMax: min ≤ startMax, endMin ≤ max,
 * and also beginMin ≤ endMin, beginMax ≤ endMax.
 *
 * - A date happens somewhere within itself: it begins and ends in [start, end) of its day, month, year, …
 * - An interval begins within its first date and ends within its second.
 * - `[…]` is one moment somewhere in the window over all members; `{…}` begins with the first and ends with the last.
 * - An open or unknown end is ±Infinity. `asOf` is the date for which a source attests the state; it is used only on
 *   sides without a bound: what is attested had begun by then, and an open end is not before the end of that date.
 * - `~` and `?` set flags and move no bound: how far off an approximate date may be is not in the standard.
 */
export function whenOf(value: Edtf, asOf: Edtf | null = null): When {
  if (value.kind === "date") return dateWhen(value)
  if (value.kind === "set") return setWhen(value)
  return intervalWhen(value, asOf ? whenOf(asOf) : null)
}

/** The fuzzy span of an EDTF text, or null where the text is none. Text in `asOf` that is no date counts as absent. */
export function readWhen(text: string, asOf: string | null = null): When | null {
  const plain = readDays(text)
  if (plain) return plain
  const parsed = parseEdtf(text)
  if (!parsed.ok) return null
  const attested = asOf === null ? null : parseEdtf(asOf)
  return whenOf(parsed.value, attested?.ok ? attested.value : null)
}

/**
 * readWhen with a memory of its own for the last `limit` texts: in a table of a million rows most dates repeat, and the
 * answers are shared values.
 */
export function whenReader(limit = 10_000): typeof readWhen {
  const known = new Map<string, When | null>()
  return (text, asOf = null) => {
    const key = asOf === null ? text : `${text} ${asOf}`
    const before = known.get(key)
    if (before !== undefined) return before
    const when = readWhen(text, asOf)
    if (known.size >= limit) known.clear()
    known.set(key, when)
    return when
  }
}

const NEVER: readonly [number, number] = [Number.NaN, Number.NaN]

/** The parser lets only dates through that exist; one made by hand that does not gives NaN bounds. */
function span(date: EdtfDate): readonly [number, number] {
  return spanOf(date) ?? NEVER
}

function doubtsOf(date: EdtfDate): number {
  return date.doubts[0] | date.doubts[1] | date.doubts[2]
}

function doubtBegin(date: EdtfDate): number {
  const doubt = doubtsOf(date)
  return (
    (doubt & DOUBT.approximate ? QUALIFIER.approximateBegin : 0) |
    (doubt & DOUBT.uncertain ? QUALIFIER.uncertainBegin : 0)
  )
}

function doubtEnd(date: EdtfDate): number {
  const doubt = doubtsOf(date)
  return (
    (doubt & DOUBT.approximate ? QUALIFIER.approximateEnd : 0) |
    (doubt & DOUBT.uncertain ? QUALIFIER.uncertainEnd : 0)
  )
}

function dateWhen(date: EdtfDate): When {
  const [from, to] = span(date)
  return {
    beginMin: from,
    beginMax: to,
    endMin: from,
    endMax: to,
    precision: precisionOf(date),
    qualifiers: doubtBegin(date) | doubtEnd(date),
  }
}

function intervalWhen({ begin, end }: EdtfInterval, asOf: When | null): When {
  let qualifiers: number = QUALIFIER.interval | endFlags(begin, end)
  const a = typeof begin === "object" ? span(begin) : null
  const b = typeof end === "object" ? span(end) : null
  if (typeof begin === "object") qualifiers |= doubtBegin(begin)
  if (typeof end === "object") qualifiers |= doubtEnd(end)
  const beginMin = a ? a[0] : -Infinity
  const endMax = b ? b[1] : Infinity
  let beginMax = Math.min(a ? a[1] : Infinity, endMax)
  let endMin = Math.max(b ? b[0] : -Infinity, beginMin)
  if (asOf && (!a || !b)) {
    // A date of attestation outside the stretch attests nothing about it.
    if (asOf.endMax > beginMin && Number.isFinite(asOf.endMax)) beginMax = Math.min(beginMax, asOf.endMax)
    if (!b) {
      const reached = a && end === "open" && Number.isFinite(asOf.endMax) ? asOf.endMax : asOf.beginMin
      endMin = Math.max(endMin, reached)
    }
  }
  return { beginMin, beginMax, endMin, endMax, precision: coarser(begin, end), qualifiers }
}

function endFlags(begin: EdtfEnd, end: EdtfEnd): number {
  let flags = 0
  if (begin === "open") flags |= QUALIFIER.openBegin
  if (begin === "unknown") flags |= QUALIFIER.unknownBegin
  if (end === "open") flags |= QUALIFIER.openEnd
  if (end === "unknown") flags |= QUALIFIER.unknownEnd
  return flags
}

function coarser(...ends: readonly EdtfEnd[]): Precision {
  const known = ends.filter(end => typeof end === "object").map(precisionOf)
  return known.length ? (Math.min(...known) as Precision) : PRECISION.unknown
}

function setWhen({ all, members }: EdtfSet): When {
  const ranges = members.map(member => (member.kind === "date" ? { from: member, to: member } : member))
  const first = ranges.reduce((best, range) => (startOf(range.from) < startOf(best.from) ? range : best))
  const last = ranges.reduce((best, range) => (endOf(range.to) > endOf(best.to) ? range : best))
  const dates = ranges.flatMap(({ from, to }) => [from, to]).filter(date => date !== null)
  let qualifiers: number = all ? QUALIFIER.allOf : QUALIFIER.oneOf
  if (first.from === null) qualifiers |= QUALIFIER.openBegin
  if (last.to === null) qualifiers |= QUALIFIER.openEnd
  for (const date of all ? [first.from ?? first.to] : dates) if (date) qualifiers |= doubtBegin(date)
  for (const date of all ? [last.to ?? last.from] : dates) if (date) qualifiers |= doubtEnd(date)
  const beginMin = startOf(first.from)
  const endMax = endOf(last.to)
  return {
    beginMin,
    beginMax: all ? Math.min(endOf(first.from ?? first.to), endMax) : endMax,
    endMin: all ? Math.max(startOf(last.to ?? last.from), beginMin) : beginMin,
    endMax,
    precision: coarser(...dates),
    qualifiers,
  }
}

function startOf(date: EdtfDate | null): number {
  return date ? span(date)[0] : -Infinity
}

function endOf(date: EdtfDate | null): number {
  return date ? span(date)[1] : Infinity
}
