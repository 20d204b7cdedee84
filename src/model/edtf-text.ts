import { dayInText, daysOfText } from "../time/day-text.ts"
import { formatEdtf, parseEdtf } from "../time/edtf.ts"
import type { EdtfFailure } from "../time/edtf-parse.ts"

/** In a large table most dates repeat; the memory is emptied when it has grown to this many texts. */
const REMEMBERED = 50_000
const known = new Map<string, string | null>()

/** The canonical EDTF of a text, or null where it is none. Remembers what it has seen. */
export function canonicalEdtf(text: string): string | null {
  if (daysOfText(text)) return text
  const before = known.get(text)
  if (before !== undefined) return before
  const parsed = parseEdtf(text.trim())
  const canonical = parsed.ok ? formatEdtf(parsed.value) : null
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, canonical)
  return canonical
}

/** Whether a text is EDTF, or empty as cells of a spreadsheet are where nothing is known. */
export function isEdtfOrEmpty(text: string): boolean {
  return text.trim() === "" || canonicalEdtf(text) !== null
}

/** Whether a text can be the start or the end of a stretch: one date, `..` for open, or empty. */
export function isBoundOrEmpty(text: string): boolean {
  const bound = text.trim()
  if (bound.length === 10 && !Number.isNaN(dayInText(bound, 0))) return true
  return bound === "" || bound === ".." || canonicalEdtf(`${bound}/..`) !== null
}

/**
 * The EDTF of a start and an end as spreadsheets have them; null where neither says anything. A start alone is one
 * date; an end alone is a stretch that began no one knows when; the same date twice is that date.
 */
export function joinBounds(start: string, end: string): string | null {
  const [first, last] = [start.trim(), end.trim()]
  // The commonest case first: two days in order need no parser to be joined.
  if (dayInText(first, 0) < dayInText(last, 0) && first.length === 10 && last.length === 10)
    return `${first}/${last}`
  if (first === last) return first === "" || first === ".." ? null : canonicalEdtf(first)
  if (last === "" && first !== "..") return canonicalEdtf(first)
  return canonicalEdtf(`${first}/${last}`)
}

/** Why a text is not EDTF; null where it is. */
export function edtfFault(text: string): EdtfFailure | null {
  const parsed = parseEdtf(text.trim())
  return parsed.ok ? null : parsed
}
