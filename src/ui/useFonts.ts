import { useSyncExternalStore } from "react"
import { forgetWidths } from "./measure.ts"

let loaded = 0

/** A number that grows whenever fonts have come, so that what was measured before is measured again. */
export function useFonts(): number {
  return useSyncExternalStore(subscribe, () => loaded)
}

function subscribe(changed: () => void): () => void {
  const done = () => {
    loaded++
    forgetWidths()
    changed()
  }
  document.fonts.addEventListener("loadingdone", done)
  return () => document.fonts.removeEventListener("loadingdone", done)
}
