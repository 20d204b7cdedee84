import { decodeHead, decodeText } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { salvageJson } from "./json-salvage.ts"
import type { Faults } from "../model/faults.ts"

/** How many lines make a batch. */
const BATCH = 1000

/**
 * One event a line (JSON Lines). Blank lines are skipped; a line that is not JSON is reported with its number and lost.
 * A first line with `dateline` in it holds the document's other fields: actors, places and so on.
 */
export const jsonl: Format = {
  name: "jsonl",
  extensions: [".jsonl", ".ndjson"],
  mediaTypes: ["application/jsonl", "application/x-ndjson", "application/x-jsonlines"],
  sniff(head, fileName) {
    const [first = "", second = ""] = decodeHead(head)
      .trim()
      .split(/\s*\n\s*/, 2)
    if (!first.startsWith("{")) return 0
    if (/\.(jsonl|ndjson)$/i.test(fileName)) return 2
    return second.startsWith("{") && first.endsWith("}") ? 2 : 0
  },
  async *read(bytes, faults): AsyncGenerator<Batch> {
    let fields: Batch["fields"]
    let events: unknown[] = []
    let lines: number[] = []
    let lost = 0
    const take = (): Batch => {
      const places = lines
      const batch = { fields, events, lost, placeOf: (index: number) => ({ line: places[index]! }) }
      ;[fields, events, lines, lost] = [undefined, [], [], 0]
      return batch
    }
    let first = true
    for await (const { text, line } of readLines(decodeText(bytes, faults))) {
      const value = parseLine(text, line, faults)
      if (value === undefined) lost += 1
      else if (first && isHead(value)) fields = value
      else {
        events.push(value)
        lines.push(line)
      }
      first = false
      if (events.length + lost >= BATCH) yield take()
    }
    yield take()
  },
}

/** The lines of a text that hold anything, with their numbers from 1; line ends are LF or CRLF. */
async function* readLines(parts: AsyncIterable<string>): AsyncGenerator<{ text: string; line: number }> {
  let line = 0
  // Pieces of a line not yet ended; joined once, for a line may be as long as the file.
  let pending: string[] = []
  for await (const part of parts) {
    const pieces = part.split("\n")
    for (const piece of pieces.slice(0, -1)) {
      line += 1
      const text = pending.length > 0 ? pending.join("") + piece : piece
      pending = []
      if (text.trim() !== "") yield { text, line }
    }
    pending.push(pieces.at(-1)!)
  }
  const last = pending.join("")
  if (last.trim() !== "") yield { text: last, line: line + 1 }
}

function parseLine(text: string, line: number, faults: Faults): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    const fault = salvageJson(text).fault
    faults.add({
      code: "bad-json",
      severity: "left-out",
      where: { line, column: fault?.column ?? 1 },
      found: fault?.found ?? text,
      expected: fault?.expected,
    })
    return undefined
  }
}

function isHead(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "dateline")
}
