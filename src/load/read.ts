import type { Batch, CellBatch } from "../formats/format.ts"
import type { TableShape } from "../formats/mapping.ts"
import { startCheck, type Checker, type EventSink } from "../model/check.ts"
import type { Document, ReadDocument } from "../model/document.ts"
import { collectFaults } from "../model/faults.ts"
import type { TableBuilder } from "../table/build.ts"
import type { CellFiller } from "./cells.ts"
import { LoadFailure, type LoadFailureCode } from "./failure.ts"
import { batchesOf, fieldsOf, openAll } from "./files.ts"
import { loadCells } from "./loadCells.ts"
import type { LoadOptions, LoadSource } from "./source.ts"

/** What was read, once the events themselves have gone to their sink. */
export interface Outcome extends Omit<ReadDocument, "document"> {
  /** Name of the format. */
  readonly format: string
  /** What its columns were taken for; null where it is no table, and of several files. */
  readonly shape: TableShape | null
  /** As they travelled. */
  readonly bytes: number
  /** Whether it was stopped before its end. */
  readonly stopped: boolean
}

/** Takes the events of a file as they are read. */
export interface ReadSink extends EventSink {
  /** The table that the events go to, where cells can go to it without events being made of them. */
  readonly table?: TableBuilder
  /** Called now and then, between events; with a promise no more is read before it. */
  rest?(): Promise<void> | void
  /** Whether what comes next is wanted before anyone else has a turn: then none is given away. */
  isUrgent?(): boolean
}

/** Longest stretch of work, in ms, before the page gets its turn. */
const SLICE = 8
/** Events between two looks at the clock. */
const STEP = 200

/**
 * Reads an address, a file or a text; its events go to what `sinkFor` makes of the document's other fields. Packed files
 * (gzip) are unpacked. What cannot be loaded, or holds nothing that can be read, rejects with a LoadFailure; what can be
 * read in part resolves with problems. With `keep`, a stop resolves with what has come so far, if anything has. Works in
 * slices of 8 ms but for parsing a JSON text, which the engine does in one go (about 9 ms a megabyte).
 */
export async function readSource(
  source: LoadSource,
  options: LoadOptions,
  sinkFor: (document: Omit<Document, "events">) => ReadSink,
): Promise<Outcome> {
  try {
    return await read(source, options, sinkFor)
  } catch (error) {
    if (options.signal?.aborted) throw new LoadFailure("aborted", { address: addressOf(source) })
    if (error instanceof LoadFailure) throw error
    throw new LoadFailure("other", { address: addressOf(source) })
  }
}

function addressOf(source: LoadSource): string | null {
  return "url" in source ? source.url : null
}

async function read(
  source: LoadSource,
  options: LoadOptions,
  sinkFor: (document: Omit<Document, "events">) => ReadSink,
): Promise<Outcome> {
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const faults = collectFaults()
  const arrived = { bytes: 0, total: 0 as number | null, least: 0, events: 0 }
  const tell = () => onProgress?.({ ...arrived })
  const files = await openAll(source, options, faults, arrived, tell)
  let sink: ReadSink | null = null
  const checker = startCheck(fieldsOf(files), faults, document => (sink = sinkFor(document)))
  let filler: CellFiller | null = null
  let lost = 0
  let stopped = false
  const pause = pauser(signal, options.slice ?? SLICE)
  const rest = async () => {
    const held = sink!.rest?.()
    if (held) await held
    if (!sink!.isUrgent?.() && (await pause())) tell()
  }
  try {
    for (const file of files) {
      for await (const batch of batchesOf(file, files.length > 1)) {
        lost += batch.lost ?? 0
        sink!.table?.expect(arrived.total ? arrived.bytes / arrived.total : 0)
        if (batch.fields && batch !== file.first) checker.declare(batch.fields)
        if (batch.cells && sink!.table) {
          filler ??= (await loadCells()).cellFiller(batch.cells.plan, checker.head, sink!.table)
          arrived.events += fill(batch, batch.cells, filler, checker)
          await rest()
          continue
        }
        for (let from = 0; from < batch.events.length; from += STEP) {
          addSlice(checker, batch, from)
          arrived.events += Math.min(STEP, batch.events.length - from)
          await rest()
        }
      }
    }
  } catch (error) {
    if (!options.keep || !signal?.aborted || arrived.events === 0) throw error
    stopped = true
  }
  const { problems, read, leftOut } = checker.finish()
  const shape = (files.length === 1 && files[0]!.first?.shape) || null
  const fatal = problems.find(problem => problem.severity === "fatal")
  if (fatal && read === leftOut) {
    throw new LoadFailure(failureOf(fatal.code), { address: addressOf(source), problems, shape })
  }
  tell()
  const format = [...new Set(files.map(file => file.first?.format ?? file.format.name))].join(", ")
  return {
    problems,
    read: read + lost,
    leftOut: leftOut + lost,
    format,
    shape,
    bytes: arrived.bytes,
    stopped,
  }
}

function failureOf(code: string): LoadFailureCode {
  if (code === "bad-workbook") return "damaged-file"
  const known = ["html-instead", "damaged-file", "bad-encoding", "bad-json", "no-events"] as const
  return known.find(failure => failure === code) ?? "no-events"
}

function addSlice(checker: Checker, batch: Batch, from: number): void {
  const events = batch.events.slice(from, from + STEP)
  checker.add(events, index => batch.placeOf(from + index), batch.originOf)
}

/** Gives the rows of a batch to the filler, and those that must be read in full to the checker; how many events there are. */
function fill({ originOf }: Batch, cells: CellBatch, filler: CellFiller, checker: Checker): number {
  const { block, read, placeOf = row => ({ row: block.first + row }) } = cells
  let events = 0
  for (let row = 0; row < block.rows; row++) {
    const stop = filler(cells, row)
    checker.count(stop - row)
    events += stop - row
    row = stop
    const event = stop < block.rows ? read(stop) : undefined
    if (event === undefined) continue
    checker.add([event], () => placeOf(stop), originOf)
    events++
  }
  return events
}

/** Gives the page its turn when a slice of work is over (then true), and stops when it is told to. */
function pauser(signal: AbortSignal | undefined, slice: number): () => Promise<boolean> {
  let until = performance.now() + slice
  return async () => {
    if (performance.now() < until) return false
    await new Promise(resolve => setTimeout(resolve, 0))
    signal?.throwIfAborted()
    until = performance.now() + slice
    return true
  }
}
