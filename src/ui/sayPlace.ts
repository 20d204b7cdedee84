import type { Place } from "../model/problem.ts"
import type { MoreWords } from "../words/more.ts"
import type { ReadingWords } from "../words/reading.ts"

/**
 * Where in a file a problem stands, in words: row and field of a table, line and column of a text; of JSON its pointer, as
 * programs write it.
 */
export function sayPlace(
  { file, pointer, line, row, column }: Place,
  words: Pick<MoreWords, "problemPlaces" | "comma">,
  fields: ReadingWords["fields"] | null,
  number: (n: number) => string,
): string {
  const { problemPlaces } = words
  const isNumbered = row !== undefined || line !== undefined
  // Of a row or a line, the pointer is the field that something was taken for.
  const field = isNumbered ? pointer?.slice(1) : pointer || (pointer === "" ? "/" : undefined)
  const name = isNumbered && field && fields && Object.hasOwn(fields, field)
  return [
    file,
    row === undefined ? "" : problemPlaces.row(number(row)),
    line === undefined ? "" : problemPlaces.line(number(line)),
    column === undefined ? "" : problemPlaces.column(typeof column === "number" ? number(column) : column),
    name ? fields[field as keyof typeof fields] : field,
  ]
    .filter(Boolean)
    .join(words.comma)
}
