import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { proposeColumns, type Field } from "../mapping.ts"
import { flat, headerOf, withLanguages, type Thing } from "./flat.ts"
import { numberDates, withDateColumn } from "./numberDates.ts"
import { recordReader } from "./records.ts"

/** Objects by which columns are told. */
const SAMPLE = 500

/** Turns objects into events as people write them, their columns being told as those of a table are. */
export interface ObjectReader {
  /** Null for an object that says nothing. */
  read(object: Thing, where?: Place): Record<string, unknown> | null
  /** Places met since this was last asked. */
  takePlaces(): Record<string, unknown> | null
}

/** What the columns of objects are, by those at the beginning. */
export interface ObjectColumns {
  readonly header: readonly string[]
  readonly columns: readonly (Field | null)[]
  readonly rows: readonly (readonly string[])[]
}

export function objectColumns(objects: readonly Thing[], flatten: typeof flat = flat): ObjectColumns {
  const cells = objects.slice(0, SAMPLE).map(object => flatten(object))
  const header = headerOf(cells)
  const rows = cells.map(row => header.map(key => row.get(key) ?? ""))
  return { header, columns: withDateColumn(proposeColumns(header, null), header, rows), rows }
}

/** Whether a column of dates is among them. */
export function hasDates({ columns }: ObjectColumns): boolean {
  return columns.some(field => field === "when" || field === "start" || field === "year")
}

export function objectReader(
  { header, columns, rows }: ObjectColumns,
  faults: Faults,
  flatten: typeof flat = flat,
): ObjectReader {
  const dates = numberDates(columns, rows)
  const dated = (row: readonly string[]) => row.map((cell, i) => dates[i]?.(cell) ?? cell)
  const records = recordReader({ columns, order: null }, header, rows.map(dated), faults)
  return {
    takePlaces: records.takePlaces,
    read(object, where) {
      const row = flatten(object)
      const event = records.read(dated(header.map(key => row.get(key) ?? "")), where)
      return event && withLanguages(event, row)
    },
  }
}
