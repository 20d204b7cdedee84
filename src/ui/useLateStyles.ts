import { useLayoutEffect, type RefObject } from "react"

/**
 * Gives the page, or the shadow root that an element stands in, the styles of a part that most readers never see, so that
 * they are no part of what everybody waits for. Once given they stay.
 */
export function useLateStyles(styles: string, element: RefObject<Element | null>): void {
  useLayoutEffect(() => {
    const root = element.current?.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return
    const known = GIVEN.get(root) ?? new Set()
    if (known.has(styles)) return
    GIVEN.set(root, known.add(styles))
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  })
}

const GIVEN = new WeakMap<Document | ShadowRoot, Set<string>>()
