import { useSyncExternalStore } from "react"
import { forgetWidths, measureText } from "./measure.ts"

type Measure = typeof measureText

let measure: Measure = measureText

/** What measures texts; another function whenever fonts have come, so that what was laid out before is laid out again. */
export function useMeasure(): Measure {
  return useSyncExternalStore(subscribe, () => measure)
}

function subscribe(changed: () => void): () => void {
  const done = () => {
    forgetWidths()
    measure = (text, size) => measureText(text, size)
    changed()
  }
  document.fonts.addEventListener("loadingdone", done)
  return () => document.fonts.removeEventListener("loadingdone", done)
}
