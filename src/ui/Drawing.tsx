import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from "react"
import type { Frame } from "../layout/frame.ts"
import { fromPoint } from "../layout/frame.ts"
import { hit, markOf, type Hit } from "../layout/hit.ts"
import { labelBox, type Scene } from "../layout/scene.ts"
import type { Focus } from "../layout/navigate.ts"
import { clampDomain } from "../layout/scale.ts"
import { paintScene } from "../paint/canvas.ts"
import { domainOf, glide, hold, move as moveView } from "./camera.ts"
import { Axis } from "./Axis.tsx"
import { attachGestures } from "./gestures.ts"
import { Gutter } from "./Gutter.tsx"
import { Labels } from "./Labels.tsx"
import { FocusMark, Tooltip } from "./Pointed.tsx"
import { useAnswer, useReader } from "./reader.ts"
import { Tray } from "./Tray.tsx"
import { useKeys } from "./useKeys.ts"
import { useScene } from "./useScene.ts"
import { useSize } from "./useSize.ts"
import { useStore } from "./useStore.ts"
import { useTheme } from "./useTheme.ts"

interface DrawingProps {
  /** Id of the element that names the document. */
  readonly label: string
  /** Whether time runs down the page. */
  readonly upright: boolean
  readonly onOpen: (row: number, byKey?: boolean) => void
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** What the pointer or the keyboard is on. */
export interface Pointed {
  readonly row: number
  readonly lane: number
  readonly x: number
  readonly y: number
  /** A bin of a dense lane: how many events it holds, and its stretch. */
  readonly bin?: { readonly count: number; readonly domain: readonly [number, number] }
}

/** How near a pointer or a finger must come to a mark, in pixels. */
const REACH = { mouse: 14, touch: 24 }

/** The timeline itself: a canvas of marks under a page of texts, moved by hand, wheel and keys. */
export function Drawing({ label, upright, onOpen, onClose, onKeys }: DrawingProps) {
  const reader = useReader()
  const { store, table, words } = reader
  const answer = useAnswer()
  const plot = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useSize(plot)
  const room = useSize(scroller)
  const theme = useTheme()
  const embed = useStore(store, state => state.embed)
  const eventId = useStore(store, state => state.event)
  const openRow = eventId === null ? -1 : table.rowOf(eventId)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [focus, setFocus] = useState<Focus | null>(null)
  const [refused, setRefused] = useState(false)
  const owned = useRef(!embed)
  const hintId = useId()

  const { scene, frame, lanes } = useScene({
    width: size.width,
    room: Math.max(room.height, 160),
    upright,
    foremost: [openRow, focus?.row ?? -1].filter(row => row >= 0),
  })
  const lit = pointed?.row ?? focus?.row ?? -1
  const live = useRef({ scene, frame, answer })
  useLayoutEffect(() => {
    live.current = { scene, frame, answer }
  })

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext("2d")
    if (!element || !context || !scene) return
    const ratio = window.devicePixelRatio || 1
    const [width, height] = boxOf(frame)
    if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio)
    if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio)
    paintScene(context, scene, frame, theme, { ratio, hovered: lit, open: openRow })
  }, [scene, frame, theme, lit, openRow])

  const place = useCallback((clientX: number, clientY: number) => {
    const box = plot.current!.getBoundingClientRect()
    return fromPoint(live.current.frame, clientX - box.left, clientY - box.top)
  }, [])

  const zoomToBin = useCallback(
    (bin: NonNullable<Pointed["bin"]>) => {
      const [from, to] = bin.domain
      glide(store, table, [from - (to - from) * 4, to + (to - from) * 4])
    },
    [store, table],
  )

  useEffect(() => {
    const element = plot.current
    if (!element) return
    return attachGestures(element, {
      domain: () => domainOf(store.get().domain, table),
      length: () => live.current.frame.length,
      along: (x, y) => place(x, y).along,
      move: domain => {
        setPointed(null)
        moveView(store, clampDomain(domain, table.extent))
      },
      scroll: pixels => {
        if (!upright) scroller.current!.scrollTop += pixels
      },
      grab: () => {
        hold(store)
        owned.current = true
      },
      tap: (x, y, touch) => {
        const { along, across } = place(x, y)
        const found =
          live.current.scene && point(live.current.scene, along, across, touch ? REACH.touch : REACH.mouse)
        if (!found) return setPointed(null)
        if (found.kind === "bin") zoomToBin({ count: found.passing, domain: found.domain })
        else {
          setFocus({ row: found.row, lane: found.lane })
          onOpen(found.row)
        }
      },
      ownsWheel: () => owned.current,
      refusedWheel: () => setRefused(true),
      oneFinger: () => !embed,
    })
  }, [store, table, place, upright, embed, onOpen, zoomToBin])

  useEffect(() => {
    if (!refused) return
    const timer = setTimeout(() => setRefused(false), 1800)
    return () => clearTimeout(timer)
  }, [refused])

  const hover = (event: React.PointerEvent) => {
    if (event.pointerType === "touch" || event.buttons !== 0 || !scene) return
    const { along, across } = place(event.clientX, event.clientY)
    const found = point(scene, along, across, REACH.mouse)
    const box = plot.current!.getBoundingClientRect()
    const at = { x: event.clientX - box.left, y: event.clientY - box.top }
    if (!found) setPointed(null)
    else if (found.kind === "bin")
      setPointed({ row: -1, lane: found.lane, ...at, bin: { count: found.passing, domain: found.domain } })
    else if (!pointed || pointed.row !== found.row || pointed.lane !== found.lane)
      setPointed({ row: found.row, lane: found.lane, ...at })
  }

  const onKeyDown = useKeys({
    frame,
    lanes,
    focus,
    setFocus,
    onOpen,
    onClose: () => {
      setPointed(null)
      onClose()
    },
    onKeys,
    region: scroller,
  })

  return (
    <div
      className="drawing"
      part="drawing"
      data-upright={upright || undefined}
      data-pointing={pointed ? "" : undefined}
      onKeyDown={onKeyDown}
      onBlur={event => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        if (embed) owned.current = false
      }}
    >
      <p id={hintId} hidden>
        {words.drawingDescription}
      </p>
      <div
        className="scroller"
        ref={scroller}
        role="region"
        tabIndex={0}
        aria-labelledby={label}
        aria-describedby={hintId}
      >
        {!upright && <Axis scene={scene} frame={frame} />}
        <div className="lanes">
          {!upright && scene && <Gutter scene={scene} />}
          <div
            className="plot"
            ref={plot}
            style={scene ? { blockSize: `${boxOf(frame)[1]}px` } : undefined}
            onPointerMove={hover}
            onPointerLeave={() => setPointed(null)}
          >
            <canvas ref={canvas} aria-hidden="true" />
            {scene && (
              <>
                {upright && <Axis scene={scene} frame={frame} />}
                <Labels scene={scene} frame={frame} lit={lit} open={openRow} />
                <FocusMark scene={scene} frame={frame} focus={focus} onOpen={onOpen} />
                {pointed && <Tooltip pointed={pointed} width={size.width} />}
                {scene.marks.length === 0 && scene.bins.length === 0 && answer.passed > 0 && (
                  <p className="out-of-view">
                    {words.outOfView}{" "}
                    <button type="button" className="quiet" onClick={() => glide(store, table, null)}>
                      {words.fitAll}
                    </button>
                  </p>
                )}
              </>
            )}
          </div>
        </div>
      </div>
      <Tray onOpen={onOpen} />
      {refused && (
        <p className="wheel-hint" aria-hidden="true">
          {words.wheelHint}
        </p>
      )}
    </div>
  )
}

/** What lies at a position: a label stands for its mark, then whatever is painted there. */
function point(scene: Scene, along: number, across: number, reach: number): Hit | null {
  for (const label of scene.labels) {
    const box = labelBox(scene, label)
    if (along < box.along0 || along > box.along1 || across < box.across0 || across > box.across1) continue
    return { kind: "mark", row: label.row, lane: label.lane, index: markOf(scene, label.row, label.lane) }
  }
  return hit(scene, along, across, reach)
}

/** Width and height that a frame takes on the page. */
function boxOf(frame: Frame): [number, number] {
  return frame.vertical ? [frame.breadth, frame.length] : [frame.length, frame.breadth]
}
