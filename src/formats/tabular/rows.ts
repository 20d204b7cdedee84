import type { Faults } from "../../model/faults.ts"
import type { Dialect } from "./dialect.ts"

/** Some rows of a table and the number of the first, counted from 1 as spreadsheets do. */
export interface Rows {
  readonly first: number
  readonly cells: readonly (readonly string[])[]
}

/** A cell longer than this has an unclosed quote before it, or is no cell of a table of events. */
const LONGEST = 1_000_000
/** Rows with odd quotes that are looked at one by one. Where more are never closed, quotes mean nothing from there on. */
const MOST_ODD = 100

/**
 * The rows of a delimited text (RFC 4180, with any line ends), pulled. Parsed by papaparse, the most used parser of CSV
 * there is: it needs no eval and takes a text in pieces. A quote that is never closed, or closed only by one of another row,
 * is reported where it opened, and the quotes of that line are taken as letters. `first` is the number of the first row.
 */
export async function* readRows(
  parts: AsyncIterable<string>,
  { delimiter, quote }: Dialect,
  faults: Faults,
  first = 1,
): AsyncGenerator<Rows> {
  const { default: Papa } = await import("papaparse")
  const parse = (text: string, isLast: boolean, isQuoted: boolean, preview = 0) => {
    const parser = new Papa.Parser({
      delimiter,
      newline: "\n",
      preview,
      // Nothing else turns quotes off; NULs have been taken out of the text.
      quoteChar: isQuoted ? quote : "\0",
      escapeChar: isQuoted ? quote : "\0",
    })
    return parser.parse(text, 0, !isLast) as Parsed
  }
  let hasQuotes = quote !== ""
  // How many rows had odd quotes, taken as letters or as part of a cell.
  const odd = { literal: 0, whole: 0 }
  let rest = ""
  let row = first
  let told = -1
  let endsInReturn = false
  /** The whole rows of what is there; what follows the last of them stays. */
  function* take(isLast: boolean): Generator<Rows> {
    for (;;) {
      const { data, errors, meta } = parse(rest, isLast, hasQuotes)
      const at = hasQuotes ? errors.findIndex(error => isOdd(error, data, odd.whole < MOST_ODD)) : -1
      if (at < 0) {
        if (data.length > 0) yield { first: row, cells: data }
        row += data.length
        rest = isLast ? "" : rest.slice(meta.cursor)
        return
      }
      const bad = errors[at]!
      if (bad.row > 0) {
        const before = parse(rest, isLast, true, bad.row)
        yield { first: row, cells: before.data }
        row += bad.row
        rest = rest.slice(before.meta.cursor)
      }
      const line = rest.split("\n", 1)[0]!
      const literal = parse(line, true, false).data
      // With a line end in a cell and quotes within it, a row is as long as others only when it is taken whole.
      const isOpen = errors.some(({ code, row }) => code === "MissingQuotes" && row === bad.row)
      const isWhole = !isOpen && literal[0]?.length !== data[bad.row]!.length
      if (isWhole) odd.whole++
      else {
        faults.add({
          code: "unclosed-quote",
          severity: "repaired",
          where: { row },
          found: line.slice(0, 80),
        })
        hasQuotes = ++odd.literal < MOST_ODD
      }
      const whole = isWhole ? parse(rest, isLast, true, 1) : null
      yield { first: row, cells: whole ? whole.data : literal }
      row++
      rest = rest.slice(whole ? whole.meta.cursor : line.length + 1)
    }
  }
  for await (const part of parts) {
    // A line's end may lie across two pieces.
    const text: string = endsInReturn ? `\r${part}` : part
    endsInReturn = text.endsWith("\r")
    rest += (endsInReturn ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n")
    yield* take(false)
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
  for (const { first, cells } of take(true)) {
    const said = cells.filter(row => row.length > 1 || row[0] !== "")
    if (said.length > 0) yield { first, cells: said }
  }
}

/** What the parser gives: its rows, what it wondered at in which of them, and where the first begins that is not whole. */
interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

/** Whether a quoted cell is closed by nothing, or, if that is looked at, by a quote that may be another row's. */
function isOdd(
  { code, row }: Parsed["errors"][number],
  data: readonly (readonly string[])[],
  isLookedAt: boolean,
): boolean {
  if (code === "MissingQuotes") return true
  return isLookedAt && code === "InvalidQuotes" && (data[row]?.some(cell => cell.includes("\n")) ?? false)
}
