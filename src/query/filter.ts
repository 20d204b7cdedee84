import type { Facet, Ragged } from "../table/table.ts"
import type { FacetChoice } from "./selection.ts"

/** Rows that a clause fails, one byte each; null where it fails none. */
export type Failing = Uint8Array | null

/**
 * Rows that fail the choice of one facet. Included values are alternatives, or with `together` all required; an id that
 * is not in the data is had by no event. Excluding takes out every event that has the value, roll-up included.
 */
export function failingFacet(facet: Facet, choice: FacetChoice, together: boolean): Failing {
  const { include, exclude } = choice
  if (include.length === 0 && exclude.length === 0) return null
  const failing = new Uint8Array(facet.rolled.offsets.length - 1)
  if (include.length > 0) {
    failing.fill(1)
    const needed = together ? new Set(include) : null
    if (needed && needed.size > 1) passAll(facet, needed, failing)
    else mark(facet.rolled, codeSet(facet, include), failing, 0)
  }
  if (exclude.length > 0) mark(facet.rolled, codeSet(facet, exclude), failing, 1)
  return failing
}

/**
 * Gives a byte to every row that has one of the codes. One pass over the codes alone: which row a code stands in is asked
 * only where it is one of them, which is seldom.
 */
export function mark({ offsets, codes }: Ragged, set: Uint8Array, marked: Uint8Array, byte: 0 | 1): void {
  if (codes.length === marked.length) {
    for (let row = 0; row < codes.length; row++) if (set[codes[row]!] === 1) marked[row] = byte
    return
  }
  let row = 0
  for (let i = 0; i < codes.length; i++) {
    if (set[codes[i]!] === 0) continue
    while (offsets[row + 1]! <= i) row++
    marked[row] = byte
  }
}

/** Lets rows pass that have every one of the ids. */
function passAll(facet: Facet, ids: ReadonlySet<string>, failing: Uint8Array): void {
  if ([...ids].some(id => facet.values.code(id) < 0)) return
  const set = codeSet(facet, ids)
  const { offsets, codes } = facet.rolled
  for (let row = 0; row < failing.length; row++) {
    let found = 0
    for (let i = offsets[row]!, end = offsets[row + 1]!; i < end; i++) found += set[codes[i]!]!
    if (found === ids.size) failing[row] = 0
  }
}

function codeSet(facet: Facet, ids: Iterable<string>): Uint8Array {
  const set = new Uint8Array(facet.values.size)
  for (const id of ids) {
    const code = facet.values.code(id)
    if (code >= 0) set[code] = 1
  }
  return set
}
