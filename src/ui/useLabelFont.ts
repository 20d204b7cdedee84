import { useMemo, type RefObject } from "react"
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
 * whenever `width` changes. Read while rendering: the first layout is to measure, and so load, no font but the one in use.
 */
export function useLabelFont(element: RefObject<HTMLElement | null>, width: number): LabelFont {
  const node = element.current
  return useMemo(() => (node && width > 0 ? fontOf(node) : USUAL), [node, width])
}

let last = USUAL

/** The same object for the same font, so that nothing is laid out again for it. */
function fontOf(node: HTMLElement): LabelFont {
  const { fontFamily: family, fontSize } = getComputedStyle(node)
  const size = parseFloat(fontSize) * PART
  if (family !== last.family || size !== last.size) last = { family, size }
  return last
}
