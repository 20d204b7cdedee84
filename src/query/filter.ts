import type { Facet } from "../table/table.ts"
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
  const { offsets, codes } = facet.rolled
  const rows = offsets.length - 1
  const failing = new Uint8Array(rows)
  const wanted = codeSet(facet, include)
  const unwanted = codeSet(facet, exclude)
  const needed = include.length === 0 ? 0 : together ? new Set(include).size : 1
  const impossible = together && include.some(id => facet.values.code(id) < 0)
  for (let row = 0; row < rows; row++) {
    let found = 0
    let out = impossible
    for (let i = offsets[row]!, end = offsets[row + 1]!; i < end; i++) {
      found += wanted[codes[i]!]!
      if (unwanted[codes[i]!] === 1) out = true
    }
    if (out || found < needed) failing[row] = 1
  }
  return failing
}

function codeSet(facet: Facet, ids: readonly string[]): Uint8Array {
  const set = new Uint8Array(facet.values.size)
  for (const id of ids) {
    const code = facet.values.code(id)
    if (code >= 0) set[code] = 1
  }
  return set
}
