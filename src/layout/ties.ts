import type { Mark, Tie } from "./scene.ts"

/** One tie for each row that stands in several lanes, from its uppermost mark to its lowest. */
export function tiesOf(marks: readonly Mark[]): Tie[] {
  const byRow = new Map<number, { along: number; from: number; to: number; passes: boolean; n: number }>()
  for (const { row, anchor, across, passes } of marks) {
    const tie = byRow.get(row)
    if (!tie) byRow.set(row, { along: anchor, from: across, to: across, passes, n: 1 })
    else {
      tie.from = Math.min(tie.from, across)
      tie.to = Math.max(tie.to, across)
      tie.n++
    }
  }
  const ties: Tie[] = []
  for (const [row, { along, from, to, passes, n }] of byRow)
    if (n > 1) ties.push({ row, along, from, to, passes })
  return ties
}
