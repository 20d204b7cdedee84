/**
 * The fuzzy span of an event: it begins somewhere in [beginMin, beginMax) and ends somewhere in [endMin, endMax).
 *
 * Half-open, milliseconds since 1970-01-01T00:00Z on the proleptic Gregorian calendar (astronomical years), as plain
 * numbers, so that years far beyond a Date's range work; ±Infinity where open or unknown. The four bounds are those of
 * CIDOC CRM (begin of the begin … end of the end). A day-precise event has beginMin = endMin = its midnight and
 * beginMax = endMax = the next one; a stretch of two days begins within the first and ends within the second.
 */
export interface When {
  readonly beginMin: number
  readonly beginMax: number
  readonly endMin: number
  readonly endMax: number
  /** The coarsest precision that was given, for the wording and for what zooming in can reveal. */
  readonly precision: Precision
  /** Bits of QUALIFIER. */
  readonly qualifiers: number
}

/** From coarse to fine; the number is stored in the table. */
export const PRECISION = {
  unknown: 0,
  millennium: 1,
  century: 2,
  decade: 3,
  year: 4,
  season: 5,
  month: 6,
  day: 7,
  hour: 8,
  minute: 9,
  second: 10,
} as const
export type Precision = (typeof PRECISION)[keyof typeof PRECISION]

/** What is said of a span beyond its bounds; bits, stored in one 16-bit column. */
export const QUALIFIER = {
  /** `~`: the edge may lie somewhat outside its bounds; drawn as a fade. */
  approximateBegin: 1 << 0,
  approximateEnd: 1 << 1,
  /** `?`: the source is not sure. */
  uncertainBegin: 1 << 2,
  uncertainEnd: 1 << 3,
  /** `..`: goes on beyond; drawn with an arrow. */
  openBegin: 1 << 4,
  openEnd: 1 << 5,
  /** nothing before or after the solidus: there is a bound and nobody knows it; drawn as a taper. */
  unknownBegin: 1 << 6,
  unknownEnd: 1 << 7,
  /** `[…]`: one moment somewhere in the window; drawn as a bracket with the mark riding in it. */
  oneOf: 1 << 8,
  /** `{…}`: all of the members. */
  allOf: 1 << 9,
  /** Written as begin/end: a stretch, which a single date (a moment of that precision) is not. */
  interval: 1 << 10,
  /** No date at all: bounds are ±Infinity, the event lies in the tray. */
  undated: 1 << 11,
} as const

export const UNDATED: When = {
  beginMin: -Infinity,
  beginMax: Infinity,
  endMin: -Infinity,
  endMax: Infinity,
  precision: PRECISION.unknown,
  qualifiers: QUALIFIER.undated,
}
