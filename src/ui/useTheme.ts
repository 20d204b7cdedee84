import { useEffect, useState } from "react"
import { DARK, FORCED, LIGHT, type Theme } from "../paint/theme.ts"
import { useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"

const DARK_QUERY = "(prefers-color-scheme: dark)"
const FORCED_QUERY = "(forced-colors: active)"

/** The colours to paint with: the reader's choice, else the device's, and the system's own where it enforces them. */
export function useTheme(): Theme {
  const { store } = useReader()
  const chosen = useStore(store, state => state.theme)
  const dark = useMedia(DARK_QUERY)
  const forced = useMedia(FORCED_QUERY)
  if (forced) return FORCED
  return chosen === "dark" || (chosen === "auto" && dark) ? DARK : LIGHT
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const change = () => setMatches(list.matches)
    change()
    list.addEventListener("change", change)
    return () => list.removeEventListener("change", change)
  }, [query])
  return matches
}
