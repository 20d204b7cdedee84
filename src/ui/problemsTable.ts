import type { Problem } from "../model/problem.ts"
import { CSV_MARK, csvRow } from "../write/csvCell.ts"

const COLUMNS = ["severity", "code", "file", "line", "row", "column", "pointer", "found", "expected"] as const

/** Problems as a table in CSV. */
export function writeProblems(problems: readonly Problem[]): string {
  const rows = problems.map(({ severity, code, where, found, expected }) => {
    const record = { severity, code, ...where, found, expected } as Partial<Record<string, unknown>>
    return csvRow(COLUMNS.map(column => String(record[column] ?? "")))
  })
  return CSV_MARK + csvRow(COLUMNS) + rows.join("")
}
