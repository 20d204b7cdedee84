import type { Fate } from "../model/fate.ts"
import type { Problem } from "../model/problem.ts"
import { CSV_MARK, csvRow } from "../write/csvCell.ts"
import type { SayProblem } from "./useProblemWords.ts"

const COLUMNS = [
  ...["severity", "code", "file", "line", "row", "column", "pointer", "found", "expected"],
  "outcome",
] as const

/** Problems as a table in CSV; what was found and expected, and what became of it, in the words that are given for that. */
export function writeProblems(
  problems: readonly Problem[],
  fates: readonly Fate[],
  say: SayProblem,
  fateOfOne: Readonly<Record<Fate, string>>,
): string {
  const rows = problems.map((problem, i) => {
    const { severity, code, where } = problem
    const record = {
      severity,
      code,
      ...where,
      found: say.found(problem),
      expected: say.expected(problem),
      outcome: fateOfOne[fates[i]!],
    } as Partial<Record<string, unknown>>
    return csvRow(COLUMNS.map(column => String(record[column] ?? "")))
  })
  return CSV_MARK + csvRow(COLUMNS) + rows.join("")
}
