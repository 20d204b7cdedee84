import type { Domain } from "../layout/scale.ts"
import type { Table } from "../table/table.ts"
import { DAY } from "../time/instant.ts"

/** What a view of everything leaves free on either side, as a part of the whole. */
const MARGIN = 0.06

/** The stretch in view: the one in the state, else all there is. */
export function domainOf(domain: Domain | null, table: Table): Domain {
  return domain ?? fitAll(table)
}

/** A stretch that shows the whole extent with some room around it; a year around 1970 where nothing is dated. */
export function fitAll(table: Table): Domain {
  return table.extent ? withMargin(table.extent[0], table.extent[1]) : [0, 365 * DAY]
}

/** A stretch that shows the finite bounds of these rows, or null where none has any. */
export function fitRows(table: Table, rows: ArrayLike<number>): Domain | null {
  const { beginMin, beginMax, endMin, endMax } = table.when
  let from = Infinity
  let to = -Infinity
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    for (const bound of [beginMin[row]!, beginMax[row]!, endMin[row]!, endMax[row]!]) {
      if (!Number.isFinite(bound)) continue
      if (bound < from) from = bound
      if (bound > to) to = bound
    }
  }
  return from <= to ? withMargin(from, to) : null
}

/** A stretch with room around it, never under a day wide in all. */
export function withMargin(from: number, to: number): Domain {
  const span = Math.max(to - from, DAY)
  const middle = (from + to) / 2
  const half = span * (0.5 + MARGIN)
  return [middle - half, middle + half]
}
