import { splitDocument } from "../model/check.ts"
import type { Faults } from "../model/faults.ts"
import { decodeHead, decodeWhole } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { salvageJson } from "./json-salvage.ts"

/** Events in a batch where they are told by their columns. */
const BATCH = 1000

/**
 * The native document of interface §1, or a bare list of events; else any JSON in which a list of objects with dates lies
 * up to three levels down: TimelineJS, answers of Wikidata, GeoJSON, exports of databases. Read whole, since names may
 * stand last.
 */
export const json: Format = {
  name: "json",
  extensions: [".json"],
  mediaTypes: ["application/json"],
  sniff(head, fileName) {
    if (!/^\s*[[{]/.test(decodeHead(head))) return 0
    return /\.json$/i.test(fileName) ? 2 : 1
  },
  async *read(bytes, faults): AsyncGenerator<Batch> {
    const text = await decodeWhole(bytes, faults)
    if (text === null) return
    const value = parseJson(text, faults)
    if (value === undefined) return
    const { findObjects, readObjects } = await import("./tabular/objects.ts")
    const objects = findObjects(value)
    if (objects) yield* readObjects(objects, faults, BATCH)
    else yield splitDocument(value, faults)
  },
}

/** The value of a JSON text, or what stands before its first fault; undefined, with a fatal fault, for nothing. */
export function parseJson(text: string, faults: Faults): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return parseBroken(text, faults)
  }
}

function parseBroken(text: string, faults: Faults): unknown {
  const start = text.trimStart().slice(0, 200)
  if (start === "" || start.startsWith("<")) {
    const code = start === "" ? "no-events" : "html-instead"
    faults.add({ code, severity: "fatal", where: { line: 1, column: 1 }, found: start || "an empty file" })
    return undefined
  }
  const { value, fault } = salvageJson(text)
  if (fault === null) return value
  const { line, column, found, expected } = fault
  const severity = holdsSomething(value) ? "left-out" : "fatal"
  const words = severity === "fatal" ? expected : `${expected}; what follows this place is left out`
  faults.add({ code: "bad-json", severity, where: { line, column }, found, expected: words })
  return severity === "fatal" ? undefined : value
}

function holdsSomething(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false
  const events: unknown = Array.isArray(value) ? value : (value as { events?: unknown }).events
  return typeof events === "object" && events !== null && Object.keys(events).length > 0
}
