import { said, valuesOf } from "./cells.ts"

/** Columns that hold values of one field, and what separates several values in a cell; "" for one value a cell. */
export type Columns = readonly { readonly column: number; readonly separator: string }[]

/** The values of a field in a row, each once; null where there is none. */
export function listOf(row: readonly string[], columns: Columns): string[] | null {
  let found: string[] | null = null
  let all: Set<string> | null = null
  for (const { column, separator } of columns) {
    const cell = said(row[column])
    if (cell === "") continue
    const values = valuesOf(cell, separator)
    if (found) {
      all ??= new Set(found)
      for (const value of values) all.add(value)
    } else found = values
  }
  const whole = all ? [...all] : found
  return whole && whole.length > 0 ? whole : null
}
