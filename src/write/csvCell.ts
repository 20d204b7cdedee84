/** What a spreadsheet computes, or would once the apostrophes before it are gone; also in the wide forms of East Asia. */
const COMPUTED = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const NUMBER = /^[+-]?\d+(\.\d+)?$/

/**
 * A cell of CSV (RFC 4180). What a spreadsheet would compute gets an apostrophe, which makes it text (OWASP, CSV
 * injection) and which our own reader takes away again; a number is harmless. Quoted where any program might cut.
 */
export function csvCell(text: string): string {
  // Many programs take the blanks around a cell away and see what follows them.
  const seen = text.trimStart()
  const isComputed = COMPUTED.test(seen)
  const isMarked = (isComputed || COMPUTED.test(text)) && !NUMBER.test(text)
  const harmless = isMarked ? `'${isComputed ? seen : text}` : text
  return /[",;\t\r\n|]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A byte order mark, by which spreadsheets know UTF-8. */
export const CSV_MARK = "\ufeff"

/** A row of cells, with its line end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`
}
