import { cutterBy, type Cutter } from "./cutter.ts"
import type { Dialect } from "./dialect.ts"

/** Rows of a table as places in the bytes that hold them, so that no text is made of what is only compared or copied. */
export interface CellBlock {
  /** UTF-8, sound. */
  readonly bytes: Uint8Array
  /** Number of the first row, counted from 1 as spreadsheets do. */
  readonly first: number
  readonly rows: number
  /** The cells of row r are those from cells[r] to cells[r + 1]. */
  readonly cells: Uint32Array
  /** Cell c is bytes[starts[c] … ends[c]), without the quotes around it. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** 1 for a row with a cell whose bytes are not its text: a doubled quote, a line end of two bytes. */
  readonly escaped: Uint8Array
  /** What cells stand in that hold what ends them; "" where nothing does. */
  readonly quote: string
}

/** The same block, independent of the room that the next one is written into. */
export function heldBlock(block: CellBlock): CellBlock {
  const { bytes, cells, starts, ends, escaped } = block
  return {
    ...block,
    bytes: bytes.slice(),
    cells: cells.slice(),
    starts: starts.slice(),
    ends: ends.slice(),
    escaped: escaped.slice(),
  }
}

/** A block without so many of its rows at its beginning. */
export function withoutFirst(block: CellBlock, rows: number): CellBlock {
  const { cells, escaped } = block
  return {
    ...block,
    first: block.first + rows,
    rows: block.rows - rows,
    cells: cells.subarray(rows),
    escaped: escaped.subarray(rows),
  }
}

const QUOTE = 1
const DELIMITER = 2
const LINE_FEED = 3
const RETURN = 4
const NUL = 5
const LETTER = 6

/**
 * A cutter by RFC 4180, with line ends of LF or CRLF. Gets stuck at what that does not know: letters after a closing
 * quote, a quote that is not closed, a lone CR, a NUL, bytes that are no UTF-8.
 */
export function cellCutter({ delimiter, quote }: Dialect): Cutter<CellBlock> {
  const kinds = new Uint8Array(256)
  // What begins a letter of several bytes, and what can only stand within one.
  kinds.fill(LETTER, 128)
  kinds[10] = LINE_FEED
  kinds[13] = RETURN
  kinds[0] = NUL
  kinds[delimiter.charCodeAt(0)] = DELIMITER
  if (quote !== "") kinds[quote.charCodeAt(0)] = QUOTE
  let room = roomFor(0)
  const delimiters = delimiter.charCodeAt(0) * 0x0101_0101
  return cutterBy((bytes, isLast, row) => {
    if (room.cells.length < bytes.length + 2) room = roomFor(bytes.length)
    const { rows, cells, starts, ends, escaped, end, isStuck } = scan(bytes, kinds, delimiters, isLast, room)
    const block = rows === 0 ? null : { bytes, first: row, rows, cells, starts, ends, escaped, quote }
    return { block, end, row: row + rows, isStuck }
  })
}

interface Scanned {
  readonly rows: number
  readonly cells: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly escaped: Uint8Array
  /** Where the first row begins that is not whole. */
  readonly end: number
  readonly isStuck: boolean
}

/** What blocks are written into; used again for each. */
interface Room {
  cells: Uint32Array
  starts: Uint32Array
  ends: Uint32Array
  escaped: Uint8Array
}

function roomFor(bytes: number): Room {
  // No row or cell is shorter than the byte that ends it.
  const most = bytes + 2
  const [cells, starts, ends] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)]
  return { cells, starts, ends, escaped: new Uint8Array(most) }
}

