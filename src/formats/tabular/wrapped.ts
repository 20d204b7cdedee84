import { guessDialect, type Dialect } from "./dialect.ts"
import type { Rows } from "./rows.ts"

/** Lines by which a table within a table is told. */
const LOOKED_AT = 20
const OUTER = [";", ",", "\t"] as const

/** A table each of whose rows is one cell of another table, as a spreadsheet makes it that opened a CSV as text. */
export interface Wrapped {
  readonly outer: Dialect
  readonly inner: Dialect
}

/** How a text is wrapped, by its beginning; null for a table of its own. */
export function wrappedIn(head: string): Wrapped | null {
  if (!head.startsWith('"')) return null
  const lines = head.replace(/\r\n?/g, "\n").split("\n").slice(0, LOOKED_AT)
  // The last line may be cut off.
  if (lines.length > 1) lines.pop()
  for (const delimiter of OUTER) {
    const cells = lines.map(line => onlyCell(line, delimiter))
    // A line within a quote goes on with a text, which need not begin with a quote.
    const whole = cells.filter(cell => cell !== null)
    if (cells[0] === null || whole.length * 2 < cells.length) continue
    const inner = guessDialect(whole.join("\n"))
    const names = inner && whole[0]!.split(inner.delimiter)
    if (inner && names!.length >= 3 && names!.every(name => !name.includes("\n")))
      return { outer: { delimiter, quote: '"' }, inner }
  }
  return null
}

/** The quoted cell of a line that has no other; null for any other line. */
function onlyCell(line: string, delimiter: string): string | null {
  const found = /^"((?:[^"]|"")*)"(.*)$/.exec(line)
  if (!found || found[2]!.replaceAll(delimiter, "").trim() !== "") return null
  return found[1]!.replaceAll('""', '"')
}

/** The text of the table within, row by row. */
export async function* unwrap(rows: AsyncIterable<Rows>): AsyncGenerator<string> {
  for await (const { cells } of rows) yield cells.map(row => `${row[0] ?? ""}\n`).join("")
}
