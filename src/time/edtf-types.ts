/**
 * An EDTF expression (ISO 8601-2:2019, levels 0 to 2) as a plain value: what was written, not yet what it means. See
 * edtf.ts for text ↔ value ↔ When.
 */
export type Edtf = EdtfDate | EdtfInterval | EdtfSet

/** One date: a year, a month or season of it, a day, perhaps a time of that day. Levels fill from the left. */
export interface EdtfDate {
  readonly kind: "date"
  readonly year: EdtfYear
  /** Two characters, digits or X: `06`, `1X`; or a season, quarter, quadrimester or semestral, `21` to `41`. */
  readonly month: string | null
  /** Two characters, digits or X. */
  readonly day: string | null
  readonly time: EdtfTime | null
  /** Bits of DOUBT for the year, the month and the day; 0 where a part is absent. */
  readonly doubts: readonly [year: number, month: number, day: number]
}

/** Four characters, digits or X; or with `long` a number of any length as after the letter Y. */
export interface EdtfYear {
  readonly negative: boolean
  readonly digits: string
  readonly long: boolean
  /** The number after E: the year is digits · 10^exponent. Only in long years. */
  readonly exponent: number | null
  /** The number after S: how many digits of an estimated year are significant. */
  readonly significant: number | null
}

/** A clock time; `hour` may be 24 at the end of the day. What was not written is null. */
export interface EdtfTime {
  readonly hour: number
  readonly minute: number | null
  readonly second: number | null
  /** Milliseconds, where a fraction of the second was written. */
  readonly ms: number | null
  /** Minutes east of UTC (0 for Z); null where no zone was written. */
  readonly offset: number | null
}

/** `..` is open, nothing is unknown: there is a bound that nobody knows. */
export type EdtfEnd = EdtfDate | "open" | "unknown"

export interface EdtfInterval {
  readonly kind: "interval"
  readonly begin: EdtfEnd
  readonly end: EdtfEnd
}

/** `{…}` all of the members, `[…]` one of them. */
export interface EdtfSet {
  readonly kind: "set"
  readonly all: boolean
  readonly members: readonly (EdtfDate | EdtfRange)[]
}

/** Consecutive members; null is "and everything before" or "after". Never both. */
export interface EdtfRange {
  readonly kind: "range"
  readonly from: EdtfDate | null
  readonly to: EdtfDate | null
}

export const DOUBT = {
  /** `?` */
  uncertain: 1,
  /** `~` */
  approximate: 2,
} as const

/** Northern and southern spring to winter, quarters, quadrimesters, semestrals (ISO 8601-2:2019, 4.8). */
export const SEASON = {
  first: 21,
  north: 25,
  south: 29,
  quarter: 33,
  quadrimester: 37,
  semestral: 40,
  last: 41,
} as const

/** The season code of a date, or null where it has a month or none. */
export function seasonOf(date: EdtfDate): number | null {
  const code = date.month === null ? Number.NaN : Number(date.month)
  return code >= SEASON.first ? code : null
}
