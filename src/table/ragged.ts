import { growing, push, unknownPace, type Growing } from "./growing.ts"
import type { Ragged } from "./table.ts"

/** Lists of codes in the order in which their rows come. */
export interface RaggedBuilder {
  readonly offsets: Growing<Uint32Array>
  readonly codes: Growing<Uint32Array>
  /** The last row, counted from 1, to which addCode gave each code. */
  lastRows: Uint32Array
}

/** No lists yet. A row is ended by endList; a row without a value gets the one code 0, "not stated". */
export function raggedBuilder(pace = unknownPace()): RaggedBuilder {
  const offsets = growing(Uint32Array, 1024, pace)
  offsets.array[0] = 0
  offsets.length = 1
  return { offsets, codes: growing(Uint32Array, 1024, pace), lastRows: new Uint32Array(64) }
}

/** Adds a code to the list of the row that is being filled, once, however long that list is. */
export function addCode(lists: RaggedBuilder, code: number): void {
  const row = lists.offsets.length
  if (code >= lists.lastRows.length) {
    const wider = new Uint32Array(code * 2)
    wider.set(lists.lastRows)
    lists.lastRows = wider
  }
  if (lists.lastRows[code] === row) return
  lists.lastRows[code] = row
  push(lists.codes, code)
}

/** Ends the row that is being filled. */
export function endList({ offsets, codes }: RaggedBuilder): void {
  if (codes.length === offsets.array[offsets.length - 1]) push(codes, 0)
  push(offsets, codes.length)
}

/** The codes of one row, written anew for each: the first `count` of `codes`. Emptying an array itself would cost more. */
export interface CodeList {
  readonly codes: number[]
  count: number
}

/** Adds a whole row, of which each code stands there once. */
export function addList({ offsets, codes }: RaggedBuilder, { codes: own, count }: CodeList): void {
  if (count === 0) push(codes, 0)
  else for (let i = 0; i < count; i++) push(codes, own[i]!)
  push(offsets, codes.length)
}

/**
 * The lists in another order of rows and with other codes. Where every list has one code the offsets are the row numbers
 * themselves; all such facets of a table share `single`.
 */
export function gatherLists(
  { offsets, codes }: RaggedBuilder,
  order: Uint32Array,
  recoded: Uint32Array,
  single: () => Uint32Array,
): Ragged {
  const starts = offsets.array
  const from = codes.array
  const n = order.length
  const out = new Uint32Array(codes.length)
  if (codes.length === n) {
    // As many codes as rows, and no row without one.
    for (let i = 0; i < n; i++) out[i] = recoded[from[order[i]!]!]!
    return { offsets: single(), codes: out }
  }
  const places = new Uint32Array(n + 1)
  let at = 0
  for (let i = 0; i < n; i++) {
    const row = order[i]!
    for (let j = starts[row]!, end = starts[row + 1]!; j < end; j++) out[at++] = recoded[from[j]!]!
    places[i + 1] = at
  }
  return { offsets: places, codes: out }
}

/** 0, 1, 2, … n: the offsets of rows that have one code each. */
export function identity(n: number): Uint32Array {
  const offsets = new Uint32Array(n + 1)
  for (let i = 0; i <= n; i++) offsets[i] = i
  return offsets
}

/**
 * The lists closed under their parents, each code once a row: the roll-up, made once so that filtering by a whole is as
 * cheap as by a part. The same arrays where nothing is part of anything.
 */
export function rollUp(lists: Ragged, parents: readonly (readonly number[])[]): Ragged {
  if (parents.every(above => above.length === 0)) return lists
  const closures = parents.map((_, code) => Uint32Array.from(ancestors(code, parents)))
  const rows = lists.offsets.length - 1
  const offsets = new Uint32Array(rows + 1)
  const codes = growing(Uint32Array, Math.ceil(lists.codes.length * 1.5) + 16)
  const seen = new Uint32Array(parents.length)
  for (let row = 0; row < rows; row++) {
    for (let i = lists.offsets[row]!; i < lists.offsets[row + 1]!; i++) {
      const closure = closures[lists.codes[i]!]!
      for (let j = 0; j < closure.length; j++) {
        const code = closure[j]!
        if (seen[code] === row + 1) continue
        seen[code] = row + 1
        push(codes, code)
      }
    }
    offsets[row + 1] = codes.length
  }
  return { offsets, codes: codes.array.slice(0, codes.length) }
}

/** A code and everything that it is part of. */
function ancestors(code: number, parents: readonly (readonly number[])[]): number[] {
  const found = [code]
  for (let i = 0; i < found.length; i++)
    for (const parent of parents[found[i]!]!) if (!found.includes(parent)) found.push(parent)
  return found
}
