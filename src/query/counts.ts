import { FACETS, type Facet, type FacetName, type Table } from "../table/table.ts"
import { CLAUSES, type Selection } from "./selection.ts"

/**
 * Beside each value of each facet, how many events choosing it would give: those that fail nothing but the facet's own
 * clause. With match=all the actors already chosen stay required.
 */
export function countAll(
  table: Table,
  fails: Uint16Array,
  selection: Selection,
): Record<FacetName, Uint32Array> {
  const counted = FACETS.map(name => {
    const keepsOwn =
      name === "actor" && selection.match === "all" && selection.facets.actor.include.length > 0
    const forgiven = keepsOwn ? 0 : 1 << CLAUSES.indexOf(name)
    return [name, countFacet(table.facets[name], fails, ~forgiven)] as const
  })
  return Object.fromEntries(counted) as Record<FacetName, Uint32Array>
}

function countFacet(facet: Facet, fails: Uint16Array, mask: number): Uint32Array {
  const { offsets, codes } = facet.rolled
  const counts = new Uint32Array(facet.values.size)
  for (let row = 0; row < fails.length; row++) {
    if ((fails[row]! & mask) !== 0) continue
    for (let i = offsets[row]!, end = offsets[row + 1]!; i < end; i++) counts[codes[i]!]!++
  }
  return counts
}
