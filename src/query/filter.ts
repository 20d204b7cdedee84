import type { Facet } from "../table/table.ts"
import { codesUnder, markRows } from "./marks.ts"
import type { FacetChoice } from "./selection.ts"

/**
 * Writes 1 for each row that fails the choice of one facet and 0 for the others; false, and nothing written, where
 * nothing is chosen. Included values are alternatives, or with `together` all required; an id that is not in the data is
 * had by no event. Excluding takes out every event that has the value, roll-up included.
 */
export function failingFacet(
  facet: Facet,
  choice: FacetChoice,
  together: boolean,
  failing: Uint8Array,
): boolean {
  const { values } = facet
  const { include, exclude } = choice
  if (include.length === 0 && exclude.length === 0) return false
  failing.fill(include.length === 0 || together ? 0 : 1)
  if (together) failWithout(facet, new Set(include), failing)
  else if (include.length > 0) markRows(facet, codesUnder(values, include), failing, 0)
  if (exclude.length > 0) markRows(facet, codesUnder(values, exclude), failing, 1)
  return true
}

/** Adds the rows that lack any of the ids. */
function failWithout(facet: Facet, ids: Iterable<string>, failing: Uint8Array): void {
  const has = new Uint8Array(failing.length)
  for (const id of ids) {
    has.fill(0)
    markRows(facet, codesUnder(facet.values, [id]), has, 1)
    for (let row = 0; row < failing.length; row++) failing[row] |= has[row] ^ 1
  }
}
