import type { Mark, Scene, SceneLane, Tie } from "./scene.ts"

/**
 * The scene on the way from one to another, `part` in [0, 1]: marks and lanes that both have (by row and lane value) are
 * where they would be by then, what only the second has stands where it will; texts, ticks and bins are the second's
 * already. At 1 the second scene itself.
 */
export function sceneBetween(before: Scene, after: Scene, part: number): Scene {
  if (part >= 1 || before.text !== after.text) return after
  const mix = (a: number, b: number) => a + (b - a) * Math.max(0, part)
  const old = new Map(before.marks.map(mark => [keyOf(before, mark), mark]))
  const marks = after.marks.map(mark => {
    const from = old.get(keyOf(after, mark))
    return from ? mixMark(from, mark, mix) : mark
  })
  const lanes = after.lanes.map((lane): SceneLane => {
    const from = before.lanes.find(one => one.code === lane.code)
    if (!from) return lane
    return { ...lane, across0: mix(from.across0, lane.across0), across1: mix(from.across1, lane.across1) }
  })
  return {
    ...after,
    across: mix(before.across, after.across),
    marks,
    lanes,
    ties: mixTies(before.ties, after.ties, mix),
  }
}

/** How far a movement is that began `elapsed` ms ago: fast at first, at rest after `duration`. */
export function easeOut(elapsed: number, duration = 200): number {
  const left = 1 - Math.max(0, Math.min(1, elapsed / duration))
  return 1 - left ** 3
}

type Mix = (a: number, b: number) => number

function keyOf(scene: Scene, mark: Mark): string {
  return `${mark.row}/${scene.lanes[mark.lane]?.code}`
}

function mixMark(a: Mark, b: Mark, mix: Mix): Mark {
  return {
    ...b,
    from: mix(a.from, b.from),
    solidFrom: mix(a.solidFrom, b.solidFrom),
    solidTo: mix(a.solidTo, b.solidTo),
    to: mix(a.to, b.to),
    centre: mix(a.centre, b.centre),
    across: mix(a.across, b.across),
  }
}

function mixTies(before: readonly Tie[], after: readonly Tie[], mix: Mix): Tie[] {
  const old = new Map(before.map(tie => [tie.row, tie]))
  return after.map(tie => {
    const from = old.get(tie.row)?.points
    if (!from || from.length !== tie.points.length) return tie
    const points = tie.points.map(([along, across], i) => {
      const point = from[i]
      return [mix(point[0], along), mix(point[1], across)] as const
    })
    return { ...tie, points }
  })
}
