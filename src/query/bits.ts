import { CLAUSES } from "./selection.ts"

/** How many values `fails` can take. */
export const PATTERNS = 1 << CLAUSES.length

/** Which rows fail what before and after a selection changed; the arrays by pattern say how many rows have one. */
export interface Change {
  readonly before: Uint16Array
  readonly after: Uint16Array
  /** The first `length` of these are the rows of which `fails` is another, ascending. */
  readonly changed: Uint32Array
  readonly length: number
  /** What all rows fail now. */
  readonly patterns: Uint32Array
  /** What the changed rows failed, and fail now. */
  readonly was: Uint32Array
  readonly is: Uint32Array
}

/** Copies with one clause's bit set anew: for the rows that fail it, or for none. */
export function setBit(from: Uint16Array, to: Uint16Array, bit: number, failing: Uint8Array | null): void {
  const others = ~bit
  if (failing)
    for (let row = 0; row < to.length; row++) to[row] = (from[row] & others) | (-failing[row] & bit)
  else for (let row = 0; row < to.length; row++) to[row] = from[row] & others
}

/**
 * What changed between two states. `flipped` is the bits of the clauses that can differ, `patterns` those of before, and
 * `changed` a buffer with room for one more than all rows, since it is written to without asking for an end.
 */
export function changeBetween(
  before: Uint16Array,
  after: Uint16Array,
  flipped: number,
  patterns: Uint32Array,
  changed: Uint32Array,
): Change {
  const length = compare(before, after, changed)
  const was = tally(before, changed, length)
  // One bit that changed changed in every one of these rows.
  const isSingle = (flipped & (flipped - 1)) === 0
  const is = isSingle ? was.map((_, pattern) => was[pattern ^ flipped]) : tally(after, changed, length)
  const now = patterns.map((rows, pattern) => rows - was[pattern] + is[pattern])
  return { before, after, changed, length, patterns: now, was, is }
}

/** Writes the rows that differ; without branches, since a wrong guess costs more than a write for nothing. */
function compare(before: Uint16Array, after: Uint16Array, changed: Uint32Array): number {
  let n = 0
  for (let row = 0; row < after.length; row++) {
    changed[n] = row
    n += -(before[row] ^ after[row]) >>> 31
  }
  return n
}

function tally(fails: Uint16Array, rows: Uint32Array, length: number): Uint32Array {
  const counts = new Uint32Array(PATTERNS)
  for (let k = 0; k < length; k++) counts[fails[rows[k]]]++
  return counts
}
