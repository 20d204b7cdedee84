import { useLayoutEffect, useState, type RefObject } from "react"
import { FAMILY, LABEL_SIZE } from "./measure.ts"

/** How labels are set: a font family as CSS writes it, and a size in CSS pixels. */
export interface LabelFont {
  readonly family: string
  readonly size: number
}

const USUAL: LabelFont = { family: FAMILY, size: LABEL_SIZE }

/** Size of labels by that of text: --size-label in base.css. */
const PART = 0.875

/**
 * The font of labels in an element of the page, which the page around or the reader's own settings may have chosen; read anew
 * whenever `width` changes.
 */
export function useLabelFont(element: RefObject<HTMLElement | null>, width: number): LabelFont {
  const [font, setFont] = useState(USUAL)
  useLayoutEffect(() => {
    if (!element.current || width === 0) return
    const { fontFamily: family, fontSize } = getComputedStyle(element.current)
    const size = parseFloat(fontSize) * PART
    setFont(before => (before.family === family && before.size === size ? before : { family, size }))
  }, [element, width])
  return font
}
