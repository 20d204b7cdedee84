import { startTransition, useEffect, useMemo, useState } from "react"
import { forgetWidths, measureText } from "./measure.ts"

export type Measure = (text: string, size: number) => number

/** Another value whenever fonts have come. */
let fonts = 0

/**
 * What measures texts in a font family; another function whenever fonts have come, so that what was laid out before is laid
 * out again.
 */
export function useMeasure(family: string): Measure {
  const [come, setCome] = useState(fonts)
  // Nobody waits for another font: the drawing that it makes anew gives way to what a reader does.
  useEffect(() => subscribe(() => startTransition(() => setCome(fonts))), [])
  return useMemo<Measure>(() => {
    void come
    return (text, size) => measureText(text, size, family)
  }, [family, come])
}

function subscribe(changed: () => void): () => void {
  const done = ({ fontfaces }: FontFaceSetLoadEvent) => {
    if (!fontfaces.some(mayBePlain)) return
    forgetWidths()
    fonts++
    changed()
  }
  document.fonts.addEventListener("loadingdone", done)
  return () => document.fonts.removeEventListener("loadingdone", done)
}

/** Whether texts of plain weight, the only ones that are measured, may be set in a font. */
function mayBePlain({ weight }: FontFace): boolean {
  return weight === "400" || !/^(bold|\d+)$/.test(weight)
}
