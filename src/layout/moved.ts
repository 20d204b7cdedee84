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
export function standsFor({ scale, shift }: Moved, length: number): boolean {
  const empty = Math.max(0, shift) + Math.max(0, length - (scale * length + shift))
  return empty <= MOST_EMPTY * length && scale <= MOST_SCALE && scale >= 1 / MOST_SCALE
}
