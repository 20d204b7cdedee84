import { growing, push, reserve, take, unknownPace, type Growing } from "./growing.ts"
import { reorder, reorderLists, type Reordering } from "./reorder.ts"
import type { Ragged } from "./table.ts"

/** Lists of codes in the order in which their rows come. */
export interface RaggedBuilder {
  /** Null as long as each row has one code. */
  offsets: Growing<Uint32Array> | null
  readonly codes: Growing<Uint32Array>
  /** Where the codes of the row begin that is being filled. */
  from: number
  /** The last row, counted from 1, to which addCode gave each code. */
  lastRows: Uint32Array
  /** Number of rows that are ended. */
  rows: number
}

/** No lists yet. A row is ended by endList; a row without a value gets the one code 0, "not stated". */
export function raggedBuilder(pace = unknownPace()): RaggedBuilder {
  return {
    ...{ offsets: null, codes: growing(Uint32Array, 1024, pace), from: 0 },
    ...{ lastRows: new Uint32Array(64), rows: 0 },
  }
}

/** Adds a code to the list of the row that is being filled, once, however long that list is. */
export function addCode(lists: RaggedBuilder, code: number): void {
  const row = lists.rows + 1
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
export function endList(lists: RaggedBuilder): void {
  const { codes, from } = lists
  if (codes.length === from) push(codes, 0)
  if (lists.offsets) push(lists.offsets, codes.length)
  else if (codes.length !== from + 1) lists.offsets = beginOffsets(lists)
  lists.from = codes.length
  lists.rows++
}

/** Offsets of the rows that had one code each, and of the first that has more. */
function beginOffsets({ codes, rows }: RaggedBuilder): Growing<Uint32Array> {
  const offsets = growing(Uint32Array, Math.max(1024, rows + 2), codes.pace)
  for (let row = 0; row <= rows; row++) offsets.array[row] = row
  offsets.array[rows + 1] = codes.length
  offsets.length = rows + 2
  return offsets
}

/** The codes of one row, written anew for each: the first `count` of `codes`. Emptying an array itself would cost more. */
export interface CodeList {
  readonly codes: number[]
  count: number
}

/** Adds a whole row, of which each code stands there once. */
export function addList(lists: RaggedBuilder, { codes: own, count }: CodeList): void {
  const { codes } = lists
  if (codes.length + count > codes.array.length) reserve(codes, count)
  for (let i = 0; i < count; i++) codes.array[codes.length++] = own[i]!
  endList(lists)
}

/**
 * The lists in another order of rows and with other codes; with `last` the builder's own memory is given up. Where every
 * list has one code the offsets are the row numbers themselves; all such facets of a table share `single`.
 */
export function takeLists(
  lists: RaggedBuilder,
  order: Reordering,
  recoded: Uint32Array,
  single: () => Uint32Array,
  last: boolean,
): Ragged {
  const { offsets, codes } = lists
  const taken = offsets
    ? reorderLists({ offsets: offsets.array, codes: codes.array }, recoded, order, last)
    : { offsets: single(), codes: reorder(codes.array, order, last) }
  if (offsets && last) take(offsets, true)
  const own = last ? take(codes, true) : taken.codes
  return { offsets: taken.offsets, codes: offsets ? own : recode(own, recoded) }
}

function recode(codes: Uint32Array, recoded: Uint32Array): Uint32Array {
  for (let i = 0; i < codes.length; i++) codes[i] = recoded[codes[i]!]!
  return codes
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
