import { decodeText } from "./decode.ts"
import type { Batch } from "./format.ts"
import { areCells, isObject, lineCutter, linePlan, type DateForm, type LineBlock } from "./json-cells.ts"
import { salvageJson } from "./json-salvage.ts"
import type { ReadOptions } from "./mapping.ts"
import { peek } from "./pieces.ts"
import { readBlocks } from "./tabular/cutter.ts"
import type { CellPlan } from "./tabular/records.ts"
import type { Faults } from "../model/faults.ts"

/** How many lines make a batch. */
const BATCH = 1000
/** Bytes of the beginning by which it is told what the lines hold, and lines of it. */
const HEAD = 64_000
const SAMPLE = 500

/** The events of lines of JSON, in batches; see jsonl.ts. */
export async function* readJsonl(
  bytes: AsyncIterable<Uint8Array>,
  faults: Faults,
  options: ReadOptions = {},
): AsyncGenerator<Batch> {
  const { head, bytes: all } = await peek(bytes, HEAD)
  const form = await dateFormOf(head)
  const rest = form ? yield* readCells(all, form, faults) : { bytes: all, row: 1 }
  if (!rest) return
  const batches = batchesIn(decodeText(rest.bytes, faults), rest.row, faults)
  const first = (await batches.next()).value
  if (!first) return
  const read = form ? readEvents : await readerFor(first)
  yield* read(first, batches, faults, options?.now ?? null)
}

/**
 * How plain events of the native format in a file that begins so have their dates; null where it holds others, or names
 * before them, or is no UTF-8.
 */
async function dateFormOf(head: Uint8Array): Promise<DateForm | null> {
  const most = head.subarray(0, 4 * HEAD)
  const end = most.lastIndexOf(10)
  if (end < 0 || head.includes(0) || head[0] === 0xff || head[0] === 0xfe) return null
  const lines = new TextDecoder().decode(most.subarray(0, end)).split("\n", SAMPLE)
  const values = lines.flatMap(line => parsed(line) ?? [])
  const [first] = values
  if (!isObject(first) || isHead(first) || (await readerFor({ values })) !== readEvents) return null
  return Object.hasOwn(first, "when") ? "when" : "start"
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

/** Reads lines in their bytes. Gives what a reader of texts must go on with; null where all was read. */
async function* readCells(
  bytes: AsyncIterable<Uint8Array>,
  form: DateForm,
  faults: Faults,
): AsyncGenerator<Batch, { readonly bytes: AsyncIterable<Uint8Array>; readonly row: number } | null> {
  const plan = linePlan(form)
  return yield* readBlocks(bytes, lineCutter(form), block => batchesOf(block, plan, faults))
}

/** The lines of a block, and then how many of those that were looked at were no JSON. */
function* batchesOf(block: LineBlock, plan: CellPlan, faults: Faults): Generator<Batch> {
  let lost = 0
  const read = (row: number) => {
    const text = decoder.decode(block.bytes.subarray(block.from[row], block.to[row]))
    const value = parseLine(text, block.numbers[row]!, faults)
    if (value === undefined) lost++
    return value
  }
  const placeOf = (row: number) => ({ line: block.numbers[row]! })
  let made: { readonly events: readonly unknown[]; readonly rows: readonly number[] } | null = null
  const make = () => {
    const rows = Array.from({ length: block.rows }, (_, row) => row)
    const events = rows.map(row => [read(row), row] as const).filter(([event]) => event !== undefined)
    return (made = { events: events.map(([event]) => event), rows: events.map(([, row]) => row) })
  }
  yield {
    get events() {
      return (made ?? make()).events
    },
    placeOf: index => placeOf((made ?? make()).rows[index]!),
    cells: { block, plan, read, placeOf },
  }
  if (lost > 0) yield { events: [], lost, placeOf }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

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

async function readerFor({ values }: Pick<Lines, "values">): Promise<ReadLines> {
  const [first] = values
  // The commonest cases first, which need nothing more to be loaded.
  if (isObject(first) && (isHead(first) || (Object.hasOwn(first, "when") && Object.hasOwn(first, "title"))))
    return readEvents
  if (values.length > 0 && areCells(values)) return readEvents
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

/** The lines of a text in batches, of which the first has this number; always at least one. */
async function* batchesIn(
  parts: AsyncIterable<string>,
  first: number,
  faults: Faults,
): AsyncGenerator<Lines> {
  let values: unknown[] = []
  let numbers: number[] = []
  let lost = 0
  const take = (): Lines => {
    const taken = { values, numbers, lost }
    ;[values, numbers, lost] = [[], [], 0]
    return taken
  }
  for await (const { text, line } of readLines(parts, first)) {
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

/** The lines of a text that hold anything, with their numbers; line ends are LF or CRLF. */
async function* readLines(
  parts: AsyncIterable<string>,
  first: number,
): AsyncGenerator<{ text: string; line: number }> {
  let line = first - 1
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
      seen: fault?.seen,
      ...(fault && { wanted: { word: fault.wanted } }),
    })
    return undefined
  }
}

function isHead(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.hasOwn(value, "dateline")
}
