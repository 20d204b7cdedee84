/** Numbers of spans of whole days, found by looking at one place in memory. */
export interface DaySpans {
  /** Where the number of a span stands in `codes`; -1 for one that is too long or too far from 1970 to have a place. */
  placeOf(first: number, last: number): number
  /** By place: the span's number plus 1, or 0 where it has none. Changes when a place is asked for. */
  readonly codes: Uint32Array
}

/** Days before and after 1970: some seven centuries. */
const NEAR = 1 << 18
/** Days of the longest span, by which a first day has its places. */
const LONGEST = 32

/** No spans yet. First days get their places as they are met, so that they take no more than the spans themselves. */
export function daySpans(): DaySpans {
  /** By first day: which block of places it has, counted from 1. */
  let blocks: Uint32Array | null = null
  let count = 0
  let codes = new Uint32Array(0)
  return {
    placeOf(first, last) {
      const length = last - first
      if (length >= LONGEST || first < -NEAR || first >= NEAR) return -1
      blocks ??= new Uint32Array(2 * NEAR)
      let block = blocks[first + NEAR]!
      if (block === 0) {
        block = blocks[first + NEAR] = ++count
        if (block * LONGEST > codes.length) {
          const larger = new Uint32Array(Math.max(64 * LONGEST, codes.length * 2))
          larger.set(codes)
          codes = larger
        }
      }
      return (block - 1) * LONGEST + length
    },
    get codes() {
      return codes
    },
  }
}
