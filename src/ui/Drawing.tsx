import { lazy, Suspense, useId, useLayoutEffect, useEffect, useMemo, useRef, useState } from "react"
import type { Frame } from "../layout/frame.ts"
import type { Lane } from "../layout/lanes.ts"
import type { Focus } from "../layout/navigate.ts"
import type { Scene } from "../layout/scene.ts"
import { paintScene } from "../paint/canvas.ts"
import { Axis } from "./Axis.tsx"
import { Gutter } from "./Gutter.tsx"
import { createLaid, type Laid } from "./laid.ts"
import { Labels } from "./Labels.tsx"
import { usePictureStands } from "./picture.ts"
import { useReader } from "./reader.ts"
import { Tray } from "./Tray.tsx"
import { useColours } from "./useColours.ts"
import { useLabelFont } from "./useLabelFont.ts"
import { useMeasure, type Measure } from "./useMeasure.ts"
import { useLanes, type LanesShown } from "./useLanes.ts"
import { useScene } from "./useScene.ts"
import { useSize } from "./useSize.ts"
import { useStore } from "./useStore.ts"
import type { Table } from "../table/table.ts"

const NO_LANES: Scene["lanes"] = []

/** Events that are laid out and painted in less than the 50 ms that a task may take. */
const FEW = 10_000

const Hands = lazy(() => import("./Hands.tsx"))

