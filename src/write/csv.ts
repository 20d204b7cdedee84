import type { EventRecord } from "../model/document.ts"
import { columnsOf, TABLE_DROPS, type Column } from "./columns.ts"
import { CSV_MARK, csvRow } from "./csvCell.ts"
import type { Writer } from "./writer.ts"

/**
 * A table for spreadsheets that opens here again as the same events: UTF-8 with a byte order mark, an event a row, dates
 * as EDTF beside the first and the last day they may mean (for sorting; empty where open), names in one language, several
 * in a cell apart by semicolons. Formulas are made harmless.
 */
export const csvWriter: Writer = {
  name: "csv",
  extensions: [".csv"],
  mediaType: "text/csv;charset=utf-8",
  drops: TABLE_DROPS,
  *write(document, { lang = document.lang } = {}) {
    const columns = columnsOf(document, lang)
    const marked = columns.map(([, cell]) => needsMark(document.events, cell))
    yield CSV_MARK + csvRow(columns.map(([name]) => name))
    let isFirst = true
    for (const event of document.events) {
      const cells = columns.map(([, cell]) => joined(cell(event)))
      yield csvRow(isFirst ? cells.map((text, i) => (marked[i] ? `${text};` : text)) : cells)
      isFirst = false
    }
  },
}

/** A sign within a name that would part it. */
function joined(cell: string | readonly string[]): string {
  return typeof cell === "string" ? cell : cell.map(name => name.replaceAll(";", ",")).join("; ")
}

/** Rows by which a reader tells what parts several values in a cell. */
const SAMPLE = 500
/** Signs that a reader may take for what parts values where no semicolon does. */
const MAY_PART = /[؛|\n،,]/

/** Whether a column needs a semicolon in its first row, so that no other sign in its names is taken to part them. */
function needsMark(events: readonly EventRecord[], cell: Column[1]): boolean {
  let isDoubtful = false
  for (const [i, event] of events.entries()) {
    const values = cell(event)
    if (typeof values === "string") return false
    if (values.length > 1 && i < SAMPLE) return false
    isDoubtful ||= values.length > 1 || values.some(value => MAY_PART.test(value))
  }
  return isDoubtful
}
