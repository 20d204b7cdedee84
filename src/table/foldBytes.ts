import { fold } from "./fold.ts"
import { reserve } from "./growing.ts"
import type { TextBuilder } from "./textBuilder.ts"

const SILENT = 1
const SEPARATOR = 2
const UNKNOWN = 0

/** Not looked up yet. */
const UNASKED = 0xffff_ffff

/**
 * What each letter of one byte (its number) or two (128 and on, by the eleven bits that its bytes hold) is folded to:
 * UNASKED, UNKNOWN, SILENT, SEPARATOR, or one or two bytes as `count << 16 | second << 8 | first`.
 */
const letters = new Uint32Array(0x800).fill(UNASKED)

const encoder = new TextEncoder()

function letterOf(code: number): number {
  const known = letters[code]!
  return known === UNASKED ? (letters[code] = ask(code)) : known
}

function ask(code: number): number {
  const letter = String.fromCodePoint(code)
  // A mark may become one letter with what stands before it.
  if (/\p{M}/u.test(letter)) return UNKNOWN
  const between = fold(`a${letter}b`)
  if (between === "ab") return SILENT
  if (between === "a b") return SEPARATOR
  const bytes = encoder.encode(between.slice(1, -1))
  const isShort = bytes.length <= (code < 128 ? 1 : 2) && !bytes.includes(32)
  return isShort ? (bytes.length << 16) | ((bytes[1] ?? 0) << 8) | bytes[0]! : UNKNOWN
}

/**
 * Adds the folded form (see fold.ts) of the UTF-8 in bytes[from … to) to a column, without making a text of it. False,
 * and nothing added, where a letter's form hangs on its neighbours or it has more than two bytes: fold the text then.
 */
export function addFolded(
  { bytes: column, offsets }: TextBuilder,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  reserve(column, to - from + 1)
  const out = column.array
  const begin = column.length
  let at = begin
  // A space is written when the next letter comes, so that none stands first, last or twice.
  let isApart = false
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!
    let code = byte
    if (byte >= 128) {
      if (byte >= 0xe0) return false
      code = ((byte & 31) << 6) | (bytes[++i]! & 63)
    }
    const letter = letterOf(code)
    if (letter <= SEPARATOR) {
      if (letter === UNKNOWN) return false
      if (letter === SEPARATOR) isApart = true
      continue
    }
    if (isApart && at > begin) out[at++] = 32
    isApart = false
    out[at++] = letter & 255
    if (letter >= 0x20000) out[at++] = (letter >>> 8) & 255
  }
  column.length = at
  if (offsets.length === offsets.array.length) reserve(offsets, 1)
  offsets.array[offsets.length++] = at
  return true
}
