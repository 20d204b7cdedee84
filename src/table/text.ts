import type { Placing, TextColumn } from "./table.ts"

const decoder = new TextDecoder()

/** A text column without its methods. */
export interface TextParts {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** A text column over its parts, of which the strings stay where they are. */
export function textColumn({ bytes, offsets }: TextParts, { places, rows }: Placing): TextColumn {
  return {
    bytes,
    offsets,
    places,
    rows,
    get: row => {
      const place = places[row]!
      const from = offsets[place]!
      const to = offsets[place + 1]!
      return from === to ? "" : decoder.decode(bytes.subarray(from, to))
    },
  }
}
