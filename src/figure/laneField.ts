import type { FacetName, Table } from "../table/table.ts"
import { totalsOf } from "../query/counts.ts"
import type { LaneField } from "../layout/lanes.ts"

/** What lanes may stand for where nobody chose, the most telling first. */
const ORDER = ["actor", "place", "type", "source"] as const satisfies readonly FacetName[]

const known = new WeakMap<Table, LaneField>()

/** The field that lanes stand for: the one chosen, else the first that a good part of the events states. */
export function laneField(table: Table, chosen: LaneField | null): LaneField {
  if (chosen !== null) return chosen
  let field = known.get(table)
  if (!field) {
    const says = (one: (typeof ORDER)[number]) =>
      table.facets[one].values.size > 1 && totalsOf(table.facets[one])[0]! < table.length * 0.8
    field = ORDER.find(says) ?? (table.facets.actor.values.size > 1 ? "actor" : "none")
    known.set(table, field)
  }
  return field
}
