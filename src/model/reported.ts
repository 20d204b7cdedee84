import { readWhen } from "../time/edtf.ts"
import type { Source } from "./document.ts"

/**
 * When the earliest of the sources cited was published, as EDTF; null where none says. Where two begin alike it is the
 * one cited first.
 */
export function earliestPublished(
  cited: readonly { readonly id: string }[],
  sources: ReadonlyMap<string, Source>,
): string | null {
  let best: string | null = null
  for (const { id } of cited) {
    const published = sources.get(id)?.published ?? null
    if (published !== null && (best === null || beginOf(published) < beginOf(best))) best = published
  }
  return best
}

const known = new Map<string, number>()

function beginOf(edtf: string): number {
  const before = known.get(edtf)
  if (before !== undefined) return before
  const begin = readWhen(edtf)?.beginMin ?? Infinity
  if (known.size >= 10_000) known.clear()
  known.set(edtf, begin)
  return begin
}
