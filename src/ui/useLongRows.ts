import { useLayoutEffect, useRef, useState, type RefObject } from "react"
import { flushSync } from "react-dom"
import { follow, TALLEST, type Place } from "./longScroll.ts"

/** Rows above and below what is in sight that stand on the page. */
const BESIDE = 12
/** Height of a row until one has been measured. */
const SUPPOSED = 56

/** What stands on the page of a long list: rows [first, last), and how many pixels before and after them. */
export interface LongRows {
  readonly first: number
  readonly last: number
  readonly before: number
  readonly after: number
}

/** Part of a page that stays in sight from page to page. */
const KEPT = 0.125

/** Where a key leads the bar; null where it is none that scrolls. */
function placeOfKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, element: HTMLElement): number | null {
  if (altKey || metaKey || (ctrlKey && key.startsWith("Page"))) return null
  const page = element.clientHeight * (1 - KEPT)
  switch (key) {
    case "Home":
      return 0
    case "End":
      return element.scrollHeight
    case "PageUp":
      return element.scrollTop - page
    case "PageDown":
      return element.scrollTop + page
    default:
      return null
  }
}

/** Pixels by which measured heights of one row may differ. */
const SAME = 0.5

const START: Place = { bar: 0, content: 0 }

/**
 * The part of a list of `count` rows, all equally high, that stands in its scroller; of a scroller without a list where
 * `count` is 0. The work does not depend on the number of rows.
 */
export function useLongRows(scroller: RefObject<HTMLElement | null>, count: number): LongRows {
  const [place, setPlace] = useState(START)
  const [size, setSize] = useState(SUPPOSED)
  const [height, setHeight] = useState(0)
  const length = count * size
  const onPage = Math.min(length, TALLEST)
  const live = useRef({ place, length, onPage })
  useLayoutEffect(() => {
    live.current = { place, length, onPage }
  })
  const isLong = count > 0
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isLong) return
    const measure = () => {
      setHeight(element.clientHeight)
      const row = element.querySelector("tbody tr[aria-rowindex]")
      const size = row?.getBoundingClientRect().height ?? 0
      // Far down a list engines tell heights with an error, which a million rows would make a jump of thousands of pixels.
      if (size > 0) setSize(before => (Math.abs(size - before) < SAME ? before : size))
    }
    const scrolled = () => {
      const { length, onPage, place } = live.current
      const bar = element.scrollHeight - element.clientHeight
      const next = follow(
        { bar, content: bar + length - onPage },
        place,
        element.scrollTop,
        element.clientHeight,
      )
      if (next.bar !== element.scrollTop) element.scrollTop = next.bar
      // The engine keeps what it can tell apart.
      flushSync(() => {
        setPlace({ ...next, bar: element.scrollTop })
        measure()
      })
    }
    // At once, as no engine does: its slow movement breaks off where the bar is set to where the rows are.
    const jumped = (event: KeyboardEvent) => {
      const to = placeOfKey(event, element)
      if (to === null) return
      event.preventDefault()
      element.scrollTop = to
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    element.addEventListener("scroll", scrolled)
    element.addEventListener("keydown", jumped)
    return () => {
      watcher.disconnect()
      element.removeEventListener("scroll", scrolled)
      element.removeEventListener("keydown", jumped)
    }
  }, [scroller, isLong])
  const first = Math.max(0, Math.min(count - 1, Math.floor(place.content / size) - BESIDE))
  const last = Math.min(count, Math.ceil((place.content + height) / size) + BESIDE)
  const before = Math.max(0, first * size - (place.content - place.bar))
  const after = Math.max(0, onPage - before - (last - first) * size)
  return { first, last, before, after }
}
