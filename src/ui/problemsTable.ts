import type { Problem } from "../model/problem.ts"
import type { SayExpected } from "./useExpected.ts"
import { CSV_MARK, csvRow } from "../write/csvCell.ts"

const COLUMNS = ["severity", "code", "file", "line", "row", "column", "pointer", "found", "expected"] as const

/** Problems as a table in CSV; what was expected in the words that are given for it. */
export function writeProblems(problems: readonly Problem[], expected: SayExpected): string {
  const rows = problems.map(problem => {
    const { severity, code, where, found } = problem
    const record = { severity, code, ...where, found, expected: expected(problem) } as Partial<
      Record<string, unknown>
    >
    return csvRow(COLUMNS.map(column => String(record[column] ?? "")))
  })
  return CSV_MARK + csvRow(COLUMNS) + rows.join("")
}
