import type { Mark, MarkEdge } from "../layout/scene.ts"

/** What a mark is made of, in scene lengths, for any painter: shapes in the order in which they are painted. */
export interface Piece {
  readonly shape: Shape
  /** `paper` hides what lies beneath, so that ties do not show through an outline. */
  readonly fill: "colour" | "paper" | "hatch" | "none"
  /** Width of the outline in the mark's colour; 0 for none. The outline lies on the shape's edge. */
  readonly stroke: number
  readonly dash: readonly number[] | null
  readonly opacity: number
  /** Opacity along, where it changes. */
  readonly ramp: Ramp | null
}

export type Shape =
  | { readonly kind: "circle"; readonly along: number; readonly across: number; readonly radius: number }
  /** A rectangle with the corners at either end rounded by these radii. */
  | {
      readonly kind: "bar"
      readonly from: number
      readonly to: number
      readonly across0: number
      readonly across1: number
      readonly begin: number
      readonly end: number
    }
  | { readonly kind: "line"; readonly points: readonly Point[]; readonly closed: boolean }

export type Point = readonly [along: number, across: number]

/** Opacities at positions along, ascending; `radial` measures from a centre instead. */
export interface Ramp {
  readonly stops: readonly (readonly [along: number, opacity: number])[]
  readonly radial: Point | null
}

/** Opacity of the span in which an edge lies. */
const DOUBT = 0.38
/** Opacity of the filling of a disc that rides in a window. */
const TINT = 0.3
const OUTLINE = 2
const DASH = [3, 2.2] as const
/** Corner of a mark that is bounded by the calendar. */
const CORNER = 2
const HEAD = 9
/** Beyond the view nothing is painted; some slack keeps ends and outlines out of sight. */
const SLACK = 40

/** The pieces of a mark in a view of `length` px along. Hatching is left to the painter. */
export function piecesOf(mark: Mark, length: number): Piece[] {
  if (mark.shape === "disc") return discPieces(mark, mark.centre)
  if (mark.shape === "window") return [...bracketPieces(mark, length), ...discPieces(mark, mark.centre)]
  return barPieces(mark, length)
}

function discPieces(mark: Mark, along: number): Piece[] {
  const { across, fill, thickness } = mark
  const full = thickness / 2
  const pieces: Piece[] = []
  if (mark.shape === "disc" && mark.begin === "fade") {
    const radius = (mark.to - mark.from) / 2
    const stops = [
      [0, 0.7],
      [full * 0.7, 0.5],
      [radius, 0],
    ] as const
    pieces.push(
      piece(circle(along, across, radius), { fill: "colour", ramp: { stops, radial: [along, across] } }),
    )
    if (fill === "solid") return [...pieces, piece(circle(along, across, full - 1.5), { fill: "colour" })]
  }
  const edge = circle(along, across, full - OUTLINE / 2)
  switch (fill) {
    case "solid":
      return [...pieces, piece(circle(along, across, full), { fill: "colour" })]
    case "tint":
      return [
        piece(circle(along, across, full), { fill: "paper" }),
        piece(circle(along, across, full - 1), { fill: "colour", opacity: TINT }),
        piece(edge, { stroke: OUTLINE }),
      ]
    case "dashed":
      return [...pieces, piece(edge, { fill: "paper", stroke: OUTLINE, dash: DASH })]
    case "hatch":
      return [...pieces, piece(circle(along, across, full - 0.6), { fill: "hatch", stroke: 1.2 })]
    case "outline":
      return [...pieces, piece(edge, { fill: "paper", stroke: OUTLINE })]
    case "struck":
      return [
        ...pieces,
        piece(edge, { fill: "paper", stroke: OUTLINE }),
        strokeThrough(along, across, full + 2.5),
      ]
  }
}

function strokeThrough(along: number, across: number, reach: number): Piece {
  return line(
    [
      [along - reach, across + reach],
      [along + reach, across - reach],
    ],
    { stroke: OUTLINE },
  )
}

