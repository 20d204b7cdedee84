/** Part of a window in CSS pixels from its upper edge. */
export interface Part {
  readonly start: number
  readonly size: number
}

/** Room that a dialog is given even where less of the frame is in sight. */
const LEAST = 320

/**
 * Tells which part of the window the reader sees, once. In a frame that is higher than the screen that is not all of it: what
 * stands in the middle of the frame may be far from what the reader looks at. Null where nothing frames the page, and all is
 * seen. Gives the function that stops asking.
 */
export function askSeenPart(tell: (part: Part | null) => void): () => void {
  if (window.parent === window) {
    tell(null)
    return () => {}
  }
  // The only way that a frame of another site learns what of it is in sight.
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect()
    const { top, height } = entry!.intersectionRect
    const size = Math.min(innerHeight, Math.max(LEAST, height))
    tell({ start: Math.max(0, Math.min(top, innerHeight - size)), size })
  })
  observer.observe(document.documentElement)
  return () => observer.disconnect()
}
