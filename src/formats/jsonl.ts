import { decodeHead, decodeText } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { salvageJson } from "./json-salvage.ts"
import type { Faults } from "../model/faults.ts"

/** How many lines make a batch. */
const BATCH = 1000
/** Lines by which it is told what they hold. */
const SAMPLE = 500

/**
 * One event a line (JSON Lines). Blank lines are skipped; a line that is not JSON is reported with its number and lost.
 * A first line with `dateline` in it holds the document's other fields: actors, places and so on. Lines that are no events
 * of the native format are read as a list of them in a JSON file would be: features, events of schema.org, or whatever
 * has dates.
 */
export const jsonl: Format = {
  name: "jsonl",
  extensions: [".jsonl", ".ndjson", ".geojsonl", ".ndgeojson", ".jsonlines"],
  mediaTypes: ["application/jsonl", "application/x-ndjson", "application/x-jsonlines"],
  sniff(head, fileName) {
    const [first = "", second = ""] = decodeHead(head)
      .trim()
      .split(/\s*\n\s*/, 2)
    if (!first.startsWith("{")) return 0
    if (/\.(jsonl|ndjson|geojsonl|ndgeojson|jsonlines)$/i.test(fileName)) return 2
    return second.startsWith("{") && first.endsWith("}") ? 2 : 0
  },
  async *read(bytes, faults, options): AsyncGenerator<Batch> {
    const batches = batchesIn(decodeText(bytes, faults), faults)
    const first = (await batches.next()).value
    if (!first) return
    yield* (await readerFor(first))(first, batches, faults, options?.now ?? null)
  },
}

/** Lines that are JSON, with their numbers; how many were not. */
interface Lines {
  readonly values: readonly unknown[]
  readonly numbers: readonly number[]
  readonly lost: number
}

type ReadLines = (
  first: Lines,
  more: AsyncIterable<Lines>,
  faults: Faults,
  now: number | null,
) => AsyncGenerator<Batch>

async function readerFor({ values }: Lines): Promise<ReadLines> {
  const [first] = values
  // The commonest case first, which needs nothing more to be loaded.
  if (isObject(first) && (isHead(first) || (Object.hasOwn(first, "when") && Object.hasOwn(first, "title"))))
    return readEvents
  const { foreignLines } = await import("./trees/lines.ts")
  return foreignLines(values.slice(0, SAMPLE)) ?? readEvents
}

async function* readEvents(first: Lines, more: AsyncIterable<Lines>): AsyncGenerator<Batch> {
  const { values, numbers, lost } = first
  const [head] = values
  if (isHead(head)) yield { fields: head, events: values.slice(1), lost, placeOf: placesIn(numbers.slice(1)) }
  else yield { events: values, lost, placeOf: placesIn(numbers) }
  for await (const lines of more)
    yield { events: lines.values, lost: lines.lost, placeOf: placesIn(lines.numbers) }
}

function placesIn(numbers: readonly number[]): Batch["placeOf"] {
  return index => ({ line: numbers[index]! })
}

/** The lines of a text in batches; always at least one. */
async function* batchesIn(parts: AsyncIterable<string>, faults: Faults): AsyncGenerator<Lines> {
  let values: unknown[] = []
  let numbers: number[] = []
  let lost = 0
  const take = (): Lines => {
    const taken = { values, numbers, lost }
    ;[values, numbers, lost] = [[], [], 0]
    return taken
  }
  for await (const { text, line } of readLines(parts)) {
    const value = parseLine(text, line, faults)
    if (value === undefined) lost += 1
    else {
      values.push(value)
      numbers.push(line)
    }
    if (values.length + lost >= BATCH) yield take()
  }
  yield take()
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

type Thing = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isHead(value: unknown): value is Thing {
  return isObject(value) && Object.hasOwn(value, "dateline")
}
