import type { Place } from "../model/problem.ts"
import type { ReadingWords } from "../words/reading.ts"

/**
 * Where in a file a problem stands, in words: row and field of a table, line and column of a text; of JSON its pointer, as
 * programs write it.
 */
export function sayPlace(
  { file, pointer, line, row, column }: Place,
  { problemPlaces, fields }: Pick<ReadingWords, "problemPlaces" | "fields">,
  comma: string,
  number: (n: number) => string,
): string {
  const isNumbered = row !== undefined || line !== undefined
  // Of a row or a line, the pointer is the field that something was taken for.
  const field = isNumbered ? pointer?.slice(1) : pointer || (pointer === "" ? "/" : undefined)
  const name = isNumbered && field && Object.hasOwn(fields, field)
  // What the file calls it says more than what it was taken for.
  const isNamed = typeof column === "string"
  return [
    file,
    row === undefined ? "" : problemPlaces.row(number(row)),
    line === undefined ? "" : problemPlaces.line(number(line)),
    column === undefined ? "" : problemPlaces.column(typeof column === "number" ? number(column) : column),
    isNamed ? "" : name ? fields[field as keyof typeof fields] : field,
  ]
    .filter(Boolean)
    .join(comma)
}
