import type { LanePlan } from "./lanes.ts"

/** Where the keyboard stands: a row within a lane. */
export interface Focus {
  readonly row: number
  readonly lane: number
}

export type Move =
  "next" | "previous" | "first" | "last" | "laneNext" | "lanePrevious" | "inLaneNext" | "inLanePrevious"

/**
 * Where a key leads from a focus, over all rows that pass and not only those drawn: next and previous in time through
 * every lane (a joint event once), the nearest event in time in the lane above or below, next and previous in the same
 * lane, first and last. Stays where it is at an end. `middle` gives a row's place in time.
 */
export function navigate(
  lanes: readonly LanePlan[],
  rows: Uint32Array,
  passes: (row: number) => boolean,
  middle: (row: number) => number,
  focus: Focus | null,
  move: Move,
): Focus | null {
  if (rows.length === 0) return null
  if (!focus || !passes(focus.row)) return standOn(lanes, move === "last" ? rows.at(-1)! : rows[0]!, 0)
  switch (move) {
    case "first":
      return standOn(lanes, rows[0]!, focus.lane)
    case "last":
      return standOn(lanes, rows.at(-1)!, focus.lane)
    case "next":
    case "previous": {
      const at = search(rows, focus.row) + (move === "next" ? 1 : -1)
      return at < 0 || at >= rows.length ? focus : standOn(lanes, rows[at]!, focus.lane)
    }
    case "inLaneNext":
    case "inLanePrevious": {
      const inLane = lanes[focus.lane]?.rows ?? rows
      const step = move === "inLaneNext" ? 1 : -1
      for (let at = search(inLane, focus.row) + step; at >= 0 && at < inLane.length; at += step)
        if (passes(inLane[at]!)) return { row: inLane[at]!, lane: focus.lane }
      return focus
    }
    case "laneNext":
    case "lanePrevious": {
      const step = move === "laneNext" ? 1 : -1
      for (let lane = focus.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
        const row = nearest(lanes[lane]!.rows, passes, middle, middle(focus.row))
        if (row >= 0) return { row, lane }
      }
      return focus
    }
  }
}

/** The row in the lane nearest to where the keyboard was, so that walking in time does not jump about the lanes. */
function standOn(lanes: readonly LanePlan[], row: number, near: number): Focus {
  let best = 0
  let distance = Infinity
  lanes.forEach((lane, i) => {
    const away = Math.abs(i - near)
    if (away < distance && lane.rows[search(lane.rows, row)] === row) [best, distance] = [i, away]
  })
  return { row, lane: best }
}

/** Index of a row in an ascending list, or of the first after it. */
function search(rows: Uint32Array, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  return low
}

function nearest(
  rows: Uint32Array,
  passes: (row: number) => boolean,
  middle: (row: number) => number,
  at: number,
): number {
  let best = -1
  let distance = Infinity
  for (const row of rows) {
    if (!passes(row)) continue
    const away = Math.abs(middle(row) - at)
    if (best < 0 || away < distance) [best, distance] = [row, away]
  }
  return best
}
