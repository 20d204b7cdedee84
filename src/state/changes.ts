import { EMPTY_SELECTION, type ClauseName, type FacetChoice, type Selection } from "../query/selection.ts"
import { INITIAL_STATE, type State } from "./state.ts"

/** What changes when other data is opened: nothing that was chosen in the former one holds. */
export function openData(data: string | null): Partial<State> {
  const { format, map, selection, domain, lanes, pins, event, align, edition, show } = INITIAL_STATE
  return { data, format, map, selection, domain, lanes, pins, event, align, edition, show }
}

/** What changes when the same data is read with its columns matched in another way: as when it is opened anew. */
export function matchColumns(map: string | null): (state: State) => Partial<State> {
  return ({ data, format }) => ({ ...openData(data), format, map })
}

type FacetName = keyof Selection["facets"]
const without = (ids: readonly string[], id: string) => ids.filter(one => one !== id)

/**
 * The selection after a value was chosen (`include`) or excluded, or let go where it was that already; `only` makes it
 * the one choice of its facet.
 */
export function toggleValue(
  selection: Selection,
  facet: FacetName,
  id: string,
  how: "include" | "exclude" | "only",
): Selection {
  const { include, exclude } = selection.facets[facet]
  if (how === "only") return withChoice(selection, facet, { include: [id], exclude: [] })
  const own = how === "include" ? include : exclude
  const other = how === "include" ? exclude : include
  const next = own.includes(id) ? without(own, id) : [...own, id]
  const rest = without(other, id)
  return withChoice(
    selection,
    facet,
    how === "include" ? { include: next, exclude: rest } : { include: rest, exclude: next },
  )
}

/** The selection with nothing chosen or excluded in one facet. */
export function clearFacet(selection: Selection, facet: FacetName): Selection {
  return withChoice(selection, facet, EMPTY_SELECTION.facets[facet])
}

/** The selection without one of its reasons to hide an event. */
export function clearClause(selection: Selection, clause: ClauseName): Selection {
  if (clause === "q") return { ...selection, q: "" }
  if (clause === "time") return { ...selection, from: null, to: null, range: "could" }
  if (clause === "known") return { ...selection, known: null }
  return clearFacet(selection, clause)
}

function withChoice(selection: Selection, facet: FacetName, choice: FacetChoice): Selection {
  const facets = { ...selection.facets, [facet]: choice }
  return { ...selection, facets }
}
