import { lazy, startTransition, Suspense, useEffect, useRef, useState } from "react"
import { FACETS, type Table } from "../table/table.ts"
import { Facet, SHOWN } from "./Facet.tsx"
import { usePictureStands } from "./picture.ts"
import { useReader } from "./reader.ts"
import { useIdle } from "./useIdle.ts"

const LateFilters = lazy(() => import("./LateFilters.tsx"))

/** Pixels that a value takes at least. */
const VALUE = 28

/** All that one can filter by. */
export function Filters() {
  const { table } = useReader()
  const stands = usePictureStands()
  const [isWhole, setWhole] = useState(stands)
  // What lies below the window nobody sees before the picture stands.
  useEffect(() => {
    if (stands) startTransition(() => setWhole(true))
  }, [stands])
  const first = isWhole ? FACETS : FACETS.slice(0, facetsWithin(table, window.innerHeight))
  const isIdle = useIdle()
  const root = useRef<HTMLDivElement>(null)
  return (
    <div className="filters" ref={root}>
      {first.map(facet => (
        <Facet key={facet} facet={facet} />
      ))}
      <Suspense>{isIdle && <LateFilters filters={root} />}</Suspense>
    </div>
  )
}

/** How many facets begin within so many pixels. */
function facetsWithin({ facets }: Table, pixels: number): number {
  let left = pixels
  const last = FACETS.findIndex(name => (left -= Math.min(facets[name].values.size, SHOWN) * VALUE) < 0)
  return last < 0 ? FACETS.length : last + 1
}
