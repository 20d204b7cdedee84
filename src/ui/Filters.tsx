import { lazy, Suspense, useRef } from "react"
import { FACETS } from "../table/table.ts"
import { Facet } from "./Facet.tsx"
import { useReader } from "./reader.ts"
import { useIdle } from "./useIdle.ts"
import { useStore } from "./useStore.ts"

const LateFilters = lazy(() => import("./LateFilters.tsx"))

/** All that one can filter by. */
export function Filters() {
  const { store, words } = useReader()
  const isIdle = useIdle()
  const root = useRef<HTMLDivElement>(null)
  const rest = useStore(store, state => state.rest)
  return (
    <div className="filters" ref={root}>
      {FACETS.map(facet => (
        <Facet key={facet} facet={facet} />
      ))}
      <Suspense>{isIdle && <LateFilters filters={root} />}</Suspense>
      <fieldset className="switch rest">
        <legend>{words.restLegend}</legend>
        {(["hide", "dim"] as const).map(one => (
          <label key={one}>
            <input
              type="radio"
              checked={rest === one}
              onChange={() => store.set({ rest: one }, { entry: "push" })}
            />
            {one === "hide" ? words.restHide : words.restDim}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