function scan(
  bytes: Uint8Array,
  kinds: Uint8Array,
  /** The delimiter in each byte. */
  delimiters: number,
  isLast: boolean,
  room: Room,
): Scanned {
  const { cells, starts, ends } = room
  const length = bytes.length
  const words = new DataView(bytes.buffer, bytes.byteOffset, length)
  let rows = 0
  let cell = 0
  let end = 0
  let start = 0
  let isEscaped = 0
  let i = 0
  cells[0] = 0
  const finish = (isStuck: boolean): Scanned => ({
    rows,
    cells: cells.subarray(0, rows + 1),
    starts: starts.subarray(0, cells[rows]),
    ends: ends.subarray(0, cells[rows]),
    escaped: room.escaped.subarray(0, rows),
    end,
    isStuck,
  })
  const endRow = (at: number) => {
    room.escaped[rows] = isEscaped
    isEscaped = 0
    cells[++rows] = cell
    end = at
  }
  for (;;) {
    // A cell begins at i.
    start = i
    let stop: number
    if (i < length && kinds[bytes[i]!] === QUOTE) {
      start = ++i
      for (;;) {
        while (i < length && kinds[bytes[i]!] !== QUOTE) {
          const kind = kinds[bytes[i]!]!
          if (kind === NUL) return finish(true)
          if (kind === RETURN) isEscaped = 1
          if (kind === LETTER) {
            const size = letterAt(bytes, i)
            if (size === 0) return finish(i + 4 <= length || isLast)
            i += size
          } else i++
        }
        if (i >= length) return finish(isLast)
        if (i + 1 >= length) {
          if (!isLast) return finish(false)
          break
        }
        if (kinds[bytes[i + 1]!] !== QUOTE) break
        isEscaped = 1
        i += 2
      }
      stop = i++
      if (i < length) {
        const kind = kinds[bytes[i]!]!
        if (kind !== DELIMITER && kind !== LINE_FEED && kind !== RETURN) return finish(true)
      }
    } else {
      // Four bytes at a time as long as none of them can be other than a plain letter.
      while (i + 4 <= length && !hasOdd(words.getInt32(i), delimiters)) i += 4
      for (;;) {
        while (i < length && kinds[bytes[i]!]! <= QUOTE) i++
        if (i >= length || kinds[bytes[i]!] !== LETTER) break
        const size = letterAt(bytes, i)
        if (size === 0) return finish(i + 4 <= length || isLast)
        i += size
      }
      stop = i
    }
    if (i >= length) {
      if (!isLast) return finish(false)
      // An empty last line is no row.
      if (cell === cells[rows] && start === stop && start === i) return finish(false)
      starts[cell] = start
      ends[cell++] = stop
      endRow(i)
      return finish(false)
    }
    starts[cell] = start
    ends[cell++] = stop
    const kind = kinds[bytes[i]!]!
    if (kind === NUL) return finish(true)
    if (kind === RETURN) {
      if (i + 1 >= length && !isLast) return finish(false)
      if (bytes[i + 1] !== 10) return finish(true)
      i++
    }
    i++
    if (kind !== DELIMITER) endRow(i)
  }
}

/** Whether one of four bytes is a delimiter, below 14 or above 127 (Lamport 1975: sums that carry into a byte's high bit). */
function hasOdd(word: number, delimiters: number): boolean {
  const apart = word ^ delimiters
  const odd = ((word - 0x0e0e_0e0e) & ~word) | ((apart - 0x0101_0101) & ~apart) | word
  return (odd & 0x8080_8080) !== 0
}

/** Bytes of the letter that begins at a place; 0 where there is none, or it is cut off (RFC 3629, table 3-7 of Unicode). */
export function letterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const second = bytes[at + 1]!
  if (lead < 0xc2 || lead > 0xf4 || at + 1 >= bytes.length || (second & 0xc0) !== 0x80) return 0
  if (lead < 0xe0) return 2
  if (at + 2 >= bytes.length || (bytes[at + 2]! & 0xc0) !== 0x80) return 0
  if (lead < 0xf0) return (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) ? 0 : 3
  if (at + 3 >= bytes.length || (bytes[at + 3]! & 0xc0) !== 0x80) return 0
  return (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f) ? 0 : 4
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

/** The texts of the cells of a row, as a parser of texts gives them: line ends are LF, doubled quotes are one. */
export function cellsOfRow({ bytes, cells, starts, ends, escaped, quote }: CellBlock, row: number): string[] {
  const texts: string[] = []
  for (let cell = cells[row]!; cell < cells[row + 1]!; cell++) {
    const start = starts[cell]!
    const text = decoder.decode(bytes.subarray(start, ends[cell]))
    const isQuoted = escaped[row] === 1 && start > 0 && bytes[start - 1] === quote.charCodeAt(0)
    texts.push(isQuoted ? text.replaceAll(quote + quote, quote).replace(/\r\n?/g, "\n") : text)
  }
  return texts
}