interface DrawingProps {
  /** Id of the element that names the document. */
  readonly label: string
  /** Whether time runs down the page. */
  readonly upright: boolean
  readonly onOpen: (row: number, byKey?: boolean) => void
  readonly onClose: () => void
  readonly onKeys: () => void
  /** Lists some events under a title. */
  readonly onList: (rows: Uint32Array, title: string) => void
  /** Told whenever a scene stands on the page. */
  readonly onDrawn: () => void
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

/** What the hands do on a drawing; places are those of the page. */
export interface HandsOn {
  tap(clientX: number, clientY: number, touch: boolean): void
  hover(event: React.PointerEvent): void
  leave(): void
  press(event: React.KeyboardEvent): void
  /** The focus has gone elsewhere. */
  blur(): void
}

/** What the hands, which come after the picture, are given of it. */
export interface HandsProps extends Pick<
  DrawingProps,
  "upright" | "onOpen" | "onClose" | "onKeys" | "onList"
> {
  readonly laid: Laid
  readonly scene: Scene
  readonly frame: Frame
  readonly lanes: readonly Lane[]
  /** Pixels of the plot. */
  readonly width: number
  readonly scrollerRef: React.RefObject<HTMLElement | null>
  readonly plotRef: React.RefObject<HTMLElement | null>
  readonly handsRef: React.RefObject<HandsOn | null>
  /** What was done before they came, to be made good. */
  readonly earlyRef: React.RefObject<((hands: HandsOn) => void)[]>
  readonly pointed: Pointed | null
  readonly setPointed: (pointed: Pointed | null) => void
  readonly focus: Focus | null
  readonly setFocus: (focus: Focus | null) => void
}

/** The timeline itself. Its lanes and what lies in them are two steps, between which the page may do something else. */
export function Drawing(props: DrawingProps) {
  const shown = useLanes(props.upright)
  return <DrawnLanes {...props} shown={shown} />
}

/** A canvas of marks under a page of texts, moved by hand, wheel and keys. */
function DrawnLanes({
  label,
  upright,
  onOpen,
  onClose,
  onKeys,
  onList,
  onDrawn,
  shown,
}: DrawingProps & { readonly shown: LanesShown }) {
  const reader = useReader()
  const { store, table, words } = reader
  const plot = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hands = useRef<HandsOn>(null)
  const early = useRef<((hands: HandsOn) => void)[]>([])
  const size = useSize(plot, undefined, true)
  const room = useSize(scroller, undefined, true)
  const font = useLabelFont(plot, size.width)
  const measure = useMeasure(font.family)
  const theme = useColours(canvas)
  const stands = usePictureStands()
  // Without lanes there is no gutter beside the axis either.
  const isBare = shown.field === "none"
  const eventId = useStore(store, state => state.event)
  const openRow = eventId === null ? -1 : table.rowOf(eventId)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [focus, setFocus] = useState<Focus | null>(null)
  const hintId = useId()

  const laid = useMemo(() => createLaid(store), [store])
  const { scene, frame } = useScene({
    laid,
    ...shown,
    width: size.width,
    room: Math.max(room.height, 160),
    upright,
    font,
    measure,
    foremost: [openRow, focus && !focus.inBin ? focus.row : -1].filter(row => row >= 0),
  })
  const lit = pointed?.row ?? focus?.row ?? -1
  const [isDrawn, setDrawn] = useState(false)
  const painted = useRef<{ readonly table: Table; readonly measure: Measure }>(null)
  useLayoutEffect(() => {
    const element = canvas.current
    if (!element || !scene) return
    const paint = () => {
      const context = element.getContext("2d")
      if (!context) return
      const ratio = window.devicePixelRatio || 1
      const [width, height] = boxOf(frame)
      fitCanvas(element, width, height, ratio)
      paintScene(context, scene, frame, theme, { ratio, hovered: lit, open: openRow })
      painted.current = { table, measure }
      setDrawn(true)
    }
    // What a reader does is answered at once. For a table or a font that has come all is laid out anew, and where that is
    // much it is painted apart; where it is not, the picture would only wait for a frame without it.
    const isAnew = painted.current?.table !== table || painted.current.measure !== measure
    if (!isAnew || table.length <= FEW) return paint()
    const later = setTimeout(paint)
    return () => clearTimeout(later)
  }, [scene, frame, theme, lit, openRow, table, measure])

  useEffect(() => {
    if (isDrawn) onDrawn()
  }, [isDrawn, onDrawn])
  const act = (doing: (hands: HandsOn) => void) => {
    if (hands.current) doing(hands.current)
    else early.current.push(doing)
  }

  return (
    <div
      className="drawing"
      part="drawing"
      data-upright={upright || undefined}
      data-bare={isBare || undefined}
      data-pointing={pointed ? "" : undefined}
      onKeyDown={event => act(on => on.press(event))}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) hands.current?.blur()
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
          {/* Before there are lanes as well, so that the plot has its width from the first. */}
          {!upright && <Gutter lanes={scene?.lanes ?? NO_LANES} />}
          <div
            className="plot"
            ref={plot}
            style={scene ? { blockSize: `${boxOf(frame)[1]}px` } : undefined}
            onPointerMove={event => hands.current?.hover(event)}
            onPointerLeave={() => hands.current?.leave()}
            onClick={event => {
              // With hands a press is theirs from its beginning.
              if (!hands.current) act(on => on.tap(event.clientX, event.clientY, false))
            }}
          >
            <div className="ground" aria-hidden="true">
              <canvas ref={canvas} />
            </div>
            {scene && (
              <>
                {upright && <Axis scene={scene} frame={frame} />}
                <Labels scene={scene} frame={frame} lit={lit} open={openRow} />
                <Suspense>
                  {stands && (
                    <Hands
                      {...{ laid, scene, frame, upright }}
                      lanes={shown.lanes}
                      {...{ pointed, setPointed, focus, setFocus }}
                      {...{ onOpen, onClose, onKeys, onList }}
                      width={size.width}
                      scrollerRef={scroller}
                      plotRef={plot}
                      handsRef={hands}
                      earlyRef={early}
                    />
                  )}
                </Suspense>
              </>
            )}
          </div>
        </div>
      </div>
      <Tray onOpen={onOpen} />
    </div>
  )
}

/** Pixels by which the height of a canvas grows. */
const STEP = 256

/**
 * A canvas at least so large, in CSS pixels; what is more stands beyond the edge of the plot. Another size means new
 * memory, which takes longer than painting.
 */
function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const columns = Math.round(width * ratio)
  const rows = Math.ceil((height * ratio) / STEP) * STEP
  if (canvas.width !== columns) canvas.width = columns
  if (canvas.height < rows || canvas.height > 2 * rows) canvas.height = rows
  canvas.style.blockSize = `${canvas.height / ratio}px`
}

/** Width and height that a frame takes on the page. */
function boxOf(frame: Frame): [number, number] {
  return frame.vertical ? [frame.breadth, frame.length] : [frame.length, frame.breadth]
}
