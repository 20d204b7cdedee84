import type { Problem } from "../model/problem.ts"
import { CSV_MARK, csvRow } from "../write/csvCell.ts"
import type { SayProblem } from "./useProblemWords.ts"

const COLUMNS = ["severity", "code", "file", "line", "row", "column", "pointer", "found", "expected"] as const

/** Problems as a table in CSV; what was found and expected in the words that are given for it. */
export function writeProblems(problems: readonly Problem[], say: SayProblem): string {
  const rows = problems.map(problem => {
    const { severity, code, where } = problem
    const record = {
      severity,
      code,
      ...where,
      found: say.found(problem),
      expected: say.expected(problem),
    } as Partial<Record<string, unknown>>
    return csvRow(COLUMNS.map(column => String(record[column] ?? "")))
  })
  return CSV_MARK + csvRow(COLUMNS) + rows.join("")
}
