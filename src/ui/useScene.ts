import { type Domain } from "../layout/scale.ts"
import { useMemo, useSyncExternalStore } from "react"
import { layoutColumn } from "../layout/column.ts"
import type { Frame } from "../layout/frame.ts"
import type { Scene } from "../layout/scene.ts"
import { layoutTimeline, type ViewOptions } from "../layout/timeline.ts"
import { periodsOf, ticksOf } from "../figure/axis.ts"
import { domainOf } from "../figure/domain.ts"
import type { Laid } from "./laid.ts"
import { titleOf, useAnswer, useReader } from "./reader.ts"
import type { LabelFont } from "./useLabelFont.ts"
import type { LanesShown } from "./useLanes.ts"
import { readWhen } from "./useExtras.ts"
import type { Measure } from "./useMeasure.ts"
import { useStore } from "./useStore.ts"

/** The longest column of a phone, in pixels. */
const MOST_PIXELS = 3120
/**
 * Least and greatest length of a column in a frame, which may not ask the frame's own height; with what stands around it
 * no more than the 1000 pixels that WordPress grants a frame.
 */
const FRAMED = [400, 680] as const
/** Pixels that lanes may fill in a frame, for the same reasons. */
const FRAMED_ROOM = 600

interface SceneOptions extends LanesShown {
  readonly laid: Laid
  readonly width: number
  /** Pixels that the lanes may fill. */
  readonly room: number
  readonly upright: boolean
  /** How labels are set. */
  readonly font: LabelFont
  readonly measure: Measure
  readonly foremost: readonly number[]
}

/** The scene of the current view and how it lies on the page; null before the page has a width. */
export function useScene({
  laid,
  width,
  room: free,
  upright,
  font,
  measure,
  foremost,
  field,
  lanes,
  contents,
}: SceneOptions): { scene: Scene | null; frame: Frame } {
  const reader = useReader()
  const { store, table, words, lang } = reader
  const answer = useAnswer()
  const laidDomain = useSyncExternalStore(laid.subscribe, () => laid.domain)
  const rest = useStore(store, state => state.rest)
  const tz = useStore(store, state => state.tz)
  const dir = useStore(store, state => state.dir)
  const align = useStore(store, state => state.align)
  const embed = useStore(store, state => state.embed)
  // What it takes in a page follows from what is drawn; what is drawn may not follow from that in turn.
  const room = embed ? FRAMED_ROOM : free
  const rtl = dir === null ? words.dir === "rtl" : dir === "time-rtl"

  const periods = useMemo(() => periodsOf(reader, readWhen), [reader])
  const [from, to] = domainOf(laidDomain, table)
  const key = foremost.join()
  const title = useMemo(() => remembered(row => titleOf(table, row, lang).text), [table, lang])
  const scene = useMemo(() => {
    if (width <= 0) return null
    const domain: Domain = [from, to]
    const along = upright ? columnLength(answer.rows.length, embed ? FRAMED : [room, MOST_PIXELS]) : width
    const options: ViewOptions = {
      table,
      selected: answer,
      domain,
      along,
      dim: rest === "dim",
      title,
      measure,
      labelSize: font.size,
      colourOf: reader.colourOf,
      ticks: ticksOf(domain, along, tz, align, reader),
      periods,
      contents,
      foremost: key ? key.split(",").map(Number) : [],
    }
    return upright
      ? layoutColumn({ ...options, across: width })
      : layoutTimeline({ ...options, field, lanes, room })
  }, [
    table,
    answer,
    from,
    to,
    width,
    room,
    upright,
    rest,
    title,
    tz,
    align,
    periods,
    field,
    lanes,
    key,
    reader,
    measure,
    font,
    contents,
    embed,
  ])
  const frame = useMemo<Frame>(
    () => ({
      length: scene?.along ?? width,
      breadth: upright ? width : (scene?.across ?? 0),
      vertical: upright,
      rtl: upright ? words.dir === "rtl" : rtl,
    }),
    [scene, width, upright, rtl, words],
  )
  return { scene, frame }
}

/** Texts of this many rows are kept: those in view, asked for frame by frame. */
const MOST_TEXTS = 20_000

function remembered(textOf: (row: number) => string): (row: number) => string {
  const texts = new Map<number, string>()
  return row => {
    let text = texts.get(row)
    if (text === undefined) {
      if (texts.size >= MOST_TEXTS) texts.clear()
      texts.set(row, (text = textOf(row)))
    }
    return text
  }
}

/** On a phone the column grows with what it has to say and the page scrolls, up to some screens. */
function columnLength(events: number, [least, most]: readonly [number, number]): number {
  return Math.max(least, Math.min(events * 52, most))
}
