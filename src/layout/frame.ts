import type { Box } from "./scene.ts"

/**
 * How a scene lies on the page: the one place that knows of right-to-left and of time running down. `length` is the
 * pixels along, `breadth` those across.
 */
export interface Frame {
  readonly length: number
  readonly breadth: number
  /** Time runs down the page. */
  readonly vertical: boolean
  /** Horizontal: time runs from right to left. Vertical: lanes begin at the right. */
  readonly rtl: boolean
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Pixels from the top left corner of a position. */
export function toPoint(frame: Frame, along: number, across: number): { x: number; y: number } {
  if (frame.vertical) return { x: frame.rtl ? frame.breadth - across : across, y: along }
  return { x: frame.rtl ? frame.length - along : along, y: across }
}

/** The position at a point in pixels from the top left corner; the inverse of toPoint. */
export function fromPoint(frame: Frame, x: number, y: number): { along: number; across: number } {
  if (frame.vertical) return { along: y, across: frame.rtl ? frame.breadth - x : x }
  return { along: frame.rtl ? frame.length - x : x, across: y }
}

/** The rectangle on the page of a box in the scene. */
export function toRectangle(frame: Frame, box: Box): Rectangle {
  const a = toPoint(frame, box.along0, box.across0)
  const b = toPoint(frame, box.along1, box.across1)
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(b.x - a.x),
    height: Math.abs(b.y - a.y),
  }
}

/** The same map as six numbers for `setTransform` or `matrix()`: x = a·along + c·across + e, y = b·along + d·across + f. */
export function matrixOf(
  frame: Frame,
): readonly [a: number, b: number, c: number, d: number, e: number, f: number] {
  if (frame.vertical) return frame.rtl ? [0, 1, -1, 0, frame.breadth, 0] : [0, 1, 1, 0, 0, 0]
  return frame.rtl ? [-1, 0, 0, 1, frame.length, 0] : [1, 0, 0, 1, 0, 0]
}

/** What an arrow key means in this frame: towards later or earlier time, the next lane or the one before. */
export function directionOf(
  frame: Frame,
  key: "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown",
): "earlier" | "later" | "laneBefore" | "laneAfter" {
  const [x, y] = STEPS[key]
  const { along, across } = fromPoint({ ...frame, length: 0, breadth: 0 }, x, y)
  if (along !== 0) return along > 0 ? "later" : "earlier"
  return across > 0 ? "laneAfter" : "laneBefore"
}

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const
