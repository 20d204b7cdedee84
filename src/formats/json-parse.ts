import type { Faults } from "../model/faults.ts"
import { escapeControls, readSequence } from "./json-sequence.ts"

/** Letters of a text that are parsed as a script at most. */
const SCRIPT = 30_000_000

/**
 * The value of a JSON text; of several after each other, their list; of what is nearly JSON (single quotes, comments, a
 * script that holds data), what it says; else what stands before its first fault. undefined, with a fatal fault, for
 * nothing. Never throws.
 */
export async function parseJson(text: string, faults: Faults): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return parseBroken(text, faults)
  }
}

async function parseBroken(text: string, faults: Faults): Promise<unknown> {
  const start = text.trimStart().slice(0, 200)
  if (start === "" || start.startsWith("<")) {
    const code = start === "" ? "no-events" : "html-instead"
    const told = start === "" ? ({ seen: { word: "empty-file" } } as const) : { found: start }
    faults.add({ code, severity: "fatal", where: { line: 1, column: 1 }, ...told })
    return undefined
  }
  const several = readSequence(text)
  if (several) return several
  const { salvageJson } = await import("./json-salvage.ts")
  const { value, fault } = salvageJson(text)
  if (fault === null) return value
  const { line, column, found, seen, wanted } = fault
  const where = { line, column }
  const loose = await parseLoose(text)
  if (loose !== undefined) {
    faults.add({ code: "loose-json", severity: "repaired", where, found, seen, wanted: { word: wanted } })
    return loose
  }
  const severity = holdsSomething(value) ? "left-out" : "fatal"
  const endsHere = severity !== "fatal"
  faults.add({ code: "bad-json", severity, where, found, seen, wanted: { word: wanted, endsHere } })
  return severity === "fatal" ? undefined : value
}

async function parseLoose(text: string): Promise<unknown> {
  const escaped = escapeControls(text)
  try {
    return JSON.parse(escaped) as unknown
  } catch {
    if (text.length > SCRIPT || !/[[{]/.test(text)) return undefined
    const { readLiteral } = await import("./trees/literal.ts")
    return readLiteral(text) ?? (escaped === text ? undefined : readLiteral(escaped))
  }
}

/** Whether there is a list or a map in it that is not empty. */
function holdsSomething(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false
  if (Array.isArray(value)) return value.length > 0
  return Object.values(value).some(
    part => typeof part === "object" && part !== null && Object.keys(part).length > 0,
  )
}
