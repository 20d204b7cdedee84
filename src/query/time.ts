import { readWhen } from "../time/edtf.ts"
import { QUALIFIER } from "../time/when.ts"
import type { Table } from "../table/table.ts"
import type { Failing } from "./filter.ts"
import type { Selection } from "./selection.ts"

/**
 * Rows that fail the filter by time. `from` and `to` are EDTF dates, inclusive to their own precision. An event *could*
 * touch the interval when some admissible begin and end do; it *must* when all of them do. A moment begins and ends at
 * once somewhere in its window, so it must when the whole window lies inside; a stretch must when it has surely begun
 * before the interval ends and surely not ended before it begins. Undated events fail; text that is no date fails all.
 */
export function failingTime(table: Table, selection: Pick<Selection, "from" | "to" | "range">): Failing {
  const { from, to, range } = selection
  if (from === null && to === null) return null
  const failing = new Uint8Array(table.length)
  const first = from === null ? null : readWhen(from)
  const last = to === null ? null : readWhen(to)
  if ((from !== null && !first) || (to !== null && !last)) return failing.fill(1)
  const low = first ? first.beginMin : -Infinity
  const high = last ? last.endMax : Infinity
  const { beginMin, beginMax, endMin, endMax, qualifiers } = table.when
  const stretch = QUALIFIER.interval | QUALIFIER.allOf
  for (let row = 0; row < table.length; row++) {
    if (row >= table.dated) failing[row] = 1
    else if (range === "could") failing[row] = beginMin[row]! < high && endMax[row]! > low ? 0 : 1
    else if (qualifiers[row]! & stretch)
      failing[row] = beginMax[row]! <= high && endMin[row]! >= low && beginMin[row]! < high ? 0 : 1
    else failing[row] = beginMin[row]! >= low && endMax[row]! <= high ? 0 : 1
  }
  return failing
}

/** Rows that had not been reported by the end of that date, or of which nobody says when they were. */
export function failingKnown(table: Table, known: string | null): Failing {
  if (known === null) return null
  const failing = new Uint8Array(table.length)
  const when = readWhen(known)
  if (!when || !table.reportedMin) return failing.fill(1)
  for (let row = 0; row < table.length; row++) failing[row] = table.reportedMin[row]! < when.endMax ? 0 : 1
  return failing
}
