import { useLayoutEffect, useState, type RefObject } from "react"

export interface Size {
  readonly width: number
  readonly height: number
}

/** Size of an element in CSS pixels, kept current; 0 × 0 before it is first measured. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return
    const measure = () =>
      setSize(before => {
        const { clientWidth: width, clientHeight: height } = node
        return before.width === width && before.height === height ? before : { width, height }
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return size
}

/** Width of an element in CSS pixels, kept current. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  return useSize(element).width
}
