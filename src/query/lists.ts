import type { Change } from "./bits.ts"

/**
 * Lists of rows that one change asks for. A row is *counted* when it fails nothing but the one clause that is forgiven
 * (its bit, or 0 for none). All lists share one buffer: each holds until the next is asked for.
 */
export interface RowLists {
  /** The counted rows, of which there are `length`. */
  counted(forgiven: number, length: number): Uint32Array
  /** The rows that are not. */
  others(forgiven: number, length: number): Uint32Array
  /** The rows that are counted now and were not, and the other way round. */
  moved(forgiven: number): { readonly joined: Uint32Array; readonly left: Uint32Array }
}

/** `passing` are the rows that pass after the change; `buffer` has room for one more than all rows. */
export function rowLists(change: Change, passing: Uint32Array, buffer: Uint32Array): RowLists {
  const { before, after, changed, length, patterns, was, is } = change
  // Facets of which the clause fails no row alone count the same rows, one after another.
  let made = ""
  let moved = { joined: buffer, left: buffer }
  const isMade = (what: string) => {
    const same = what !== "" && made === what
    made = what
    return same
  }
  return {
    counted(forgiven, size) {
      if (forgiven === 0 || size === passing.length) return passing
      made = ""
      collect(after, ~forgiven, 0, buffer, size)
      return buffer.subarray(0, size)
    },
    others(forgiven, size) {
      if (!isMade(patterns[forgiven] === 0 ? "others" : "")) collect(after, ~forgiven, 1, buffer, size)
      return buffer.subarray(0, size)
    },
    moved(forgiven) {
      if (isMade(was[forgiven] === 0 && is[forgiven] === 0 ? "moved" : "")) return moved
      const joined = collectMoved(before, after, ~forgiven, changed, length, buffer)
      const rest = buffer.subarray(joined)
      const left = collectMoved(after, before, ~forgiven, changed, length, rest)
      return (moved = { joined: buffer.subarray(0, joined), left: rest.subarray(0, left) })
    },
  }
}

/** Writes the first `length` rows that fail nothing of the mask, or with `other` 1 those that fail something. */
export function collect(
  fails: Uint16Array,
  mask: number,
  other: 0 | 1,
  list: Uint32Array,
  length: number,
): void {
  for (let row = 0, n = 0; n < length; row++) {
    list[n] = row
    n += (((fails[row] & mask) - 1) >>> 31) ^ other
  }
}

/** Writes the changed rows that fail something of the mask in one and nothing in the other; how many there are. */
function collectMoved(
  failing: Uint16Array,
  passing: Uint16Array,
  mask: number,
  changed: Uint32Array,
  length: number,
  list: Uint32Array,
): number {
  let n = 0
  for (let k = 0; k < length; k++) {
    const row = changed[k]
    list[n] = row
    n += (((passing[row] & mask) - 1) >>> 31) & ((((failing[row] & mask) - 1) >>> 31) ^ 1)
  }
  return n
}
