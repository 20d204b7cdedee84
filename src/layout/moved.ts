import type { Domain } from "./scale.ts"

/** How a scene that was laid out for one stretch shows another: what lay at `a` along lies at `scale · a + shift`, in pixels. */
export interface Moved {
  readonly scale: number
  readonly shift: number
}

export const UNMOVED: Moved = { scale: 1, shift: 0 }

/** Part of the length that a moved scene may leave empty. */
const MOST_EMPTY = 0.3
/** A scene may be drawn apart, or together, so many times. */
const MOST_SCALE = 1.7

/** Part of the length that is as good as all of it. */
const NEARLY_ALL = 0.9
/** A scene stretched so many times, or pressed together, shows what it is of no more. */
const BEYOND_FORM = 8

/** How a scene laid out for the stretch `laid`, over `length` pixels, is to be moved to show `shown` over as many. */
export function movedTo(shown: Domain, laid: Domain, length: number): Moved {
  const span = shown[1] - shown[0]
  return { scale: (laid[1] - laid[0]) / span, shift: ((laid[0] - shown[0]) / span) * length }
}

/** Where in the scene lies what is seen at a position along. */
export function beforeMoved({ scale, shift }: Moved, along: number): number {
  return (along - shift) / scale
}

/** Whether a moved scene still stands for the exact one: little of the length is empty, and nothing far out of its form. */
export function standsFor(moved: Moved, length: number): boolean {
  return emptyOf(moved, length) <= MOST_EMPTY * length && isWithin(moved.scale, MOST_SCALE)
}

/** Whether next to nothing of a moved scene is in view, or in any form to be known. */
export function showsLittle(moved: Moved, length: number): boolean {
  return emptyOf(moved, length) > NEARLY_ALL * length || !isWithin(moved.scale, BEYOND_FORM)
}

/** Pixels of the length that a moved scene leaves empty; more than there are where it lies beyond. */
function emptyOf({ scale, shift }: Moved, length: number): number {
  return Math.max(0, shift) + Math.max(0, length - (scale * length + shift))
}

function isWithin(scale: number, most: number): boolean {
  return scale <= most && scale >= 1 / most
}
