import type { Mark, Tie } from "./scene.ts"

/** Ties of different rows that would lie on one line are set so far apart, within the width of a disc. */
const STEP = 3

/**
 * Lines through the marks of every row that stands in several lanes; where two lines would cover each other, the second
 * moves a little to the side. Marks of one row have the same place along, so each line runs straight across.
 */
export function layoutTies(marks: readonly Mark[], along: number): Tie[] {
  const byRow = new Map<number, Mark[]>()
  for (const mark of marks) {
    const others = byRow.get(mark.row)
    if (others) others.push(mark)
    else byRow.set(mark.row, [mark])
  }
  const ties: Tie[] = []
  const taken = new Map<number, { at: number; from: number; to: number }[]>()
  for (const [row, joint] of [...byRow].toSorted((a, b) => a[0] - b[0])) {
    if (joint.length < 2) continue
    const mark = joint[0]
    const across = joint.map(one => one.across).toSorted((a, b) => a - b)
    const wanted = tieAlong(mark, along)
    const [from, to] = [across[0], across.at(-1)!]
    const isFree = (at: number) => {
      const column = Math.floor(at / STEP)
      const near = [column - 1, column, column + 1].flatMap(one => taken.get(one) ?? [])
      return near.every(tie => Math.abs(tie.at - at) >= STEP || tie.to <= from || to <= tie.from)
    }
    const at = [0, STEP, -STEP].map(shift => wanted + shift).find(isFree) ?? wanted
    const column = Math.floor(at / STEP)
    taken.set(column, [...(taken.get(column) ?? []), { at, from, to }])
    ties.push({
      row,
      points: across.map(one => [at, one] as const),
      colour: mark.colour,
      passes: mark.passes,
    })
  }
  return ties
}

/** Where a mark is tied: through its disc, or near the end of a bar that is in view. */
function tieAlong(mark: Mark, along: number): number {
  if (mark.shape !== "bar") return mark.centre
  if (mark.solidTo - mark.solidFrom < 2 * mark.thickness) return mark.centre
  return Math.max(
    mark.solidFrom,
    Math.min(mark.solidTo, Math.max(0, mark.solidFrom) + mark.thickness / 2, along),
  )
}