/** A hairline over the window, closed by short strokes where it is bounded, faint towards a side where it is not. */
function bracketPieces(mark: Mark, length: number): Piece[] {
  const { across, thickness } = mark
  const from = Math.max(mark.from, -SLACK)
  const to = Math.min(mark.to, length + SLACK)
  const half = thickness / 2
  const fadesBegin = mark.begin === "taper"
  const fadesEnd = mark.end === "taper"
  const fade = Math.min(60, (to - from) / 2)
  const ramp: Ramp | null =
    fadesBegin || fadesEnd
      ? {
          stops: [
            [from, fadesBegin ? 0 : 1],
            [from + fade, 1],
            [to - fade, 1],
            [to, fadesEnd ? 0 : 1],
          ],
          radial: null,
        }
      : null
  const pieces = [piece(bar(from, to, across - 0.5, across + 0.5, 0, 0), { fill: "colour", ramp })]
  if (!fadesBegin)
    pieces.push(piece(bar(mark.from, mark.from + 1, across - half, across + half, 0, 0), { fill: "colour" }))
  if (!fadesEnd)
    pieces.push(piece(bar(mark.to - 1, mark.to, across - half, across + half, 0, 0), { fill: "colour" }))
  return pieces
}

function barPieces(mark: Mark, length: number): Piece[] {
  const { across, thickness, fill, begin, end } = mark
  const half = thickness / 2
  const from = Math.max(isDrawnTo(begin) ? mark.from : mark.solidFrom, -SLACK)
  const to = Math.min(isDrawnTo(end) ? mark.to : mark.solidTo, length + SLACK)
  const pieces: Piece[] = []
  if (begin === "taper") pieces.push(taper(mark, mark.solidFrom, mark.from))
  if (end === "taper") pieces.push(taper(mark, mark.solidTo, mark.to))
  if (begin === "arrow") pieces.push(...arrow(mark, mark.solidFrom, mark.from, length))
  if (end === "arrow") pieces.push(...arrow(mark, mark.solidTo, mark.to, length))
  if (to <= from) return pieces

  const ramp = rampOf(mark)
  const radius = (edge: MarkEdge) =>
    edge === "square" ? CORNER : edge === "taper" || edge === "fade" ? 0 : half
  const limit = (value: number) => Math.min(value, (to - from) / 2)
  const body = (inset: number) =>
    bar(
      from + inset,
      to - inset,
      across - half + inset,
      across + half - inset,
      Math.max(0, limit(radius(begin)) - inset),
      Math.max(0, limit(radius(end)) - inset),
    )
  if (fill === "solid" || fill === "tint") return [...pieces, piece(body(0), { fill: "colour", ramp })]
  if (fill === "hatch") return [...pieces, piece(body(0.6), { fill: "hatch", stroke: 1.2, ramp })]
  const dash = fill === "dashed" ? ([5, 3.5] as const) : null
  pieces.push(piece(body(OUTLINE / 2), { fill: "paper", stroke: OUTLINE, dash, ramp }))
  if (fill === "struck") pieces.push(strike(mark, from, to))
  return pieces
}

/** Whether the body of a bar goes all the way to that edge; else something thinner does. */
function isDrawnTo(edge: MarkEdge): boolean {
  return edge !== "taper" && edge !== "arrow"
}

function isRamp(edge: MarkEdge): boolean {
  return edge === "fade" || edge === "doubt"
}

/** A short bar is struck through aslant, a long one along. */
function strike(mark: Mark, from: number, to: number): Piece {
  if (to - from <= 2 * mark.thickness)
    return strokeThrough((from + to) / 2, mark.across, mark.thickness / 2 + 2.5)
  return piece(bar(from - 4, to + 4, mark.across - 0.75, mark.across + 0.75, 0, 0), { fill: "colour" })
}

