import { toPoint, toRectangle, type Frame } from "../layout/frame.ts"
import { labelBox, type Label, type Scene } from "../layout/scene.ts"
import { fitText, type Measure } from "./fit-text.ts"
import type { Theme } from "./theme.ts"

export interface TextOptions {
  readonly theme: Theme
  /** Title of a row. */
  readonly label: (row: number) => string
  readonly measure: Measure
  readonly labelSize: number
  /** Direction of the texts, and the side on which the names of the lanes stand. */
  readonly dir: "ltr" | "rtl"
  /** Pixels for the names of the lanes; 0 leaves them out. */
  readonly gutter: number
}

/** A line of text in a picture; `anchor` is the end of the line, in its own direction, that stands at x. */
export interface PlacedText {
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly anchor: "start" | "end"
  readonly size: number
  readonly fill: string
  readonly weight: 400 | 600
  readonly opacity: number
  readonly content: string
}

/** Height of the words of the axis, over horizontal lanes. */
const AXIS = 40
const TICK_SIZE = 12

/** The size of a drawing with its axis and its gutter, and where in it the lanes begin. */
export function drawingBox(scene: Scene, frame: Frame, { dir, gutter }: Pick<TextOptions, "dir" | "gutter">) {
  const top = frame.vertical ? 0 : AXIS
  return {
    top,
    left: dir === "ltr" ? gutter : 0,
    width: (frame.vertical ? frame.breadth : frame.length) + gutter,
    height: (frame.vertical ? frame.length : Math.max(frame.breadth, scene.across)) + top,
  }
}

/** Ticks, labels and names of periods, counted from where the lanes begin. */
export function sceneTexts(scene: Scene, frame: Frame, options: TextOptions): PlacedText[] {
  return [
    ...tickTexts(scene, frame, options),
    ...scene.labels.flatMap(label => labelTexts(scene, frame, label, options)),
    ...periodTexts(scene, frame, options),
  ]
}

function tickTexts(scene: Scene, frame: Frame, { theme, dir, labelSize }: TextOptions): PlacedText[] {
  return scene.ticks.flatMap(tick => {
    if (!tick.text || tick.along < -0.5 || tick.along > scene.along) return []
    const { x, y } = toPoint(frame, tick.along, 0)
    const gap = frame.vertical ? 6 : 4
    return [
      placed({
        x: frame.rtl ? x - gap : x + gap,
        y: frame.vertical ? y + TICK_SIZE + 2 : tick.major ? -labelSize - 10 : -7,
        anchor: hug(!frame.rtl, dir),
        size: TICK_SIZE,
        fill: tick.major ? theme.ink : theme.secondary,
        weight: tick.major ? 600 : 400,
        content: tick.text,
      }),
    ]
  })
}

function labelTexts(scene: Scene, frame: Frame, label: Label, options: TextOptions): PlacedText[] {
  const { theme, labelSize, measure, dir } = options
  const box = toRectangle(frame, labelBox(scene, label))
  const most = frame.vertical ? Math.max(1, Math.round(label.thickness / (labelSize * 1.3))) : 1
  const lines = fitText(options.label(label.row), label.maxLength + 0.5, labelSize, measure, most)
  const isAtLeft = frame.vertical ? !frame.rtl : (label.side === "before") === frame.rtl
  const line = box.height / lines.length
  return lines.map((content, i) =>
    placed({
      x: isAtLeft ? box.x : box.x + box.width,
      y: box.y + line * (i + 0.5) + labelSize * 0.36,
      anchor: hug(isAtLeft, dir),
      size: labelSize,
      fill: theme.ink,
      opacity: label.passes ? 1 : 0.4,
      content,
    }),
  )
}

function periodTexts(scene: Scene, frame: Frame, { theme, dir, measure }: TextOptions): PlacedText[] {
  if (frame.vertical) return []
  return scene.periods.flatMap(period => {
    const from = Math.max(0, period.from)
    const [content] = fitText(period.text, Math.min(scene.along, period.to) - from - 8, TICK_SIZE, measure)
    if (content === undefined || content === "…") return []
    const { x } = toPoint(frame, from + 4, 0)
    const anchor = hug(!frame.rtl, dir)
    return [placed({ x, y: TICK_SIZE + 1, anchor, size: TICK_SIZE, fill: theme.secondary, content })]
  })
}

/** Names of the lanes in the gutter, counted from the corner of the drawing. */
export function laneTexts(scene: Scene, frame: Frame, options: TextOptions): PlacedText[] {
  const { theme, dir, gutter, labelSize, measure } = options
  if (gutter <= 0) return []
  const { top, width } = drawingBox(scene, frame, options)
  return scene.lanes.map(lane => {
    const indent = 12 + lane.depth * 12
    const [content = ""] = fitText(lane.name, gutter - indent - 8, labelSize, measure)
    return placed({
      x: dir === "ltr" ? indent : width - indent,
      y: top + lane.across0 + labelSize + 6,
      anchor: "start",
      size: labelSize,
      fill: theme.ink,
      weight: 600,
      content,
    })
  })
}

/** The anchor of a text that is to keep to the left (or the right) of its place, whichever way it runs. */
function hug(isAtLeft: boolean, dir: "ltr" | "rtl"): "start" | "end" {
  return isAtLeft === (dir === "ltr") ? "start" : "end"
}

/** A text that is plain where nothing else is said. */
export function placed(
  text: Omit<PlacedText, "weight" | "opacity"> & Partial<Pick<PlacedText, "weight" | "opacity">>,
): PlacedText {
  return { weight: 400, opacity: 1, ...text }
}
