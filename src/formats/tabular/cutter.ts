import { chained, giveBack } from "../pieces.ts"

/** Cuts UTF-8 that comes in pieces of any length into blocks of whole rows. */
export interface Cutter<Block> {
  /**
   * The whole rows that are there with these bytes; `isLast` ends the last row where the bytes end. The arrays of a block
   * are written over by the next.
   */
  cut(chunk: Uint8Array, isLast: boolean): Block | null
  /** Whether nothing more can be cut: a reader of texts must go on with what is left. */
  readonly isStuck: boolean
  rest(): Uncut
}

/** What is not cut into rows yet, and the number of its first row, counted from 1. */
export interface Uncut {
  readonly bytes: Uint8Array
  readonly row: number
}

/** What was found in some bytes. */
export interface Found<Block> {
  /** Null where no row is whole. */
  readonly block: Block | null
  /** Where the first row begins that is not whole, and its number. */
  readonly end: number
  readonly row: number
  readonly isStuck: boolean
}

/** A row longer than this has an unclosed quote before it, or is none of a table of events. */
const LONGEST = 1_000_000
const NOTHING = new Uint8Array(0)

/** A cutter by what finds the rows in bytes that begin with a row of a given number; a byte order mark is left out. */
export function cutterBy<Block>(
  find: (bytes: Uint8Array, isLast: boolean, row: number) => Found<Block>,
): Cutter<Block> {
  /** What is left of the last bytes and the next ones, one after the other; used again, as the arrays of blocks are. */
  let room = NOTHING
  let carried: Uint8Array = NOTHING
  let row = 1
  let isStuck = false
  let begun = false
  const after = (chunk: Uint8Array) => {
    const kept = carried.length
    if (kept === 0) return chunk
    const length = kept + chunk.length
    if (length > room.length) {
      const larger = new Uint8Array(length + (length >> 2))
      larger.set(carried)
      room = larger
    } else if (carried.buffer === room.buffer)
      room.copyWithin(0, carried.byteOffset, carried.byteOffset + kept)
    else room.set(carried)
    room.set(chunk, kept)
    giveBack(chunk)
    return room.subarray(0, length)
  }
  return {
    cut(chunk, isLast) {
      let bytes = after(chunk)
      if (!begun && bytes.length >= 3) {
        begun = true
        if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
      }
      const found = find(bytes, isLast, row)
      isStuck = found.isStuck || bytes.length - found.end > LONGEST
      carried = bytes.subarray(found.end)
      row = found.row
      return found.block
    },
    get isStuck() {
      return isStuck
    },
    rest: () => ({ bytes: carried.slice(), row }),
  }
}

/**
 * What is read of a file's blocks as they are cut. Gives what a reader of texts must go on with where the cutter got stuck;
 * null where all was cut.
 */
export async function* readBlocks<Block, Read>(
  bytes: AsyncIterable<Uint8Array>,
  cutter: Cutter<Block>,
  read: (block: Block) => Iterable<Read>,
): AsyncGenerator<Read, { readonly bytes: AsyncIterable<Uint8Array>; readonly row: number } | null> {
  const source = bytes[Symbol.asyncIterator]()
  let isPassedOn = false
  try {
    for (;;) {
      const next = await source.next()
      const block = cutter.cut(next.done ? NOTHING : next.value, next.done === true)
      if (block) yield* read(block)
      if (cutter.isStuck) {
        isPassedOn = true
        const { bytes: rest, row } = cutter.rest()
        return { bytes: chained(rest, source), row }
      }
      if (next.done) return null
    }
  } finally {
    if (!isPassedOn) await source.return?.()
  }
}