function rampOf({ from, solidFrom, solidTo, to, begin, end }: Mark): Ramp | null {
  if (!isRamp(begin) && !isRamp(end)) return null
  const stops: [number, number][] = []
  if (begin === "fade") stops.push([from, 0], [solidFrom, 1])
  else if (begin === "doubt") stops.push([from, DOUBT], [solidFrom, DOUBT], [solidFrom, 1])
  else stops.push([from, 1])
  if (end === "fade") stops.push([solidTo, 1], [to, 0])
  else if (end === "doubt") stops.push([solidTo, 1], [solidTo, DOUBT], [to, DOUBT])
  else stops.push([to, 1])
  return { stops, radial: null }
}

/** From the full thickness down to a hairline that fades out. */
function taper({ across, thickness, fill }: Mark, solid: number, tip: number): Piece {
  const half = thickness / 2
  // Half a pixel into the bar, or a seam would show between the two.
  const foot = tip < solid ? solid + 0.5 : solid - 0.5
  const isOutlined = fill !== "solid" && fill !== "hatch"
  const wide = isOutlined ? half - 1 : half
  const points: Point[] = [
    [foot, across - wide],
    [tip, across - 0.5],
    [tip, across + 0.5],
    [foot, across + wide],
  ]
  const stops: [number, number][] =
    tip < solid
      ? [
          [tip, 0.15],
          [solid, 1],
        ]
      : [
          [solid, 1],
          [tip, 0.15],
        ]
  const ramp = { stops, radial: null }
  if (isOutlined) return line(points, { stroke: 1.5, ramp })
  return {
    ...line(points, { fill: "colour", ramp, opacity: fill === "hatch" ? 0.6 : 1 }),
    shape: { kind: "line", points, closed: true },
  }
}

/** A thin line from what is known on, and its head: at the end of the line, or at the edge of the view before that. */
function arrow({ across, thickness, fill }: Mark, solid: number, tip: number, length: number): Piece[] {
  const isLater = tip > solid
  const at = isLater
    ? Math.min(tip, Math.max(solid + HEAD, length - 1))
    : Math.max(tip, Math.min(solid - HEAD, 1))
  const back = isLater ? at - HEAD : at + HEAD
  const half = thickness / 2
  const [from, to] = isLater ? [solid, back] : [back, solid]
  const head: Point[] = [
    [back, across - half],
    [at, across],
    [back, across + half],
  ]
  const shaft = piece(
    bar(Math.max(from, -SLACK), Math.min(to, length + SLACK), across - 1, across + 1, 0, 0),
    {
      fill: "colour",
    },
  )
  const isOutlined = fill !== "solid" && fill !== "hatch"
  const tipPiece: Piece = isOutlined
    ? line(head, { stroke: OUTLINE })
    : { ...line(head, { fill: "colour" }), shape: { kind: "line", points: head, closed: true } }
  return to > from ? [shaft, tipPiece] : [tipPiece]
}

function piece(shape: Shape, of: Partial<Omit<Piece, "shape">>): Piece {
  return { shape, fill: "none", stroke: 0, dash: null, opacity: 1, ramp: null, ...of }
}

function line(points: readonly Point[], of: Partial<Omit<Piece, "shape">>): Piece {
  return piece({ kind: "line", points, closed: false }, of)
}

function circle(along: number, across: number, radius: number): Shape {
  return { kind: "circle", along, across, radius }
}

function bar(from: number, to: number, across0: number, across1: number, begin: number, end: number): Shape {
  return { kind: "bar", from, to, across0, across1, begin, end }
}

/** Lines at 45° that fill a box when clipped to a shape, from the view's own origin, so that neighbours agree. */
export function hatchLines(from: number, to: number, across0: number, across1: number): [Point, Point][] {
  const height = across1 - across0
  const lines: [Point, Point][] = []
  for (let at = Math.ceil((from - height) / HATCH) * HATCH; at < to; at += HATCH) {
    lines.push([
      [at, across1],
      [at + height, across0],
    ])
  }
  return lines
}

/** Pixels between two lines of a hatch, along. */
const HATCH = 4
/** Thickness of those lines. */
export const HATCH_LINE = 1.4
