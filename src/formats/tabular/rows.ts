import type { Faults } from "../../model/faults.ts"
import type { Dialect } from "./dialect.ts"

/** Some rows of a table and the number of the first, counted from 1 as spreadsheets do. */
export interface Rows {
  readonly first: number
  readonly cells: readonly (readonly string[])[]
}

/** A cell longer than this has an unclosed quote before it, or is no cell of a table of events. */
const LONGEST = 1_000_000

/**
 * The rows of a delimited text (RFC 4180, with any line ends), pulled. Parsed by papaparse, the most used parser of CSV
 * there is: it needs no eval and takes a text in pieces. A quote that is never closed is reported where it opened, and
 * its quotes are taken as letters from there. `first` is the number of the first row.
 */
export async function* readRows(
  parts: AsyncIterable<string>,
  { delimiter, quote }: Dialect,
  faults: Faults,
  first = 1,
): AsyncGenerator<Rows> {
  const { default: Papa } = await import("papaparse")
  const parse = (text: string, isLast: boolean, isQuoted = quote !== "") => {
    const parser = new Papa.Parser({
      delimiter,
      newline: "\n",
      // Nothing else turns quotes off; NULs have been taken out of the text.
      quoteChar: isQuoted ? quote : "\0",
      escapeChar: isQuoted ? quote : "\0",
    })
    return parser.parse(text, 0, !isLast) as { data: string[][]; meta: { cursor: number } }
  }
  let rest = ""
  let row = first
  let told = -1
  let endsInReturn = false
  for await (const part of parts) {
    // A line's end may lie across two pieces.
    const text: string = endsInReturn ? `\r${part}` : part
    endsInReturn = text.endsWith("\r")
    rest += (endsInReturn ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n")
    const { data, meta } = parse(rest, false)
    if (data.length > 0) yield { first: row, cells: data }
    row += data.length
    rest = rest.slice(meta.cursor)
    if (rest.length > LONGEST) {
      // Of a cell that goes on and on it is said once.
      if (row !== told)
        faults.add({
          code: quote !== "" && rest.includes(quote) ? "unclosed-quote" : "long-cell",
          severity: "repaired",
          where: { row },
          found: rest.slice(0, 80),
        })
      told = row
      const literal = parse(rest, false, false)
      if (literal.data.length > 0) yield { first: row, cells: literal.data }
      row += literal.data.length
      rest = literal.data.length > 0 ? rest.slice(literal.meta.cursor) : ""
    }
  }
  const last = parse(rest, true).data.filter(cells => cells.length > 1 || cells[0] !== "")
  if (last.length > 0) yield { first: row, cells: last }
}
