import { foldName } from "../../model/names.ts"
import { dateOfInstant } from "../trees/dates.ts"
import type { Field } from "../mapping.ts"
import { said } from "./cells.ts"
import { readLooseDate, yearText } from "./looseDates.ts"

/** Fields that hold whole dates. */
const DATES: ReadonlySet<Field | null> = new Set<Field | null>(["when", "start", "end"])
/** Names under which programs keep when something was, where none is plainer; those first that are of the event itself. */
const KEPT_UNDER =
  /^(time|timestamp|date time|event time|occurred( at)?|observed( at)?|acq date|ts|created( at)?|epoch)$/

/**
 * Columns of objects, in which a date may stand under names that say less than a table's: where none was told by its
 * name, one that is called so and holds dates, or else the first that holds nothing else.
 */
export function withDateColumn(
  columns: readonly (Field | null)[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): (Field | null)[] {
  if (columns.some(field => field === "when" || field === "start" || field === "year")) return [...columns]
  const holds = (column: number, test: (cell: string) => boolean) => {
    const cells = rows.map(row => said(row[column])).filter(Boolean)
    return cells.length > 0 && cells.filter(test).length >= cells.length * 0.8
  }
  const isFree = (column: number) => columns[column] === null || columns[column] === "time"
  const named = header.findIndex(
    (name, i) =>
      isFree(i) && KEPT_UNDER.test(folded(name)) && holds(i, cell => isEpoch(cell) || isDate(cell)),
  )
  const found = named >= 0 ? named : header.findIndex((_, i) => isFree(i) && holds(i, isDate))
  return found < 0 ? [...columns] : columns.with(found, "when")
}

function folded(name: string): string {
  return foldName(name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_\-.]+/g, " "))
}

function isDate(cell: string): boolean {
  return !/^-?[\d.,\s]+$/.test(cell) && readLooseDate(cell, "dmy") !== null
}

/** What makes dates of a column of numbers that are all seconds or milliseconds since 1970; null for any other. */
export function epochReader(cells: readonly string[]): ((cell: string) => string | null) | null {
  if (cells.length === 0 || !cells.every(isEpoch)) return null
  const factor = cells.filter(cell => digitsOf(cell) >= 11).length * 2 > cells.length ? 1 : 1000
  return cell => (isEpoch(cell) ? dateOfInstant(Math.round(Number(cell) * factor), 0) : null)
}

function isEpoch(cell: string): boolean {
  return /^-?\d{9,14}(\.\d+)?$/.test(cell)
}

/**
 * For each column of dates in which numbers stand, what makes dates of them: seconds or milliseconds since 1970, or years
 * of any length. Other texts stay as they are; null for other columns.
 */
export function numberDates(
  columns: readonly (Field | null)[],
  rows: readonly (readonly string[])[],
): readonly (((cell: string) => string) | null)[] {
  return columns.map((field, column) => {
    if (!DATES.has(field)) return null
    const cells = rows.map(row => said(row[column])).filter(Boolean)
    const numbers = cells.filter(cell => /^-?\d+(\.\d+)?$/.test(cell))
    if (numbers.length === 0) return null
    const long = numbers.filter(cell => digitsOf(cell) >= 9)
    if (long.length * 2 <= numbers.length) return yearOf
    const factor = long.filter(cell => digitsOf(cell) >= 11).length * 2 > long.length ? 1 : 1000
    return cell => (isEpoch(cell) ? (dateOfInstant(Math.round(Number(cell) * factor), 0) ?? cell) : cell)
  })
}

function digitsOf(cell: string): number {
  return cell.replace(/\..*$/, "").replace("-", "").length
}

/** A year that EDTF writes otherwise: `476`, `-500`. Numbers of five digits may be days of a spreadsheet. */
function yearOf(cell: string): string {
  return /^(\d{1,3}|-\d{1,9})$/.test(cell) ? (yearText(Number(cell)) ?? cell) : cell
}
