import type { ReactNode } from "react"
import { toggleValue } from "../state/changes.ts"
import type { FacetName } from "../table/table.ts"
import { nameOfId, useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"

/** A value that filters by itself when it is clicked. */
export function FilterButton({ facet, id, children }: { facet: FacetName; id: string; children: ReactNode }) {
  const { store } = useReader()
  const chosen = useStore(store, state => state.selection.facets[facet].include.includes(id))
  return (
    <button
      type="button"
      className="filter-by"
      aria-pressed={chosen}
      onClick={() =>
        store.set(s => ({ selection: toggleValue(s.selection, facet, id, "include") }), { entry: "push" })
      }
    >
      {children}
    </button>
  )
}

/** The name of a value as such a button. */
export function Named({ facet, id }: { facet: FacetName; id: string }) {
  const reader = useReader()
  return (
    <FilterButton facet={facet} id={id}>
      <bdi>{nameOfId(reader, facet, id)}</bdi>
    </FilterButton>
  )
}
