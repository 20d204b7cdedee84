import { useLayoutEffect, type RefObject } from "react"
import { askSeenPart } from "./seenPart.ts"

/**
 * Lets what a panel beside the drawing holds begin where the reader looks, each time `subject` is another: in a page or a frame
 * that is higher than the screen, the panel's upper edge may be far above.
 */
export function useInSight(panel: RefObject<HTMLElement | null>, subject: unknown): void {
  useLayoutEffect(() => {
    const element = panel.current!
    return askSeenPart(part => {
      // A sheet over the drawing has a place of its own.
      const isBeside = getComputedStyle(element).position !== "absolute"
      const above = (part?.start ?? 0) - element.getBoundingClientRect().top
      element.style.paddingBlockStart = isBeside && above > 0 ? `${above}px` : ""
    })
  }, [panel, subject])
}
