import { startTransition, useLayoutEffect, useState, type RefObject } from "react"

export interface Size {
  readonly width: number
  readonly height: number
}

/** Time in ms that the page is given to lay out by itself. */
const PATIENCE = 60

const NOTHING: Size = { width: 0, height: 0 }

/**
 * Size of an element in CSS pixels, kept current; `before` until it is first measured, which is once the page has laid it
 * out: to ask for it at once would have the page laid out in the middle of the work that put it there. With `inPieces` what
 * goes by the first size is made piece by piece, where it is much; what goes by later ones follows the page at once.
 */
export function useSize(
  element: RefObject<HTMLElement | null>,
  before: () => Size = () => NOTHING,
  inPieces = false,
): Size {
  const [size, setSize] = useState<Size>(before)
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return
    let isMeasured = false
    const measure = () => {
      clearTimeout(late)
      // Read here, where the page is laid out, and not when React comes to it.
      const now = sizeOf(node)
      const set = () => setSize(last => changed(last, now))
      if (inPieces && !isMeasured) startTransition(set)
      else set()
      isMeasured = true
    }
    // A frame out of sight is not laid out by itself, and is to be ready when it comes into sight.
    const late = setTimeout(measure, PATIENCE)
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => {
      clearTimeout(late)
      observer.disconnect()
    }
  }, [element, inPieces])
  return size
}

/** Width of an element in CSS pixels, kept current; first that of what stands in its place before it. */
export function useWidth(
  element: RefObject<HTMLElement | null>,
  around: RefObject<HTMLElement | null>,
): number {
  return useSize(element, () => {
    const before = around.current?.firstElementChild
    return before ? sizeOf(before) : NOTHING
  }).width
}

function sizeOf({ clientWidth: width, clientHeight: height }: Element): Size {
  return { width, height }
}

function changed(before: Size, after: Size): Size {
  return before.width === after.width && before.height === after.height ? before : after
}
