import { NotUnpacked } from "../formats/inflate.ts"
import { takeBack } from "../formats/pieces.ts"
import { LoadFailure } from "./failure.ts"

/** A file that is being read. */
export interface Incoming {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly name: string
  /** As announced; null where nobody said. */
  readonly total: number | null
  /** Bytes that there are at least: what travels compressed announces no more. */
  readonly least: number
}

/** Bytes of the memory that a chunk is read into. */
const ROOM = 262_144

/**
 * The chunks of a stream; leaving the loop early cancels it, so that a download stops. The next is read into the memory of
 * one that was given back (formats/pieces giveBack): new memory for each takes as long as the reading itself.
 */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let room: ArrayBuffer | null = null
  let reader: ReadableStreamBYOBReader
  try {
    reader = stream.getReader({ mode: "byob" })
    room = new ArrayBuffer(ROOM)
  } catch {
    // Not every stream can; its own reader takes no memory.
    reader = stream.getReader() as unknown as ReadableStreamBYOBReader
  }
  let ended = false
  try {
    for (;;) {
      const { done, value }: ReadableStreamReadResult<Uint8Array<ArrayBuffer>> = await reader.read(
        room! && new Uint8Array(room),
      )
      if (done) break
      // Whoever keeps it keeps all of its memory.
      const isSmall = room !== null && 2 * value.length < ROOM
      const chunk = isSmall ? value.slice() : value
      if (value.length > 0) yield chunk
      room &&= isSmall || takeBack(chunk) ? value.buffer : new ArrayBuffer(ROOM)
    }
    ended = true
  } finally {
    if (!ended) reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}

/** The same chunks; `count` hears how many bytes have come, and more than `limit` are refused. */
export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0
  for await (const chunk of bytes) {
    total += chunk.length
    if (total > limit) throw new LoadFailure("too-large", { limit })
    count(total)
    yield chunk
  }
}

/** Whether a file begins as gzip does (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8
}

/** Whether a file begins as a zip archive with something in it does (APPNOTE 4.3.7). */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4
}

/** The same bytes; where they turn out not to be unpacked, a `bad-archive`. */
export async function* unpacking(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    throw error instanceof NotUnpacked ? new LoadFailure("bad-archive") : error
  }
}
