import type { Bin, Mark, Scene } from "./scene.ts"

export type Hit =
  | { readonly kind: "mark"; readonly mark: Mark }
  | { readonly kind: "bin"; readonly bin: Bin }
  | { readonly kind: "none" }

/**
 * What lies at a point: the mark or label there, else the nearest mark within `reach` pixels, else the bin of a dense
 * lane. Marks that pass come before dimmed ones.
 */
export function hitScene(scene: Scene, along: number, across: number, reach: number): Hit {
  for (const label of scene.labels) {
    const from = label.side === "before" ? label.along - label.maxLength : label.along
    if (along >= from && along <= from + label.maxLength && Math.abs(across - label.across) <= 10) {
      const mark = scene.marks.find(one => one.row === label.row && one.lane === label.lane)
      if (mark) return { kind: "mark", mark }
    }
  }
  let best: Mark | null = null
  let nearest = reach
  for (const mark of scene.marks) {
    const sideways = Math.abs(across - mark.across)
    if (sideways > reach) continue
    const outside = Math.max(mark.from - along, along - mark.to, 0)
    const distance = Math.hypot(outside, Math.max(0, sideways - 5)) + (mark.passes ? 0 : 4)
    if (distance < nearest) [best, nearest] = [mark, distance]
  }
  if (best) return { kind: "mark", mark: best }
  const bin = scene.bins.find(
    one =>
      along >= one.from && along < one.to && across <= one.base + 4 && across >= one.base - one.height - 6,
  )
  return bin ? { kind: "bin", bin } : { kind: "none" }
}
