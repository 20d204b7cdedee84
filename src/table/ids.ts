import type { TextColumn } from "./table.ts"

/** Answers that are kept: one drawing after another asks for the same few. */
const KEPT = 100

const encoder = new TextEncoder()

/**
 * Finds the row of an id, or -1. It looks through all of them, which takes some ms for a million: few are ever asked for,
 * and where each stands would be 8 bytes a row more to keep. What was asked is remembered.
 */
export function rowFinder(ids: TextColumn): (id: string) => number {
  const known = new Map<string, number>()
  return id => {
    let row = known.get(id)
    if (row === undefined) {
      const place = placeOf(encoder.encode(id), ids)
      row = place < 0 ? -1 : ids.rows[place]!
      if (known.size >= KEPT) known.clear()
      known.set(id, row)
    }
    return row
  }
}

function placeOf(id: Uint8Array, { bytes, offsets, rows }: TextColumn): number {
  const { length } = id
  for (let place = 0; place < rows.length; place++) {
    const from = offsets[place]!
    if (offsets[place + 1]! - from !== length) continue
    // From the end, since ids often begin alike.
    let i = length - 1
    while (i >= 0 && bytes[from + i] === id[i]) i--
    if (i < 0) return place
  }
  return -1
}
