import { useEffect, type RefObject } from "react"
import { useFullReader } from "./fullReader.ts"
import TimeFilter from "./TimeFilter.tsx"
import { useStore } from "./useStore.ts"
import { attachValueKeys } from "./valueKeys.ts"

/** What comes to the filters after the first picture: dates in words, what becomes of the rest, and keys within the lists of values. */
export default function LateFilters({ filters }: { filters: RefObject<HTMLElement | null> }) {
  useEffect(() => attachValueKeys(filters.current!), [filters])
  return (
    <>
      <TimeFilter />
      <RestSwitch />
    </>
  )
}

/** Whether what fails is hidden or paler. */
function RestSwitch() {
  const { store, words } = useFullReader()
  const rest = useStore(store, state => state.rest)
  return (
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
  )
}
