import { matrixOf, type Frame } from "../layout/frame.ts"
import { markBox, type Mark, type Scene } from "../layout/scene.ts"
import { paintBins } from "./bins.ts"
import { HATCH_LINE, hatchLines, piecesOf, type Piece, type Ramp, type Shape } from "./pieces.ts"
import { createStamps } from "./stamps.ts"
import { typeColour, type Theme } from "./theme.ts"

export interface PaintOptions {
  /** Canvas pixels of one CSS pixel. */
  readonly ratio: number
  /** Rows, -1 for none. All marks of the hovered and the open row are lit, and their ties. */
  readonly hovered?: number
  readonly open?: number
  /** The row and, where it stands in several, the lane the keyboard is on. */
  readonly focused?: number
  readonly focusedLane?: number
  /** CSS pixels by which the scene is moved, as while the lanes scroll or a view is dragged. */
  readonly offset?: { readonly x: number; readonly y: number }
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** From so many marks on discs are stamped instead of drawn. */
const STAMP_FROM = 100

/**
 * Paints a scene on a canvas of `frame` times `ratio` pixels, over whatever was there: periods, ticks, lanes, density,
 * ties, leaders, marks, rings. No text: labels and ticks are the page's own. Crisp at any ratio; 20,000 marks in about
 * one frame.
 */
export function paintScene(
  context: Context,
  scene: Scene,
  frame: Frame,
  theme: Theme,
  options: PaintOptions,
): void {
  const { ratio, offset = { x: 0, y: 0 } } = options
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  // No text is painted here; still the direction must not come from the page.
  context.direction = "ltr"
  const [a, b, c, d, e, f] = matrixOf(frame)
  context.setTransform(
    a * ratio,
    b * ratio,
    c * ratio,
    d * ratio,
    (e + offset.x) * ratio,
    (f + offset.y) * ratio,
  )
  context.lineCap = "butt"
  context.lineJoin = "round"
  const brush: Brush = {
    context,
    scene,
    theme,
    ratio,
    lit: [options.hovered ?? -1, options.open ?? -1].filter(row => row >= 0),
  }
  paintBackdrop(brush, frame.breadth)
  paintBins(brush)
  paintTies(brush)
  paintLeaders(brush)
  paintMarks(brush)
  paintRings(brush, options)
}

interface Brush {
  readonly context: Context
  readonly scene: Scene
  readonly theme: Theme
  readonly ratio: number
  readonly lit: readonly number[]
}

/** On the nearest edge of a canvas pixel, so that a hairline is one. */
function snap(value: number, ratio: number): number {
  return Math.round(value * ratio) / ratio
}

function paintBackdrop({ context, scene, theme, ratio }: Brush, breadth: number): void {
  const height = Math.max(scene.across, breadth)
  for (const period of scene.periods) {
    const from = snap(Math.max(-1, period.from), ratio)
    const to = snap(Math.min(scene.along + 1, period.to), ratio)
    context.fillStyle = period.coverage ? theme.coverage : theme.period
    context.fillRect(from, 0, to - from, height)
    context.fillStyle = theme.strong
    if (theme.plain) for (const edge of [from, to]) context.fillRect(edge, 0, 1, height)
  }
  const hairline = Math.max(1, Math.round(ratio)) / ratio
  for (const tick of scene.ticks) {
    if (tick.along < 0 || tick.along > scene.along) continue
    context.fillStyle = tick.major ? theme.strong : theme.rule
    context.globalAlpha = tick.major ? 0.55 : 0.8
    context.fillRect(snap(tick.along, ratio), 0, hairline, height)
  }
  context.globalAlpha = 1
  context.fillStyle = theme.rule
  if (scene.text === "across") return
  for (const lane of scene.lanes)
    context.fillRect(0, snap(lane.across1, ratio) - hairline, scene.along, hairline)
}

function paintTies({ context, scene, theme, lit }: Brush): void {
  for (const tie of scene.ties) {
    const isLit = lit.includes(tie.row)
    context.strokeStyle = colourOf(theme, tie)
    context.globalAlpha = isLit || !tie.passes || theme.plain ? 1 : 0.5
    context.lineWidth = isLit ? 2.5 : 1.5
    context.beginPath()
    tie.points.forEach(([along, across], i) =>
      i === 0 ? context.moveTo(along, across) : context.lineTo(along, across),
    )
    context.stroke()
  }
  context.globalAlpha = 1
}

function paintLeaders({ context, scene, theme, lit }: Brush): void {
  for (const { row, leader } of scene.labels) {
    if (!leader) continue
    context.strokeStyle = lit.includes(row) ? theme.accent : theme.strong
    context.lineWidth = 1
    context.beginPath()
    leader.forEach(([along, across], i) =>
      i === 0 ? context.moveTo(along, across) : context.lineTo(along, across),
    )
    context.stroke()
  }
}

function colourOf(theme: Theme, { colour, passes }: Pick<Mark, "colour" | "passes">): string {
  return passes ? typeColour(theme, colour) : theme.failing
}

function paintMarks(brush: Brush): void {
  const { context, scene, theme, ratio } = brush
  const stamps = scene.marks.length >= STAMP_FROM ? createStamps(context, theme, ratio, paintPieces) : null
  // What fails lies under what passes.
  for (const passes of [false, true]) {
    for (const mark of scene.marks) {
      if (mark.passes !== passes || mark.to < -20 || mark.from > scene.along + 20) continue
      if (mark.shape === "disc" && stamps?.stamp(mark)) continue
      stamps?.lift()
      paintMark(brush, mark, stamps !== null)
    }
  }
  stamps?.lift()
  context.globalAlpha = 1
}

function paintMark({ context, scene, theme }: Brush, mark: Mark, isMany: boolean): void {
  const colour = colourOf(theme, mark)
  const { shape, fill, begin, end } = mark
  if (isMany && shape === "bar" && fill === "solid" && begin === "square" && end === "square") {
    context.fillStyle = colour
    context.fillRect(mark.from, mark.across - mark.thickness / 2, mark.to - mark.from, mark.thickness)
    return
  }
  paintPieces(context, piecesOf(mark, scene.along), colour, theme)
}

function paintPieces(context: Context, pieces: readonly Piece[], colour: string, theme: Theme): void {
  for (const { shape, fill, stroke, dash, opacity, ramp } of pieces) {
    const ink = ramp ? gradientOf(context, ramp, colour) : colour
    context.globalAlpha = opacity
    trace(context, shape)
    if (fill === "paper" || fill === "hatch") {
      context.fillStyle = theme.paper
      if (!ramp) context.fill()
    }
    if (fill === "colour") {
      context.fillStyle = ink
      context.fill()
    }
    if (fill === "hatch") hatch(context, shape, ink)
    if (stroke > 0) {
      context.strokeStyle = ink
      context.lineWidth = stroke
      context.setLineDash(dash ? [...dash] : [])
      context.stroke()
    }
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

function trace(context: Context, shape: Shape): void {
  context.beginPath()
  if (shape.kind === "circle") context.arc(shape.along, shape.across, shape.radius, 0, 2 * Math.PI)
  else if (shape.kind === "bar") {
    const { from, to, across0, across1, begin, end } = shape
    context.roundRect(from, across0, to - from, across1 - across0, [begin, end, end, begin])
  } else {
    shape.points.forEach(([along, across], i) =>
      i === 0 ? context.moveTo(along, across) : context.lineTo(along, across),
    )
    if (shape.closed) context.closePath()
  }
}

/** Fills the shape that was just traced with lines, and traces it again. */
function hatch(context: Context, shape: Shape, ink: string | CanvasGradient): void {
  const [from, to, across0, across1] = extentOf(shape)
  context.save()
  context.clip()
  context.beginPath()
  for (const [a, b] of hatchLines(from, to, across0, across1)) {
    context.moveTo(...a)
    context.lineTo(...b)
  }
  context.strokeStyle = ink
  context.lineWidth = HATCH_LINE
  context.stroke()
  context.restore()
  trace(context, shape)
}

function extentOf(shape: Shape): [from: number, to: number, across0: number, across1: number] {
  if (shape.kind === "circle") {
    const { along, across, radius } = shape
    return [along - radius, along + radius, across - radius, across + radius]
  }
  if (shape.kind === "bar") return [shape.from, shape.to, shape.across0, shape.across1]
  const alongs = shape.points.map(point => point[0])
  const acrosses = shape.points.map(point => point[1])
  return [Math.min(...alongs), Math.max(...alongs), Math.min(...acrosses), Math.max(...acrosses)]
}

function gradientOf(context: Context, { stops, radial }: Ramp, colour: string): CanvasGradient {
  const from = stops[0][0]
  const span = Math.max(1e-6, stops.at(-1)![0] - from)
  const gradient = radial
    ? context.createRadialGradient(radial[0], radial[1], from, radial[0], radial[1], from + span)
    : context.createLinearGradient(from, 0, from + span, 0)
  for (const [at, opacity] of stops)
    gradient.addColorStop(Math.min(1, (at - from) / span), faded(colour, opacity))
  return gradient
}

/** A colour at an opacity. Canvas knows the functions of CSS Color 4 in every engine we support, but no mixing. */
function faded(colour: string, opacity: number): string {
  if (!colour.startsWith("#")) return opacity < 0.2 ? "transparent" : colour
  return (
    colour +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, "0")
  )
}

/** Two pixels of accent around a gap of paper, for the open, the hovered and the focused marks. */
function paintRings(
  { context, scene, theme, lit }: Brush,
  { open = -1, focused = -1, focusedLane }: PaintOptions,
): void {
  for (const mark of scene.marks) {
    const isFocused = mark.row === focused && (focusedLane === undefined || focusedLane === mark.lane)
    if (!isFocused && !lit.includes(mark.row)) continue
    const { along0, along1, across0, across1 } = markBox(mark)
    const from = Math.max(along0, -20)
    const to = Math.min(along1, scene.along + 20)
    const isStrong = isFocused || mark.row === open
    const gap = 3
    context.strokeStyle = theme.accent
    context.lineWidth = isStrong ? 2 : 1.25
    context.beginPath()
    const height = across1 - across0 + 2 * gap
    context.roundRect(from - gap, across0 - gap, to - from + 2 * gap, height, height / 2)
    context.stroke()
  }
}
