import { placeOf } from "./forms.ts"
import { lanesOf, type Lane, type LaneField } from "./lanes.ts"
import type { ViewOptions } from "./timeline.ts"

export interface Spread {
  /** For each lane its rows in view, ascending. */
  readonly rows: readonly (readonly number[])[]
  /** Passing rows that lie before and after the view, and that have no date. */
  readonly before: number
  readonly after: number
  readonly undated: number
}

/** Every row to be drawn in each of its lanes: the passing ones, or all where the others are dimmed. */
export function spreadRows(
  {
    table,
    selected,
    domain,
    along,
    dim,
  }: Pick<ViewOptions, "table" | "selected" | "domain" | "along" | "dim">,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): Spread {
  const rows: number[][] = lanes.map(() => [])
  const place = placeOf(table, domain, along)
  const standsIn = lanesOf(table, field, lanes)
  let before = 0
  let after = 0
  const visit = (row: number) => {
    const where = place(row)
    if (where === 0) for (const lane of standsIn(row)) rows[lane].push(row)
    else if (selected.fails[row] === 0) {
      if (where < 0) before++
      else after++
    }
  }
  let dated = 0
  for (const row of selected.rows) {
    if (row < table.dated) dated++
    if (!dim && row < table.dated) visit(row)
  }
  if (dim) for (let row = 0; row < table.dated; row++) visit(row)
  return { rows, before, after, undated: selected.rows.length - dated }
}
