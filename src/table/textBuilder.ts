import { growing, reserve, take, unknownPace, type Growing } from "./growing.ts"
import type { TextParts } from "./text.ts"

const encoder = new TextEncoder()

/** Strings as one UTF-8 buffer in the order in which they come: string i is bytes[offsets[i] … offsets[i + 1]). */
export interface TextBuilder {
  readonly bytes: Growing<Uint8Array>
  readonly offsets: Growing<Uint32Array>
}

/** An empty text column. */
export function textBuilder(pace = unknownPace()): TextBuilder {
  const offsets = growing(Uint32Array, 1024, pace)
  offsets.array[0] = 0
  offsets.length = 1
  return { bytes: growing(Uint8Array, 8192, pace), offsets }
}

/** Adds a string; where it has no letter beyond ASCII, an own loop beats the encoder for the short strings of a table. */
export function addText({ bytes, offsets }: TextBuilder, text: string): void {
  reserve(bytes, text.length * 3)
  const { array } = bytes
  const from = bytes.length
  let i = 0
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 128) break
    array[from + i] = code
  }
  bytes.length = from + i
  if (i < text.length)
    bytes.length += encoder.encodeInto(i === 0 ? text : text.slice(i), array.subarray(from + i)).written
  endText(bytes, offsets)
}

let scratch = new Uint8Array(1024)

/** The UTF-8 of a text, in a buffer that is written over by the next; and its length. */
export function encodeText(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  if (text.length * 3 > scratch.length) scratch = new Uint8Array(text.length * 6)
  return { bytes: scratch, length: encoder.encodeInto(text, scratch).written }
}

/** Adds the string whose UTF-8 is source[from … to). */
export function addBytes(
  { bytes, offsets }: TextBuilder,
  source: Uint8Array,
  from: number,
  to: number,
): void {
  reserve(bytes, to - from)
  const { array } = bytes
  let at = bytes.length
  for (let i = from; i < to; i++) array[at++] = source[i]!
  bytes.length = at
  endText(bytes, offsets)
}

function endText(bytes: Growing<Uint8Array>, offsets: Growing<Uint32Array>): void {
  if (offsets.length === offsets.array.length) reserve(offsets, 1)
  offsets.array[offsets.length++] = bytes.length
}

/** Adds empty strings until there are `count` in all. */
export function padText({ bytes, offsets }: TextBuilder, count: number): void {
  if (offsets.length <= count) reserve(offsets, count + 1 - offsets.length)
  while (offsets.length <= count) endText(bytes, offsets)
}

/**
 * The column as it is with `count` strings, of which those that were never added are empty. A copy, unless with `last`:
 * then the builder's own memory is given up.
 */
export function takeText(builder: TextBuilder, count: number, last: boolean): TextParts {
  padText(builder, count)
  return { bytes: take(builder.bytes, last), offsets: take(builder.offsets, last) }
}
