import { daysFromCivil, daysInMonth } from "./instant.ts"

/**
 * Days since 1970 of a calendar day written `2016-11-15` at a place in a text, or NaN where there is none. It is the
 * form that most dates of large files have; parsing EDTF takes twenty times as long.
 */
export function dayInText(text: string, at: number): number {
  if (text.charCodeAt(at + 4) !== 45 || text.charCodeAt(at + 7) !== 45) return NaN
  const year = digits(text, at, 4)
  const month = digits(text, at + 5, 2)
  const day = digits(text, at + 8, 2)
  // Comparisons with NaN are false, so that letters in place of digits end here too.
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN
  return daysFromCivil(year, month, day)
}

function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

/** By year and month (16 a year): the number of its first day, 32 times, plus its length; 0 where it is not known yet. */
const months = new Int32Array(10_000 * 16)

/** The same of a day written in ASCII bytes. */
export function dayInBytes(bytes: Uint8Array, at: number): number {
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NaN
  const year = 100 * pairIn(bytes, at) + pairIn(bytes, at + 2)
  const month = pairIn(bytes, at + 5)
  const day = pairIn(bytes, at + 8)
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return NaN
  const place = year * 16 + month
  let known = months[place]!
  if (known === 0) known = months[place] = daysFromCivil(year, month, 1) * 32 + daysInMonth(year, month)
  return day <= (known & 31) ? (known >> 5) + day - 1 : NaN
}

/** The number that two digits write; less than any other where they are none. */
function pairIn(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48
  const ones = bytes[at + 1]! - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -100_000
}

/** The days of `2016-11-15` (twice the same) or of `2016-11-15/2016-11-23`, in order; null for any other text. */
export function daysOfText(text: string): readonly [first: number, last: number] | null {
  if (text.length === 10) {
    const day = dayInText(text, 0)
    return Number.isNaN(day) ? null : [day, day]
  }
  if (text.length !== 21 || text.charCodeAt(10) !== 47) return null
  const first = dayInText(text, 0)
  const last = dayInText(text, 11)
  return first < last ? [first, last] : null
}
