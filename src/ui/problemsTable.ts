import type { Problem } from "../model/problem.ts"

const COLUMNS = ["severity", "code", "file", "line", "row", "column", "pointer", "found", "expected"] as const

/** Problems as a table in CSV (RFC 4180, with a byte order mark, by which spreadsheets know UTF-8). */
export function writeProblems(problems: readonly Problem[]): string {
  const rows = problems.map(({ severity, code, where, found, expected }) => {
    const record = { severity, code, ...where, found, expected } as Partial<Record<string, unknown>>
    return COLUMNS.map(column => cell(record[column])).join(",")
  })
  return `\ufeff${[COLUMNS.join(","), ...rows].join("\r\n")}\r\n`
}

function cell(value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value)
  // A spreadsheet would compute what begins so; an apostrophe makes it text (OWASP, CSV injection).
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
