import { useEffect, type RefObject } from "react"

/** The document or shadow tree that an element stands in: the timeline may live in either. */
export function rootOf(element: Element): Document | ShadowRoot {
  return element.getRootNode() as Document | ShadowRoot
}

/** What holds the focus in the tree of an element. */
export function focusedBeside(element: Element | null): HTMLElement | null {
  return element ? (rootOf(element).activeElement as HTMLElement | null) : null
}

/** While `active`, tells when the reader presses or focuses something outside of the element. */
export function useAway(element: RefObject<HTMLElement | null>, active: boolean, away: () => void): void {
  useEffect(() => {
    if (!active || !element.current) return
    const root = rootOf(element.current)
    const look = (event: Event) => {
      if (!element.current?.contains(event.composedPath()[0] as Node)) away()
    }
    root.addEventListener("pointerdown", look)
    root.addEventListener("focusin", look)
    return () => {
      root.removeEventListener("pointerdown", look)
      root.removeEventListener("focusin", look)
    }
  }, [element, active, away])
}
