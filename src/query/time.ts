import { readWhen } from "../time/edtf.ts"
import { QUALIFIER } from "../time/when.ts"
import type { Table } from "../table/table.ts"
import type { Selection } from "./selection.ts"

/**
 * Writes 1 for each row that fails the filter by time and 0 for the others; false, and nothing written, where there is
 * no such filter. `from` and `to` are EDTF dates, inclusive to their own precision. An event *could* touch the interval
 * when some admissible begin and end do; it *must* when all of them do. A moment begins and ends at once somewhere in
 * its window, so it must when the whole window lies inside; a stretch must when it has surely begun before the interval
 * ends and surely not ended before it begins. Undated events fail; text that is no date fails all.
 */
export function failingTime(
  table: Table,
  selection: Pick<Selection, "from" | "to" | "range">,
  failing: Uint8Array,
): boolean {
  const { from, to, range } = selection
  if (from === null && to === null) return false
  const first = from === null ? null : readWhen(from)
  const last = to === null ? null : readWhen(to)
  failing.fill(1)
  if ((from !== null && !first) || (to !== null && !last)) return true
  const low = first ? first.beginMin : -Infinity
  const high = last ? last.endMax : Infinity
  // Rows stand in order of beginMin, and what surely begins too late fails either way of asking.
  const begun = countBelow(table.when.beginMin, table.dated, high)
  if (range === "could") failingCould(table.when.endMax, begun, low, failing)
  else failingMust(table, begun, low, high, failing)
  return true
}

function failingCould(endMax: Float64Array, begun: number, low: number, failing: Uint8Array): void {
  for (let row = 0; row < begun; row++) failing[row] = endMax[row] > low ? 0 : 1
}

function failingMust(table: Table, begun: number, low: number, high: number, failing: Uint8Array): void {
  const { beginMin, beginMax, endMin, endMax, qualifiers } = table.when
  const stretch = QUALIFIER.interval | QUALIFIER.allOf
  for (let row = 0; row < begun; row++) {
    if (qualifiers[row] & stretch) failing[row] = beginMax[row] <= high && endMin[row] >= low ? 0 : 1
    else failing[row] = beginMin[row] >= low && endMax[row] <= high ? 0 : 1
  }
}

/** How many of the first `length` ascending numbers lie below a limit. */
function countBelow(ascending: Float64Array, length: number, limit: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle] < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Writes 1 for each row that had not been reported by the end of that date, or of which nobody says when it was; false,
 * and nothing written, where no date is given.
 */
export function failingKnown(table: Table, known: string | null, failing: Uint8Array): boolean {
  if (known === null) return false
  const when = readWhen(known)
  const { reportedMin } = table
  if (!when || !reportedMin) {
    failing.fill(1)
    return true
  }
  const { endMax } = when
  for (let row = 0; row < failing.length; row++) failing[row] = reportedMin[row] < endMax ? 0 : 1
  return true
}
