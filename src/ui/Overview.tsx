import { useEffect, useMemo, useRef, useState } from "react"
import { layoutOverview } from "../layout/overview.ts"
import { clampDomain, type Domain } from "../layout/scale.ts"
import { sayInstant, sayStretch } from "../words/dates-instant.ts"
import { PRECISION } from "../time/when.ts"
import { domainOf, fitAll } from "../figure/domain.ts"
import { glide, hold, move } from "./camera.ts"
import { createVoice } from "./announce.ts"
import { useAnswer, useReader } from "./reader.ts"
import { useSize } from "./useSize.ts"
import { useStore } from "./useStore.ts"

const HEIGHT = 44
/** Part of the whole that a key moves a handle by. */
const STEP = 0.01
const LARGE_STEP = 0.1

/** The whole extent: density of all and of what passes, and the stretch in view as a brush with two handles. */
export function Overview() {
  const reader = useReader()
  const { store, table, words, locale } = reader
  const answer = useAnswer()
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const stateDomain = useStore(store, state => state.domain)
  const dir = useStore(store, state => state.dir)
  const reversed = dir === null ? words.dir === "rtl" : dir === "time-rtl"
  const whole = useMemo(() => fitAll(table), [table])
  const [from, to] = domainOf(stateDomain, table)
  const bars = useMemo(
    () => (width > 0 ? layoutOverview({ table, selected: answer, extent: whole, along: width }) : null),
    [table, answer, whole, width],
  )
  const [said, setSaid] = useState("")
  const voice = useMemo(() => createVoice(setSaid), [])
  useEffect(() => voice.stop, [voice])
  const stretch = sayStretch(from, to, locale)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else voice.speak(words.viewIs(stretch))
  }, [stretch, voice, words])

  const span = whole[1] - whole[0]
  const alongOf = (instant: number) => ((instant - whole[0]) / span) * width
  const x = (along: number) => (reversed ? width - along : along)
  const instantAt = (clientX: number) => {
    const left = box.current!.getBoundingClientRect().left
    const along = reversed ? width - (clientX - left) : clientX - left
    return whole[0] + (along / width) * span
  }
  const drag = (event: React.PointerEvent, kind: "begin" | "end" | "view" | "new") => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    hold(store)
    const element = event.currentTarget as HTMLElement
    element.setPointerCapture(event.pointerId)
    const grabbed = instantAt(event.clientX)
    const start = domainOf(store.get().domain, table)
    let moved = false
    const follow = (move_: PointerEvent) => {
      if (Math.abs(move_.clientX - event.clientX) > 3) moved = true
      if (!moved) return
      const at = instantAt(move_.clientX)
      move(store, clampDomain(dragged(kind, start, grabbed, at), table.extent))
    }
    const end = (up: PointerEvent) => {
      element.removeEventListener("pointermove", follow)
      element.removeEventListener("pointerup", end)
      element.removeEventListener("pointercancel", end)
      if (moved || kind !== "new") return
      const at = instantAt(up.clientX)
      const half = (start[1] - start[0]) / 2
      glide(store, table, clampDomain([at - half, at + half], table.extent))
    }
    element.addEventListener("pointermove", follow)
    element.addEventListener("pointerup", end)
    element.addEventListener("pointercancel", end)
  }
  const slide = (event: React.KeyboardEvent, edge: "begin" | "end") => {
    const later = reversed ? "ArrowLeft" : "ArrowRight"
    const earlier = reversed ? "ArrowRight" : "ArrowLeft"
    const steps: Record<string, number> = {
      [later]: STEP,
      [earlier]: -STEP,
      ArrowUp: STEP,
      ArrowDown: -STEP,
      PageUp: LARGE_STEP,
      PageDown: -LARGE_STEP,
    }
    const now = edge === "begin" ? from : to
    let next = now
    if (event.key === "Home") next = edge === "begin" ? whole[0] : from + span * STEP
    else if (event.key === "End") next = edge === "begin" ? to - span * STEP : whole[1]
    else if (steps[event.key] !== undefined) next = now + steps[event.key]! * span
    else return
    event.preventDefault()
    const gap = span * STEP * 0.5
    const target: Domain =
      edge === "begin" ? [Math.min(next, to - gap), to] : [from, Math.max(next, from + gap)]
    move(store, clampDomain(target, table.extent))
  }
  const [a, b] = [x(alongOf(from)), x(alongOf(to))].toSorted((p, q) => p - q) as [number, number]
  const left = Math.min(Math.max(a, 0), width)
  const right = Math.min(Math.max(b, 0), width)
  const handle = (edge: "begin" | "end") => {
    const instant = edge === "begin" ? from : to
    const at = Math.min(Math.max(x(alongOf(instant)), 0), width)
    return (
      <div
        className="handle"
        role="slider"
        tabIndex={0}
        aria-label={edge === "begin" ? words.startOfView : words.endOfView}
        aria-orientation="horizontal"
        aria-valuemin={Math.round((edge === "begin" ? Math.min(whole[0], from) : from) / 1000)}
        aria-valuemax={Math.round((edge === "begin" ? to : Math.max(whole[1], to)) / 1000)}
        aria-valuenow={Math.round(instant / 1000)}
        aria-valuetext={sayInstant(
          instant,
          to - from < 3 * 86_400_000 ? PRECISION.minute : PRECISION.day,
          locale,
          "UTC",
        )}
        data-edge={edge}
        style={{ transform: `translateX(${at - 12}px)` }}
        onKeyDown={event => slide(event, edge)}
        onPointerDown={event => drag(event, edge)}
      />
    )
  }
  return (
    <div className="overview" part="overview" role="group" aria-label={words.overview}>
      <div
        className="overview-box"
        ref={box}
        style={{ blockSize: `${HEIGHT}px` }}
        onPointerDown={event => drag(event, "new")}
      >
        {bars && (
          <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
            <path className="all" d={columns(bars.all, bars.peak, bars.width, x, reversed)} />
            <path className="passing" d={columns(bars.passing, bars.peak, bars.width, x, reversed)} />
          </svg>
        )}
        {width > 0 && (
          <>
            <div className="shade" style={{ left: 0, inlineSize: `${left}px` }} />
            <div className="shade" style={{ left: `${right}px`, inlineSize: `${width - right}px` }} />
            <div
              className="brush"
              style={{ transform: `translateX(${left}px)`, inlineSize: `${Math.max(right - left, 2)}px` }}
              onPointerDown={event => drag(event, event.shiftKey ? "new" : "view")}
            />
            {handle("begin")}
            {handle("end")}
          </>
        )}
      </div>
      <p className="unseen" aria-live="polite">
        {said}
      </p>
    </div>
  )
}

