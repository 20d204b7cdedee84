import type { Batch, Format } from "../formats/format.ts"
import { decodeHead } from "../formats/decode.ts"
import { formatNamed, isReadableName, prepareFor, sniffFormat } from "../formats/index.ts"
import { readMapping } from "../formats/mapping.ts"
import type { Faults } from "../model/faults.ts"
import { chunksOf, counted, type Incoming } from "./bytes.ts"
import { LoadFailure } from "./failure.ts"
import { fetchFile, type Fetch } from "./fetch.ts"
import { loadCells } from "./loadCells.ts"
import type { LoadOptions, LoadSource, SingleSource } from "./source.ts"
import { unpack } from "./unpack.ts"

/** Below the longest string an engine holds, which is what a JSON file becomes. */
const LIMIT = 500_000_000

/** Bytes by which formats are told apart at most: a first chunk may hold millions, which each format would look through. */
const SNIFFED = 65_536

/** A file that is being read: its first batch, which has the document's fields, and the rest to be pulled. */
export interface OpenFile {
  readonly name: string
  readonly format: Format
  readonly first: Batch | undefined
  readonly rest: AsyncIterator<Batch>
}

/** All files of a source, each read as far as its first batch. Of several, one that cannot be read is a fault. */
export async function openAll(
  source: LoadSource,
  options: LoadOptions,
  faults: Faults,
  arrived: { bytes: number; total: number | null; least: number },
  tell: () => void,
): Promise<OpenFile[]> {
  const sources: readonly SingleSource[] = "files" in source ? source.files.map(file => ({ file })) : [source]
  const opened: OpenFile[] = []
  const failed: LoadFailure[] = []
  for (const one of sources) {
    try {
      opened.push(await openFile(one, options, faults, sources.length > 1, arrived, tell))
    } catch (error) {
      if (sources.length === 1 || options.signal?.aborted || !(error instanceof LoadFailure)) throw error
      failed.push(error)
      const word = `file-${error.code}` as const
      // Who cannot say it in English still says which file it was.
      const english = await import("../model/seenOfFiles.ts").catch(() => null)
      const name = "file" in one ? (one.file.name ?? "") : ""
      faults.add({
        code: "file-failed",
        severity: "left-out",
        where: { file: name },
        seen: { word },
        inEnglish: english?.ENGLISH_SEEN_OF_FILES[word],
      })
    }
  }
  if (opened.length === 0) throw failed[0] ?? new LoadFailure("no-events")
  return opened
}

async function openFile(
  source: SingleSource,
  options: LoadOptions,
  faults: Faults,
  isOneOfMany: boolean,
  arrived: { bytes: number; total: number | null; least: number },
  tell: () => void,
): Promise<OpenFile> {
  const { signal, limit = LIMIT } = options
  const incoming = await open(source, options, limit)
  const before = arrived.bytes
  arrived.least += incoming.least
  arrived.total = arrived.total === null || incoming.total === null ? null : arrived.total + incoming.total
  const arriving = counted(incoming.bytes, limit, count => {
    signal?.throwIfAborted()
    arrived.bytes = before + count
    tell()
  })
  const file = await unpack(arriving, incoming.name, limit, isReadableName)
  const format = choose(file.head.subarray(0, SNIFFED), file.name, options.format)
  const chosen = { ...readMapping(options.map ?? ""), now: Date.now() }
  const told = isOneOfMany ? inFile(faults, file.name) : faults
  const rest = format.read(file.bytes, told, chosen)[Symbol.asyncIterator]()
  const next = await rest.next()
  return { name: file.name, format, first: next.done ? undefined : next.value, rest }
}

/** What is wrong in one of several files says in which. */
function inFile(faults: Faults, file: string): Faults {
  return { ...faults, add: fault => faults.add({ ...fault, where: { file, ...fault.where } }) }
}

/** The batches of a file; of one among several, events that cite no source cite the file. */
export async function* batchesOf(
  { name, first, rest }: OpenFile,
  isOneOfMany: boolean,
): AsyncGenerator<Batch> {
  const mark = (batch: Batch): Batch => {
    if (!isOneOfMany) return batch
    return {
      ...batch,
      cells: undefined,
      events: batch.events.map(event => citing(event, name)),
      placeOf: index => ({ ...batch.placeOf(index), file: name }),
    }
  }
  try {
    if (first) yield mark(first)
    for (;;) {
      const next = await rest.next()
      if (next.done) return
      yield mark(next.value)
    }
  } finally {
    await rest.return?.()
  }
}

function citing(event: unknown, name: string): unknown {
  if (typeof event !== "object" || event === null || Array.isArray(event) || name === "") return event
  return (event as { sources?: unknown }).sources == null ? { ...event, sources: [name] } : event
}

/** The fields of all documents as one: maps and lists joined, of the same name the first; titles side by side. */
export function fieldsOf(files: readonly OpenFile[]): Readonly<Record<string, unknown>> {
  const all = files.map(({ first, name }) => titled(first?.fields ?? {}, name))
  if (all.length === 1) return all[0]!
  const merged: Record<string, unknown> = {}
  for (const fields of all)
    for (const [key, value] of Object.entries(fields)) {
      const before = merged[key]
      if (before == null) merged[key] = value
      else if (Array.isArray(before) && Array.isArray(value))
        merged[key] = [...(before as unknown[]), ...value]
      else if (key === "title" && typeof before === "string" && typeof value === "string")
        merged[key] = `${before} · ${value}`
      else if (MAPS.has(key) && typeof before === "object" && typeof value === "object")
        merged[key] = { ...value, ...before }
    }
  return merged
}

const MAPS: ReadonlySet<string> = new Set(["actors", "places", "types", "tags", "sources"])

/** A file without a title of its own goes by its name. */
function titled(fields: NonNullable<Batch["fields"]>, fileName: string): NonNullable<Batch["fields"]> {
  const name = fileName.replace(/\.[a-z0-9]{1,8}$/i, "").trim()
  return fields["title"] == null && name !== "" ? { ...fields, title: name } : fields
}

function open(source: SingleSource, options: LoadOptions, limit: number): Promise<Incoming> | Incoming {
  if ("url" in source) {
    // Who then reads the file says what is missing.
    prepareFor(source.url.replace(/[?#].*$/s, ""))
      ?.then(loadCells)
      .catch(() => {})
    const fetch: Fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init))
    return fetchFile(source.url, source.base, fetch, limit, options.signal)
  }
  if ("bytes" in source)
    return { bytes: source.bytes, name: source.name ?? "", total: source.total, least: source.total ?? 0 }
  const blob = "file" in source ? source.file : new Blob([source.text])
  if (blob.size > limit) throw new LoadFailure("too-large", { limit })
  const name = "file" in source ? source.file.name : source.name
  return { bytes: chunksOf(blob.stream()), name: name ?? "", total: blob.size, least: blob.size }
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
