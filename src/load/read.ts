import { decodeHead } from "../formats/decode.ts"
import type { Batch, Format } from "../formats/format.ts"
import { formatNamed, sniffFormat } from "../formats/index.ts"
import { startCheck, type Checker, type EventSink } from "../model/check.ts"
import type { Document, ReadDocument } from "../model/document.ts"
import { collectFaults } from "../model/faults.ts"
import { chunksOf, counted, gunzip, isGzip, peek, type Incoming } from "./bytes.ts"
import { LoadFailure, type LoadFailureCode } from "./failure.ts"
import { fetchFile, type Fetch } from "./fetch.ts"

/** An address, relative to `base` where it is (the page's own address); a file; or text. */
export type LoadSource =
  | { readonly url: string; readonly base?: string }
  | { readonly file: Blob & { readonly name?: string } }
  | { readonly text: string; readonly name?: string }

export interface LoadOptions {
  /** Name of a format, where sniffing would be wrong. */
  readonly format?: string
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  readonly fetch?: Fetch
  /** The most bytes that are read, both as they come and unpacked. */
  readonly limit?: number
  /** Whether what was read before `signal` stopped the reading is kept. */
  readonly keep?: boolean
  /** Longest stretch of work, in ms, before others get their turn; 8 where nothing is said. */
  readonly slice?: number
}

export interface Progress {
  /** Bytes that have come so far, as they travel. */
  readonly bytes: number
  /** Null where nobody said. */
  readonly total: number | null
  readonly events: number
}

/** What was read, once the events themselves have gone to their sink. */
export interface Outcome extends Omit<ReadDocument, "document"> {
  /** Name of the format. */
  readonly format: string
  /** As they travelled. */
  readonly bytes: number
  /** Whether it was stopped before its end. */
  readonly stopped: boolean
}

/** Takes the events of a file as they are read. */
export interface ReadSink extends EventSink {
  /** Called now and then, between events. */
  rest?(): void
}

/** Below the longest string an engine holds, which is what a JSON file becomes. */
const LIMIT = 500_000_000
/** Enough to tell formats apart. */
const HEAD = 4096
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
  const { signal, limit = LIMIT, onProgress } = options
  signal?.throwIfAborted()
  const incoming = await open(source, options, limit)
  let bytes = 0
  let events = 0
  const tell = () => onProgress?.({ bytes, total: incoming.total, events })
  const arriving = counted(incoming.bytes, limit, count => {
    signal?.throwIfAborted()
    bytes = count
    tell()
  })
  const file = await unpack(arriving, incoming.name, limit)
  const format = choose(file.head, file.name, options.format)
  const faults = collectFaults()
  let checker: Checker | null = null
  let sink: ReadSink | null = null
  const start = (fields: Batch["fields"]) =>
    startCheck(titled(fields ?? {}, file.name), faults, document => (sink = sinkFor(document)))
  let lost = 0
  let stopped = false
  const pause = pauser(signal, options.slice ?? SLICE)
  try {
    for await (const batch of format.read(file.bytes, faults)) {
      checker ??= start(batch.fields)
      lost += batch.lost ?? 0
      for (let from = 0; from < batch.events.length; from += STEP) {
        addSlice(checker, batch, from)
        events += Math.min(STEP, batch.events.length - from)
        sink!.rest?.()
        if (await pause()) tell()
      }
    }
  } catch (error) {
    if (!options.keep || !signal?.aborted || events === 0) throw error
    stopped = true
  }
  checker ??= start({})
  const { problems, read, leftOut } = checker.finish()
  const fatal = problems.find(problem => problem.severity === "fatal")
  if (fatal && read === leftOut) {
    throw new LoadFailure(failureOf(fatal.code), { address: addressOf(source), problems })
  }
  tell()
  return { problems, read: read + lost, leftOut: leftOut + lost, format: format.name, bytes, stopped }
}

/** A file without a title of its own goes by its name. */
function titled(fields: NonNullable<Batch["fields"]>, fileName: string): NonNullable<Batch["fields"]> {
  const name = fileName.replace(/\.[a-z0-9]{1,8}$/i, "").trim()
  return fields["title"] == null && name !== "" ? { ...fields, title: name } : fields
}

function failureOf(code: string): LoadFailureCode {
  const known = ["html-instead", "bad-encoding", "bad-json", "no-events"] as const
  return known.find(failure => failure === code) ?? "no-events"
}

function open(source: LoadSource, options: LoadOptions, limit: number): Promise<Incoming> | Incoming {
  if ("url" in source) {
    const fetch: Fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init))
    return fetchFile(source.url, source.base, fetch, limit, options.signal)
  }
  const blob = "file" in source ? source.file : new Blob([source.text])
  if (blob.size > limit) throw new LoadFailure("too-large", { limit })
  const name = "file" in source ? source.file.name : source.name
  return { bytes: chunksOf(blob.stream()), name: name ?? "", total: blob.size }
}

async function unpack(bytes: AsyncIterable<Uint8Array>, name: string, limit: number) {
  const packed = await peek(bytes, HEAD)
  if (!isGzip(packed.head)) return { ...packed, name }
  const unpacked = counted(gunzip(packed.bytes), limit, () => undefined)
  return { ...(await peek(unpacked, HEAD)), name: name.replace(/\.gz$/i, "") }
}

function choose(head: Uint8Array, fileName: string, wanted: string | undefined): Format {
  const format = wanted === undefined ? sniffFormat(head, fileName) : formatNamed(wanted)
  if (format) return format
  const start = decodeHead(head).trimStart()
  if (start === "") throw new LoadFailure("no-events")
  throw new LoadFailure(
    /^<(!doctype|html|head|body|meta|script)\b/i.test(start) ? "html-instead" : "unknown-format",
  )
}

function addSlice(checker: Checker, batch: Batch, from: number): void {
  checker.add(batch.events.slice(from, from + STEP), index => batch.placeOf(from + index))
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
