import { useEffect, type RefObject } from "react"
import TimeFilter from "./TimeFilter.tsx"
import { attachValueKeys } from "./valueKeys.ts"

/** What comes to the filters after the first picture: dates in words, and keys within the lists of values. */
export default function LateFilters({ filters }: { filters: RefObject<HTMLElement | null> }) {
  useEffect(() => attachValueKeys(filters.current!), [filters])
  return <TimeFilter />
}