/** The stretch that a drag asks for. */
function dragged(kind: "begin" | "end" | "view" | "new", start: Domain, grabbed: number, at: number): Domain {
  const least = 60_000
  switch (kind) {
    case "begin":
      return [Math.min(start[0] + at - grabbed, start[1] - least), start[1]]
    case "end":
      return [start[0], Math.max(start[1] + at - grabbed, start[0] + least)]
    case "view":
      return [start[0] + at - grabbed, start[1] + at - grabbed]
    case "new":
      return [Math.min(grabbed, at), Math.max(grabbed, at, Math.min(grabbed, at) + least)]
  }
}

/** Columns as one path; heights by square root, so that a single event is still seen beside a hundred. */
function columns(
  counts: ArrayLike<number>,
  peak: number,
  width: number,
  x: (along: number) => number,
  reversed: boolean,
): string {
  let path = ""
  for (let i = 0; i < counts.length; i++) {
    const n = counts[i]!
    if (n === 0) continue
    const height = Math.max(3, Math.sqrt(n / Math.max(1, peak)) * (HEIGHT - 8))
    const left = x(reversed ? (i + 1) * width : i * width)
    path += `M${left.toFixed(1)} ${HEIGHT}v${(-height).toFixed(1)}h${(width - 0.5).toFixed(1)}v${height.toFixed(1)}z`
  }
  return path
}
