import { useEffect, type RefObject } from "react"
import { useFullReader } from "./fullReader.ts"
import { Switch } from "./Switch.tsx"
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
    <div className="rest">
      <Switch
        legend={words.restLegend}
        options={[
          ["hide", words.restHide],
          ["dim", words.restDim],
        ]}
        value={rest}
        onChange={next => store.set({ rest: next }, { entry: "push" })}
      />
    </div>
  )
}
