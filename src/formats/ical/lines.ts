import { joined } from "../pieces.ts"
import { guessEncoding } from "../tabular/decodeTable.ts"

/** A content line of RFC 5545 (3.1), unfolded. */
export interface ContentLine {
  readonly text: string
  /** Of its first part, from 1. */
  readonly line: number
}

const LF = 10
const CR = 13
/** Bytes by which the encoding is told. */
const SAMPLE = 1 << 20

/**
 * The content lines of a file. They are put together as bytes, since some programs fold within the bytes of a letter;
 * line ends may be LF alone. The letters are UTF-8, or what the bytes look like where they are not.
 */
export function contentLines(bytes: Uint8Array): ContentLine[] {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  // UTF-16 has zeros within its letters, so that only as text has it lines.
  const plain = isWide ? new TextEncoder().encode(new TextDecoder(guessEncoding(bytes)).decode(bytes)) : bytes
  const unfolded = unfold(plain)
  const encoding = isWide ? "utf-8" : guessEncoding(sample(unfolded))
  const decoder = new TextDecoder(encoding)
  return unfolded.flatMap(({ bytes: whole, line }) => {
    const text = decoder.decode(whole)
    return text.trim() === "" ? [] : [{ text, line }]
  })
}

interface RawLine {
  readonly bytes: Uint8Array
  readonly line: number
}

function unfold(bytes: Uint8Array): RawLine[] {
  const lines: RawLine[] = []
  let pieces: Uint8Array[] = []
  let first = 1
  const end = () => {
    if (pieces.length > 0)
      lines.push({ bytes: pieces.length === 1 ? pieces[0]! : joined(pieces), line: first })
    pieces = []
  }
  let number = 1
  for (let at = 0; at < bytes.length; number++) {
    const next = bytes.indexOf(LF, at)
    const stop = next < 0 ? bytes.length : next
    const until = stop > at && bytes[stop - 1] === CR ? stop - 1 : stop
    const isFolded = pieces.length > 0 && (bytes[at] === 0x20 || bytes[at] === 0x09)
    if (!isFolded) {
      end()
      first = number
    }
    pieces.push(bytes.subarray(isFolded ? at + 1 : at, until))
    at = stop + 1
  }
  end()
  return lines
}

function sample(lines: readonly RawLine[]): Uint8Array {
  const taken: Uint8Array[] = []
  let length = 0
  for (const { bytes } of lines) {
    if (length >= SAMPLE) break
    taken.push(bytes)
    length += bytes.length
  }
  return joined(taken)
}
