import { useMemo, useSyncExternalStore } from "react"
import { forgetWidths, measureText } from "./measure.ts"

type Measure = (text: string, size: number) => number

/** Another value whenever fonts have come. */
let fonts = 0

/**
 * What measures texts in a font family; another function whenever fonts have come, so that what was laid out before is laid
 * out again.
 */
export function useMeasure(family: string): Measure {
  const come = useSyncExternalStore(subscribe, () => fonts)
  return useMemo<Measure>(() => {
    void come
    return (text, size) => measureText(text, size, family)
  }, [family, come])
}

function subscribe(changed: () => void): () => void {
  const done = () => {
    forgetWidths()
    fonts++
    changed()
  }
  document.fonts.addEventListener("loadingdone", done)
  return () => document.fonts.removeEventListener("loadingdone", done)
}
