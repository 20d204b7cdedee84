import { daysOfText } from "./day-text.ts"
import { DAY } from "./instant.ts"
import { PRECISION, QUALIFIER, type When } from "./when.ts"

/** Reads a text as a fuzzy span; null where it is no date. */
export type ReadWhen = (text: string) => When | null

/** The span of `2016-11-15` or of `2016-11-15/2016-11-23`; null for any other text, for which it takes edtf.ts. */
export function readDays(text: string): When | null {
  const days = daysOfText(text)
  return days && daysWhen(...days)
}

/**
 * The span of whole days since 1970, from the first to the last, or of one; their bounds are all known, so that no date
 * of attestation can narrow them.
 */
export function daysWhen(first: number, last: number): When {
  return {
    beginMin: first * DAY,
    beginMax: (first + 1) * DAY,
    endMin: last * DAY,
    endMax: (last + 1) * DAY,
    precision: PRECISION.day,
    qualifiers: first < last ? QUALIFIER.interval : 0,
  }
}
