import { useEffect, useMemo, useRef, useState } from "react"
import { layoutOverview } from "../layout/overview.ts"
import { sayInstant, sayStretch } from "../words/dates-instant.ts"
import { PRECISION } from "../time/when.ts"
import { domainOf, fitAll } from "../figure/domain.ts"
import { createVoice } from "./announce.ts"
import type { Grip } from "./overviewHands.ts"
import { usePictureStands } from "./picture.ts"
import { useAnswer, useReader } from "./reader.ts"
import { useSize } from "./useSize.ts"
import { useStore } from "./useStore.ts"

const HEIGHT = 44

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
  /** Pixels from the left, at an edge for what lies beyond it. */
  const place = (instant: number) => {
    const along = Math.min(Math.max((instant - whole[0]) / span, 0), 1) * width
    return reversed ? width - along : along
  }
  // Not for each frame of a movement, which changes nothing of them.
  const paths = useMemo(
    () => bars && [bars.all, bars.passing].map(counts => columns(counts, bars, width, reversed)),
    [bars, width, reversed],
  )
  const stands = usePictureStands()
  const [hands, setHands] = useState<typeof import("./overviewHands.ts") | null>(null)
  useEffect(() => {
    if (stands) import("./overviewHands.ts").then(setHands, () => {})
  }, [stands])
  const held = () => ({ store, table, whole, reversed, box: box.current! })
  const drag = (event: React.PointerEvent, kind: Grip) => hands?.drag(event, kind, held())
  const [left, right] = [place(from), place(to)].toSorted((p, q) => p - q) as [number, number]
  const handle = (edge: "begin" | "end") => {
    const instant = edge === "begin" ? from : to
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
        style={{ transform: `translateX(${place(instant) - 12}px)` }}
        onKeyDown={event => hands?.slide(event, edge, held())}
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
        {paths && (
          <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
            <path className="all" d={paths[0]} />
            <path className="passing" d={paths[1]} />
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

/** Columns as one path; heights by square root, so that a single event is still seen beside a hundred. */
function columns(
  counts: ArrayLike<number>,
  { peak, width }: { readonly peak: number; readonly width: number },
  length: number,
  reversed: boolean,
): string {
  let path = ""
  for (let i = 0; i < counts.length; i++) {
    const n = counts[i]!
    if (n === 0) continue
    const height = Math.max(3, Math.sqrt(n / Math.max(1, peak)) * (HEIGHT - 8))
    const left = reversed ? length - (i + 1) * width : i * width
    path += `M${left.toFixed(1)} ${HEIGHT}v${(-height).toFixed(1)}h${(width - 0.5).toFixed(1)}v${height.toFixed(1)}z`
  }
  return path
}
