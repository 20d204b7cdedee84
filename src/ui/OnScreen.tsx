import { useEffect, useMemo, useRef, useState, type PointerEvent as PressEvent, type RefObject } from "react"
import { createPortal } from "react-dom"
import { fitAll } from "../figure/domain.ts"
import { clampDomain } from "../layout/scale.ts"
import type { Scene } from "../layout/scene.ts"
import { hold, move } from "./camera.ts"
import { useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"

/** Pixels that a press may move and still be one. */
const STILL = 3

interface OnScreenProps {
  readonly scene: Scene
  readonly scrollerRef: RefObject<HTMLElement | null>
  readonly plotRef: RefObject<HTMLElement | null>
}

/**
 * In the overview, which part of a phone's column is on the screen: the view itself is longer than that. To drag it, or to
 * press beside it within the view, scrolls the column; dragged beyond an end it takes the view with it.
 */
export function OnScreen({ scene, scrollerRef, plotRef }: OnScreenProps) {
  const { store, table, words } = useReader()
  const dir = useStore(store, state => state.dir)
  const isReversed = dir === null ? words.dir === "rtl" : dir === "time-rtl"
  const band = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState<Element | null>(null)
  useEffect(
    () => setBox(plotRef.current!.closest(".dateline")!.querySelector(".overview-box")),
    [plotRef, scene],
  )
  /** Pixels down the column that the overview is long, and where in it the column begins, as a part of it from the left. */
  const whole = useMemo(() => {
    const [start, end] = fitAll(table)
    const [from, to] = scene.domain
    const begin = (from - start) / (end - start)
    return { length: ((end - start) / (to - from)) * scene.along, begin: isReversed ? 1 - begin : begin }
  }, [scene, table, isReversed])

  useEffect(() => {
    if (!box) return
    const scroller = scrollerRef.current!
    const seen = () => seenOf(scroller, plotRef.current!)
    const show = () => {
      if (!band.current) return
      const [first, last] = seen()
      const edges = [first, last].map(along => whole.begin + ((isReversed ? -1 : 1) * along) / whole.length)
      const [left, right] = edges.map(part => 100 * Math.max(0, Math.min(1, part))).toSorted((a, b) => a - b)
      band.current.hidden = last - first >= scene.along - 1
      band.current.style.left = `${left}%`
      band.current.style.inlineSize = `${right! - left!}%`
    }
    let pressed = 0
    const press = (event: Event) => {
      pressed = (event as PointerEvent).clientX
    }
    const click = (event: Event) => {
      const { clientX, target } = event as MouseEvent
      if (Math.abs(clientX - pressed) > STILL || !(target as Element).closest(".brush")) return
      const { left, width } = box.getBoundingClientRect()
      const apart = (clientX - left) / width - whole.begin
      const [first, last] = seen()
      scroller.scrollBy({
        top: (isReversed ? -apart : apart) * whole.length - (first + last) / 2,
        behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
      })
    }
    show()
    const sizes = new ResizeObserver(show)
    sizes.observe(scroller)
    scroller.addEventListener("scroll", show, { passive: true })
    document.addEventListener("scroll", show, { passive: true })
    // Before the overview takes the press for its own.
    box.addEventListener("pointerdown", press, true)
    box.addEventListener("click", click)
    return () => {
      sizes.disconnect()
      scroller.removeEventListener("scroll", show)
      document.removeEventListener("scroll", show)
      box.removeEventListener("pointerdown", press, true)
      box.removeEventListener("click", click)
    }
  }, [box, scene, whole, isReversed, scrollerRef, plotRef])

  const drag = (event: PressEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const own = event.currentTarget
    own.setPointerCapture(event.pointerId)
    hold(store)
    const perPixel = (isReversed ? -whole.length : whole.length) / box!.clientWidth
    let last = event.clientX
    const follow = ({ clientX }: PointerEvent) => {
      const scroller = scrollerRef.current!
      const by = (clientX - last) * perPixel
      last = clientX
      const before = scroller.scrollTop
      scroller.scrollTop += by
      const { domain } = store.get()
      const rest = by - (scroller.scrollTop - before)
      if (!domain || Math.abs(rest) < 1) return
      const shift = (rest / scene.along) * (domain[1] - domain[0])
      move(store, clampDomain([domain[0] + shift, domain[1] + shift], table.extent))
    }
    const stop = () => {
      own.removeEventListener("pointermove", follow)
      own.removeEventListener("pointerup", stop)
      own.removeEventListener("pointercancel", stop)
    }
    own.addEventListener("pointermove", follow)
    own.addEventListener("pointerup", stop)
    own.addEventListener("pointercancel", stop)
  }

  return (
    box && createPortal(<div className="on-screen" ref={band} aria-hidden="true" onPointerDown={drag} />, box)
  )
}

/** First and last pixel down the column that are seen, of what scrolls it and of the window. */
function seenOf(scroller: Element, plot: Element): [number, number] {
  const { top, height } = plot.getBoundingClientRect()
  const edge = scroller.getBoundingClientRect()
  const within = (pixels: number) => Math.max(0, Math.min(height, pixels))
  return [within(Math.max(edge.top, 0) - top), within(Math.min(edge.bottom, innerHeight) - top)]
}
