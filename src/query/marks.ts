import type { Dictionary, Facet, Ragged } from "../table/table.ts"

/** The codes of some ids with all that is part of them, one byte each. Ids that are not in the data are left out. */
export function codesUnder({ size, code, children }: Dictionary, ids: Iterable<string>): Uint8Array {
  const set = new Uint8Array(size)
  const open: number[] = []
  const take = (one: number) => {
    if (one < 0 || set[one] === 1) return
    set[one] = 1
    open.push(one)
  }
  for (const id of ids) take(code(id))
  for (let one = open.pop(); one !== undefined; one = open.pop()) children[one].forEach(take)
  return set
}

/**
 * Writes a value for every row that has one of the codes itself. What a row has itself is less than its roll-up: ask with
 * the parts in the set (codesUnder).
 */
export function markRows(facet: Facet, set: Uint8Array, marked: Uint8Array, value: 0 | 1): void {
  if (facet.postings) markListed(facet.postings, set, marked, value)
  else markSingle(facet.codes, set, marked, value)
}

/** As many codes as rows, and no row without one: row and position are the same. */
function markSingle(codes: Uint32Array, set: Uint8Array, marked: Uint8Array, value: 0 | 1): void {
  // Without branches: which rows have the value is not foreseeable.
  for (let row = 0; row < marked.length; row++) {
    const has = set[codes[row]]
    marked[row] = (marked[row] & (has ^ 1)) | (value & has)
  }
}

function markListed(
  { offsets, codes: rows }: Ragged,
  set: Uint8Array,
  marked: Uint8Array,
  value: 0 | 1,
): void {
  for (let code = 0; code < set.length; code++)
    if (set[code] === 1)
      for (let i = offsets[code], end = offsets[code + 1]; i < end; i++) marked[rows[i]] = value
}
