import { DamagedFile } from "./kinds.ts"

const MAGIC = 0x184d2204
/** A match is never shorter. */
const LEAST = 4

/**
 * What an LZ4 frame unpacks to (lz4_Frame_format.md 1.6.4; blocks that lean on those before are allowed, checksums are passed
 * over). More than `limit` bytes, or anything that is no such frame, is a DamagedFile.
 */
export function unpackLz4Frame(bytes: Uint8Array, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0, true) !== MAGIC) throw new DamagedFile("bad-packing")
    const flags = view.getUint8(4)
    const hasBlockSums = (flags & 0x10) !== 0
    let at = 7 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0)
    const sink = growing(limit)
    for (;;) {
      const size = view.getUint32(at, true)
      if (size === 0) return sink.done()
      const length = size & 0x7fffffff
      const block = bytes.subarray(at + 4, at + 4 + length)
      if (block.length < length) throw new DamagedFile("cut-off")
      if (size & 0x80000000) sink.add(block)
      else unpackBlock(block, sink)
      at += 4 + length + (hasBlockSums ? 4 : 0)
    }
  } catch (error) {
    if (error instanceof RangeError) throw new DamagedFile("cut-off")
    throw error
  }
}

/** A block is a chain of letters as they are and of pieces that stood before (lz4_Block_format.md). */
function unpackBlock(block: Uint8Array, sink: Sink): void {
  let at = 0
  const lengthOf = (nibble: number): number => {
    let length = nibble
    if (nibble !== 15) return length
    for (;;) {
      const more = block[at++]
      if (more === undefined) throw new DamagedFile("cut-off")
      length += more
      if (more !== 255) return length
    }
  }
  while (at < block.length) {
    const token = block[at++]!
    const letters = lengthOf(token >> 4)
    if (at + letters > block.length) throw new DamagedFile("cut-off")
    sink.add(block.subarray(at, at + letters))
    at += letters
    // The last chain has no piece.
    if (at >= block.length) return
    const back = block[at]! | ((block[at + 1] ?? 0) << 8)
    at += 2
    sink.repeat(back, lengthOf(token & 15) + LEAST)
  }
}

interface Sink {
  add(bytes: Uint8Array): void
  /** Adds what stands so many bytes back; it may run into what it adds. */
  repeat(back: number, length: number): void
  done(): Uint8Array
}

function growing(limit: number): Sink {
  let all = new Uint8Array(1 << 16)
  let length = 0
  const room = (more: number) => {
    if (length + more > limit) throw new DamagedFile("too-much-packed")
    if (length + more <= all.length) return
    const wider = new Uint8Array(Math.min(limit, Math.max(all.length * 2, length + more)))
    wider.set(all.subarray(0, length))
    all = wider
  }
  return {
    add(bytes) {
      room(bytes.length)
      all.set(bytes, length)
      length += bytes.length
    },
    repeat(back, more) {
      if (back === 0 || back > length) throw new DamagedFile("bad-packing")
      room(more)
      if (back >= more) all.copyWithin(length, length - back, length - back + more)
      else for (let i = 0; i < more; i++) all[length + i] = all[length + i - back]!
      length += more
    },
    done: () => all.slice(0, length),
  }
}
