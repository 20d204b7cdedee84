/**
 * Along and across ↔ x and y: the only place that knows which way time runs on the page. Layout, hit testing and keys
 * speak of along (growing with time) and across (growing from lane to lane); painters put points through a frame.
 */
export interface Frame {
  /** Pixels of the whole scene along time. */
  readonly length: number
  readonly reversed: boolean
  x(along: number): number
  /** Along of an x within the drawing. */
  along(x: number): number
  /** 1 where later is to the right, -1 where it is to the left. */
  readonly sign: 1 | -1
}

export function createFrame(length: number, reversed: boolean): Frame {
  return reversed
    ? { length, reversed, x: along => length - along, along: x => length - x, sign: -1 }
    : { length, reversed, x: along => along, along: x => x, sign: 1 }
}
