import { binOf, type Bin } from "./binRows.ts"
import type { Scene } from "./scene.ts"

export type Hit = MarkHit | BinHit

export interface MarkHit {
  readonly kind: "mark"
  readonly row: number
  readonly lane: number
}

export interface BinHit extends Bin {
  readonly kind: "bin"
  readonly passing: number
  readonly all: number
}

/** Columns on either side that a pointer takes in: one column is too narrow to point at. */
const NEIGHBOURS = 2

/**
 * What is painted at a position, or null. The nearest mark within `reach` px wins (half of the target's size: 12 for a
 * mouse, 22 for a finger), what passes before what is dimmed; else the bins of a dense lane. O(marks).
 */
export function hit(scene: Scene, along: number, across: number, reach: number): Hit | null {
  let best = -1
  let least = reach * reach
  let size = Infinity
  for (let index = 0; index < scene.marks.length; index++) {
    const mark = scene.marks[index]
    const half = mark.thickness / 2
    const beside = Math.max(mark.from - along, 0, along - mark.to)
    if (beside > reach) continue
    const over = Math.max(Math.abs(mark.across - across) - half, 0)
    const distance = beside * beside + over * over + (mark.passes ? 0 : 0.5)
    const length = mark.to - mark.from
    // Of two that are as near, the smaller: it could be pointed at nowhere else.
    if (distance > least || (distance === least && length >= size)) continue
    least = distance
    size = length
    best = index
  }
  if (best >= 0) {
    const { row, lane } = scene.marks[best]
    return { kind: "mark", row, lane }
  }
  return hitBin(scene, along, across)
}

function hitBin(scene: Scene, along: number, across: number): BinHit | null {
  const lane = scene.lanes.findIndex(one => across >= one.across0 && across < one.across1)
  const bins = scene.bins.find(one => one.lane === lane)
  if (!bins || along < 0 || along >= scene.along) return null
  const column = Math.floor(along / bins.width)
  const from = Math.max(0, column - NEIGHBOURS)
  const to = Math.min(bins.all.length, column + NEIGHBOURS + 1)
  let passing = 0
  let all = 0
  for (let i = from; i < to; i++) {
    passing += bins.passing[i]
    all += bins.all[i]
  }
  if (all === 0) return null
  return { kind: "bin", passing, all, ...binOf(scene, lane, bins.width, from, to) }
}
