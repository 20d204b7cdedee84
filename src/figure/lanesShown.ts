import type { Lane, LaneField } from "../layout/lanes.ts"
import { masksOf } from "../layout/membership.ts"
import type { Selected } from "../query/engine.ts"
import type { FacetName, Table } from "../table/table.ts"
import { statedIn } from "./statedIn.ts"

/** How many values of a field have a lane of their own, of all that the events that pass state. */
export interface LanesShown {
  readonly field: FacetName
  readonly own: number
  readonly all: number
}

/** The same of some lanes; null where the lane of all others holds no value that could have had one. */
export function lanesShown(
  table: Table,
  selected: Pick<Selected, "rows">,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): LanesShown | null {
  if (field === "none" || lanes.every(({ code }) => code >= 0)) return null
  const facet = table.facets[field]
  const own = lanes.map(({ code }) => code).filter(code => code > 0)
  const all = statedIn(facet, selected.rows)
  // A ship that stands in the lane of its navy is not left out.
  const masks = masksOf(facet, own)
  if ([...all].every(code => masks[code] !== 0)) return null
  for (const code of own) all.add(code)
  return { field, own: own.length, all: all.size }
}
