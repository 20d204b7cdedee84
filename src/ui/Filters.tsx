import { lazy, startTransition, Suspense, useEffect, useRef, useState } from "react"
import { FACETS, type Table } from "../table/table.ts"
import { Facet, SHOWN } from "./Facet.tsx"
import { usePictureStands } from "./picture.ts"
import { useReader } from "./reader.ts"
import { useIdle } from "./useIdle.ts"
import { useStore } from "./useStore.ts"

const LateFilters = lazy(() => import("./LateFilters.tsx"))

/** Pixels that a value takes at least, and the head of a facet. */
const VALUE = 28
const HEAD = 32

/** All that one can filter by. */
export function Filters() {
  const { store, table, words } = useReader()
  const stands = usePictureStands()
  const [isWhole, setWhole] = useState(stands)
  // What lies below the window nobody sees before the picture stands.
  useEffect(() => {
    if (stands) startTransition(() => setWhole(true))
  }, [stands])
  const first = isWhole ? FACETS : FACETS.slice(0, facetsWithin(table, window.innerHeight))
  const isIdle = useIdle()
  const root = useRef<HTMLDivElement>(null)
  const rest = useStore(store, state => state.rest)
  return (
    <div className="filters" ref={root}>
      {first.map(facet => (
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

/** How many facets begin within so many pixels. */
function facetsWithin({ facets }: Table, pixels: number): number {
  let count = 0
  for (let height = 0; count < FACETS.length && height < pixels; count++) {
    const values = facets[FACETS[count]!].values.size - 1
    if (values > 0) height += HEAD + Math.min(values, SHOWN) * VALUE
  }
  return count
}
