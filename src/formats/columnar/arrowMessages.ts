import { joined } from "../pieces.ts"
import { readHead, type MessageType } from "./arrowHeads.ts"
import { DamagedFile } from "./kinds.ts"

/** One message of an Arrow file or stream with its prefix and body, in memory of its own. */
export interface Message {
  readonly type: MessageType
  readonly bytes: Uint8Array
}

const CONTINUES = 0xffffffff
/** A file begins with this and two bytes of padding. */
const MAGIC = "ARROW1"
/** Nothing that describes a table of events takes more. */
const LONGEST_HEAD = 1 << 26

/**
 * The messages of an Arrow IPC stream, or of an IPC file, which is such a stream between a beginning and a directory
 * (Columnar.rst, "IPC Streaming Format" and "IPC File Format"); the directory is not needed. Throws DamagedFile where one
 * breaks off, and what `bytes` throws.
 */
export async function* readMessages(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  const source = pulling(bytes)
  try {
    const start = await source.take(8)
    if (start.length === 0) return
    if (new TextDecoder().decode(start.subarray(0, 6)) !== MAGIC) source.back(start)
    for (;;) {
      const prefix = await source.take(4)
      if (prefix.length === 0) return
      const isMarked = numberAt(prefix, 0) === CONTINUES
      const counted = isMarked ? await source.take(4) : prefix
      const length = numberAt(counted, 0)
      if (length === 0) return
      if (length > LONGEST_HEAD) throw new DamagedFile("bad-message")
      const head = await source.take(length)
      if (head.length < length) throw new DamagedFile("cut-off")
      const { type, bodyLength } = readHead(head)
      const body = await source.take(bodyLength)
      if (body.length < bodyLength) throw new DamagedFile("cut-off")
      yield { type, bytes: joined(isMarked ? [prefix, counted, head, body] : [prefix, head, body]) }
    }
  } finally {
    await source.leave()
  }
}

function numberAt(bytes: Uint8Array, at: number): number {
  if (bytes.length < at + 4) throw new DamagedFile("cut-off")
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
}

/** Takes given numbers of bytes from pieces of any sizes. */
function pulling(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]()
  let pending: Uint8Array[] = []
  let length = 0
  return {
    /** So many bytes, or all that are left. */
    async take(wanted: number): Promise<Uint8Array> {
      while (length < wanted) {
        const next = await source.next()
        if (next.done) break
        pending.push(next.value)
        length += next.value.length
      }
      const taken: Uint8Array[] = []
      let missing = Math.min(wanted, length)
      length -= missing
      let used = 0
      while (missing > 0) {
        const piece = pending[used]!
        taken.push(piece.subarray(0, missing))
        if (piece.length > missing) pending[used] = piece.subarray(missing)
        else used++
        missing -= taken.at(-1)!.length
      }
      pending = pending.slice(used)
      return joined(taken)
    },
    back(piece: Uint8Array): void {
      pending.unshift(piece)
      length += piece.length
    },
    async leave(): Promise<void> {
      await source.return?.()
    },
  }
}
