import type { Faults } from "../../model/faults.ts"
import {
  fieldNamed,
  proposeColumns,
  withDateParts,
  type Doubt,
  type Field,
  type Mapping,
  type ReadOptions,
  type TableShape,
} from "../mapping.ts"
import { said, shownCell } from "./cells.ts"
import { isEncodingDoubtful, type Begun } from "./decodeTable.ts"
import { findHeader, namedHeader } from "./header.ts"
import { orderOf, readLooseDate } from "./looseDates.ts"
import { withDateColumn } from "./numberDates.ts"
import { reportGuessed, withPartlyNamed } from "./partlyNamed.ts"
import type { Preset } from "./preset.ts"
import { presetColumns, presetOf } from "./presets.ts"

/** Rows by which columns are told. */
const SAMPLE = 500
/** Rows that are shown to whoever matches the columns, letters of a cell, and bytes to try another encoding with. */
const ROWS = 6
const CELL = 200
const HEAD = 64_000

/** What a table is taken for. */
export interface Recognised {
  readonly header: readonly string[]
  /** Index of the first row that is an event. */
  readonly from: number
  /** What stands alone above the header. */
  readonly title: string | null
  /** null for a table of somebody's own, and where columns were chosen by hand. */
  readonly preset: Preset | null
  readonly mapping: Mapping
  readonly shape: TableShape
}

/**
 * What a table is taken for by its first rows, the header among them, where nothing else was chosen; columns in which
 * nothing is known are a fatal fault. `begun` is its beginning as bytes, null where it is no text. `isNamed` where the first
 * row is known to be the header.
 */
export function recogniseTable(
  rows: readonly (readonly string[])[],
  options: ReadOptions,
  begun: Begun | null,
  faults: Faults,
  isNamed = false,
): Recognised {
  const { header, tags, from, title } = isNamed ? namedHeader(rows) : findHeader(rows)
  const sample = rows.slice(from, from + SAMPLE)
  const preset = options.columns ? null : presetOf(header)
  const proposed = proposeColumns(header, tags)
  const { columns: named, guessed } =
    options.columns || preset ? { columns: proposed, guessed: [] } : withPartlyNamed(proposed, header, sample)
  reportGuessed(named, guessed, header, faults)
  const known = options.columns
    ? header.map((_, i) => options.columns![i] ?? null)
    : preset
      ? presetColumns(preset, header, proposed)
      : withDateParts(withDateColumn(withDates(named, sample), header, sample), header, sample)
  const byCells = options.columns || preset ? -1 : titleIn(known, sample)
  const columns = byCells < 0 ? known : known.with(byCells, "title")
  if (byCells >= 0)
    faults.add({
      code: "guessed-column",
      severity: "repaired",
      where: { column: header[byCells] },
      found: header[byCells],
      wanted: { word: "known-name-by-cells", of: "title" },
    })
  if (!columns.some(Boolean))
    faults.add({ code: "no-columns", severity: "fatal", where: { row: 1 }, found: header.join(" | ") })
  const mapping = { columns, order: options.order ?? null }
  return {
    header,
    from,
    title,
    preset,
    mapping,
    shape: {
      header,
      rows: sample.slice(0, ROWS).map(row => row.map(cell => shownCell(cell).slice(0, CELL))),
      mapping: { columns, order: options.order ?? orderIn(columns, sample).order },
      encoding: begun?.encoding ?? null,
      head: begun ? begun.head.slice(0, HEAD) : null,
      guessed,
      doubts: [
        ...(guessed.length > 0 ? ["named-in-part" as const] : []),
        ...(preset ? [] : doubtsOf(known, header, sample, options)),
        ...(begun && !options.encoding && isEncodingDoubtful(begun.head, begun.encoding)
          ? ["encoding" as const]
          : []),
      ],
    },
  }
}

const DATES: ReadonlySet<Field | null> = new Set(["when", "start", "year"])
/** Fields of which an event can be called after one. */
const SAYS: ReadonlySet<Field | null> = new Set(["title", "summary", "type", "actor", "place", "within"])

/** Where no column is named as one of dates, the first whose cells are dates is taken for it. */
function withDates(
  columns: readonly (Field | null)[],
  sample: readonly (readonly string[])[],
): readonly (Field | null)[] {
  if (columns.some(field => DATES.has(field))) return columns
  const [first] = datedColumns(columns, sample)
  return first === undefined ? columns : columns.with(first, "when")
}

/** Where nothing says what an event is, the first column of words that are not always the same; -1 for none. */
function titleIn(columns: readonly (Field | null)[], sample: readonly (readonly string[])[]): number {
  if (columns.some(field => SAYS.has(field)) || !columns.some(field => DATES.has(field))) return -1
  return columns.findIndex((field, column) => {
    if (field !== null) return false
    const cells = sample.flatMap(row => said(row[column]) || [])
    const words = cells.filter(cell => /\p{L}{2}/u.test(cell))
    return words.length * 2 > sample.length && new Set(words).size * 2 > words.length
  })
}

/** Columns left alone in which most cells are dates; a bare number may be anything. */
function datedColumns(columns: readonly (Field | null)[], sample: readonly (readonly string[])[]): number[] {
  return columns.flatMap((field, column) => {
    // A column called "time" may hold whole dates.
    if (field !== null && field !== "time") return []
    const cells = sample.slice(0, 50).flatMap(row => said(row[column]) || [])
    const dates = cells.filter(cell => !/^-?[\d.,\s]+$/.test(cell) || /^\d+\.\d+\.\d{2,4}$/.test(cell))
    const read = dates.filter(cell => readLooseDate(cell, "dmy") !== null)
    return cells.length > 0 && read.length >= cells.length * 0.8 ? [column] : []
  })
}

function doubtsOf(
  columns: readonly (Field | null)[],
  header: readonly string[],
  sample: readonly (readonly string[])[],
  options: ReadOptions,
): Doubt[] {
  const doubts: Doubt[] = []
  const hasDates = columns.some(field => DATES.has(field))
  if (!hasDates) doubts.push("no-date")
  // One that is named as dates has been taken for them; others only say that there was a choice where none was.
  else if (!options.columns) {
    const named = header.flatMap((name, i) =>
      DATES.has(fieldNamed(name)) && columns[i] !== "end" ? [i] : [],
    )
    const rivals = datedColumns(columns, sample)
    if (rivals.some(column => named.length === 0 || named.includes(column))) doubts.push("several-dates")
  }
  if (!columns.some(field => SAYS.has(field))) doubts.push("no-title")
  if (!options.order && !orderIn(columns, sample).isSure) doubts.push("order")
  return doubts
}

/** The order of day and month by all columns of dates; null where none needs one. */
function orderIn(
  columns: readonly (Field | null)[],
  sample: readonly (readonly string[])[],
): { order: Mapping["order"]; isSure: boolean } {
  const main = columns.includes("when") ? columns.indexOf("when") : columns.indexOf("start")
  const end = columns.indexOf("end")
  const cells = [main, end].flatMap(column => (column < 0 ? [] : sample.map(row => said(row[column]))))
  const needsOne = cells.some(cell => /^[\d٠-٩۰-۹]{1,2}[/.\-‐-―]/.test(cell))
  return needsOne ? orderOf(cells) : { order: null, isSure: true }
}
