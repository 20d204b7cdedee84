import type { ColumnMetaData, CompressionCodec, Compressors } from "hyparquet"
import { DamagedFile } from "./kinds.ts"
import { pagesIn, varint, type Page } from "./pageHeaders.ts"

/** The most values of a page: writers begin a new one after a megabyte or some ten thousand rows. */
const MOST = 1 << 24
/** Values that a run may have beyond those that are wanted. */
const BEYOND = 1 << 20
/** Numbers in Encoding of parquet.thrift whose values are runs of numbers. */
const RUNS = new Set([2, 3, 8])
const RLE = 3

/** How many levels of repetition and of definition a column has at most. */
export interface Depth {
  readonly repetition: number
  readonly definition: number
}

/**
 * Looks over the pages of columns before they are read. A page says how many values it has and how often one of them is
 * repeated; the library believes it, and a few bytes gone wrong would fill all memory.
 */
export interface PageGuard {
  /** Looks over a column chunk; what is packed in it waits until it is unpacked. Throws DamagedFile. */
  look(chunk: ColumnMetaData, depth: Depth): void
  /** The file, of whose parts it is still known where they lie. */
  slice(start: number, end?: number): ArrayBuffer
  /** The same unpackers, what they give looked over. */
  readonly codecs: Compressors
}

export function pageGuard(bytes: Uint8Array, codecs: Compressors): PageGuard {
  /** Pages that are packed, by the byte where what is packed begins. */
  const waiting = new Map<
    number,
    { readonly page: Page; readonly depth: Depth; readonly isBoolean: boolean }
  >()
  const guarded = Object.entries(codecs).map(([name, unpack]) => [
    name,
    (packed: Uint8Array, length: number) => {
      const known = waiting.get(packed.byteOffset + ((packed.buffer as Placed).at ?? Number.NaN))
      if (!known) throw new DamagedFile("bad-page")
      const unpacked = unpack(packed, length)
      lookAtValues(unpacked, known.page, known.depth, known.isBoolean)
      return unpacked
    },
  ])
  return {
    codecs: Object.fromEntries(guarded) as Compressors,
    slice(start, end = bytes.length) {
      const from = Math.max(0, Math.min(start, bytes.length))
      const part = new Placed(Math.max(0, Math.min(end, bytes.length) - from))
      new Uint8Array(part).set(bytes.subarray(from, from + part.byteLength))
      part.at = from
      return part
    },
    look(chunk, depth) {
      const from = Number(chunk.dictionary_page_offset || chunk.data_page_offset)
      const to = Math.min(from + Number(chunk.total_compressed_size), bytes.length)
      const isOpen = chunk.codec === ("UNCOMPRESSED" satisfies CompressionCodec)
      const isBoolean = chunk.type === "BOOLEAN"
      for (const page of pagesIn(bytes, from, to)) {
        if (!(page.values >= 0 && page.values <= MOST))
          throw new DamagedFile("page-of-values", String(page.values))
        const [repetition, definition] = page.levels
        const start = page.at + repetition + definition
        if (!(repetition >= 0 && definition >= 0 && start <= page.at + page.packedSize))
          throw new DamagedFile("bad-page")
        if (page.type === "data-2") {
          lookAtRuns(bytes, page.at, widthOf(depth.repetition), page.values)
          lookAtRuns(bytes, page.at + repetition, widthOf(depth.definition), page.values)
        }
        if (isOpen || !page.isPacked)
          lookAtValues(bytes.subarray(start, page.at + page.packedSize), page, depth, isBoolean)
        else waiting.set(start, { page, depth, isBoolean })
      }
    },
  }
}

/** A part of the file; parts of it know where they lie too. */
class Placed extends ArrayBuffer {
  at = 0

  override slice(start = 0, end = this.byteLength): ArrayBuffer {
    const part = super.slice(start, end) as Placed
    part.at = this.at + start
    return part
  }
}

/** Bits that a level up to this takes. */
function widthOf(level: number): number {
  return 32 - Math.clz32(level)
}

/** Looks over a page that is unpacked: its levels, where they stand in it, and values that are runs. */
function lookAtValues(bytes: Uint8Array, page: Page, depth: Depth, isBoolean: boolean): void {
  if (page.type !== "data" && page.type !== "data-2") return
  let at = 0
  if (page.type === "data")
    for (const level of [depth.repetition, depth.definition]) {
      if (level === 0) continue
      lookAtRuns(bytes, at + 4, widthOf(level), page.values)
      at += 4 + lengthAt(bytes, at)
    }
  if (!RUNS.has(page.encoding)) return
  if (isBoolean) lookAtRuns(bytes, page.encoding === RLE ? at + 4 : at, 1, page.values)
  else lookAtRuns(bytes, at + 1, bytes[at] ?? 0, page.values)
}

function lengthAt(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) throw new DamagedFile("cut-off")
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
}

/**
 * Walks over runs of numbers of so many bits (Encodings.md, RLE and bit-packing hybrid): either one number many times, or
 * groups of eight. Those that run out of the bytes are the library's to refuse; one that is repeated too often is refused here.
 */
function lookAtRuns(bytes: Uint8Array, from: number, width: number, values: number): void {
  if (width === 0) return
  const reader = { bytes, at: from }
  for (let seen = 0; seen < values && reader.at < bytes.length;) {
    const head = varint(reader)
    const isPacked = head % 2 === 1
    const count = isPacked ? ((head - 1) / 2) * 8 : head / 2
    if (!isPacked && count > values - seen + BEYOND) throw new DamagedFile("repeated-value", String(count))
    reader.at += isPacked ? (count / 8) * width : Math.ceil(width / 8)
    seen += count
  }
}
