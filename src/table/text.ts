import type { TextColumn } from "./table.ts"

const decoder = new TextDecoder()

/** A text column over bytes and offsets that exist already, as after a move between threads. */
export function textColumn(bytes: Uint8Array, offsets: Uint32Array): TextColumn {
  return {
    bytes,
    offsets,
    get: row => {
      const from = offsets[row]!
      const to = offsets[row + 1]!
      return from === to ? "" : decoder.decode(bytes.subarray(from, to))
    },
  }
}

/** Collects strings into one UTF-8 buffer, row after row. */
export function textBuilder(rows: number): { add(text: string): void; build(): TextColumn } {
  const encoder = new TextEncoder()
  const offsets = new Uint32Array(rows + 1)
  let bytes = new Uint8Array(Math.max(64, rows * 24))
  let row = 0
  let length = 0
  return {
    add(text) {
      const most = text.length * 3
      if (length + most > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, length + most))
        larger.set(bytes.subarray(0, length))
        bytes = larger
      }
      length += encoder.encodeInto(text, bytes.subarray(length)).written
      offsets[++row] = length
    },
    build: () => textColumn(bytes.slice(0, length), offsets),
  }
}
