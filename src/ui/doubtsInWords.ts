import type { TableShape } from "../formats/mapping.ts"
import type { ReadingWords } from "../words/reading.ts"

/** Why the columns of a table should be looked at, in sentences; "" where nothing is doubtful. */
export function doubtsInWords(
  { header, mapping, guessed, encoding, doubts }: TableShape,
  words: ReadingWords,
): string {
  const dated = mapping.columns.findIndex(field => field === "when" || field === "start" || field === "year")
  const doubted = {
    guessed: guessed.map(column => header[column] ?? ""),
    column: header[dated] ?? "",
    order: mapping.order ?? "dmy",
    encoding: words.encodings[encoding ?? "utf-8"],
  }
  return doubts.map(doubt => words.doubts[doubt](doubted)).join(" ")
}
