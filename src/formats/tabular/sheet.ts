import type { Faults } from "../../model/faults.ts"
import type { Seen } from "../../model/seen.ts"
import type { Rows } from "./rows.ts"
import { serialText } from "./serials.ts"
import { plain, type Workbook } from "./workbook.ts"
import { xmlParser } from "./xml.ts"

/** Columns A to XFD, the most that a sheet has. */
const WIDEST = 16_384

/**
 * The rows of a sheet that hold anything, under the numbers that a spreadsheet shows beside them. Numbers whose cells show
 * dates come as ISO text, never by way of a Date; errors like #N/A are empty. XML that breaks off is reported, and what
 * stands before is kept.
 */
export async function* readSheet(book: Workbook, path: string, faults: Faults): AsyncGenerator<Rows> {
  const xml = book.part(path)
  if (!xml) {
    faults.add({ code: "bad-workbook", severity: "left-out", where: {}, found: path })
    return
  }
  const gathering = gatherRows(book)
  const parser = await xmlParser(gathering)
  const decoder = new TextDecoder()
  let fault: Seen | null = null
  try {
    for await (const piece of xml) {
      parser.write(decoder.decode(piece, { stream: true }))
      yield* gathering.take()
    }
    const told = parser.end()
    if (told !== null) fault = { word: "broken-xml", told }
  } catch {
    fault = { word: "broken-part" }
  }
  yield* gathering.take()
  if (fault !== null)
    faults.add({
      code: "bad-workbook",
      severity: "left-out",
      where: { row: gathering.reached() },
      seen: fault,
      wanted: { word: "sound-sheet", endsHere: true },
    })
}

function gatherRows(book: Workbook) {
  let done: Rows[] = []
  let cells: string[] = []
  let row = 0
  let column = 0
  let type = ""
  let style = 0
  let value = ""
  let isValue = false
  let isRuby = false
  const textOf = (): string => {
    if (type === "s") return book.strings[Number(value)] ?? ""
    if (type === "b") return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value
    if (type === "e") return ""
    if (type === "str" || type === "inlineStr" || type === "d") return plain(value)
    const number = value.trim() === "" ? NaN : Number(value)
    if (Number.isNaN(number)) return value
    const dates = book.styles[style]
    return (dates && serialText(number, dates, book.is1904)) ?? String(number)
  }
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === "row") {
        const number = Number(attributes["r"])
        row = Number.isInteger(number) && number > row ? number : row + 1
        column = 0
        cells = []
      } else if (name === "c") {
        column = columnOf(attributes["r"]) ?? column
        type = attributes["t"] ?? "n"
        style = Number(attributes["s"] ?? 0)
        value = ""
      } else if (name === "rPh") isRuby = true
      isValue = name === "v" || (name === "t" && !isRuby)
    },
    close(name: string) {
      if (name === "rPh") isRuby = false
      if (name === "v" || name === "t") isValue = false
      if (name === "c") {
        const text = value === "" ? "" : textOf()
        if (text !== "" && column < WIDEST) {
          while (cells.length < column) cells.push("")
          cells[column] = text
        }
        column++
      }
      if (name === "row" && cells.some(cell => cell.trim() !== "")) done.push({ first: row, cells: [cells] })
    },
    text(piece: string) {
      if (isValue) value += piece
    },
    take(): Rows[] {
      const taken = joined(done)
      done = []
      return taken
    },
    reached: () => row,
  }
}

/** Rows that follow each other as one piece. */
function joined(rows: readonly Rows[]): Rows[] {
  const pieces: { first: number; cells: (readonly string[])[] }[] = []
  for (const { first, cells } of rows) {
    const last = pieces.at(-1)
    if (last && last.first + last.cells.length === first) last.cells.push(...cells)
    else pieces.push({ first, cells: [...cells] })
  }
  return pieces
}

/** `AB12` is in column 27, counted from 0; null for what names no cell. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? "")?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
