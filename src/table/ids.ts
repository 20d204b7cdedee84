import { hashOf } from "./hash.ts"
import type { TextColumn } from "./table.ts"

/** Where each id stands: open addressing over the ids' bytes, of which slot s holds a place plus 1, or 0 for none. */
export type IdSlots = Uint32Array

const encoder = new TextEncoder()
let scratch = new Uint8Array(256)

/** Bytes of an id in a buffer that is used again, and their number. */
function encode(id: string): number {
  if (id.length * 3 > scratch.length) scratch = new Uint8Array(id.length * 6)
  return encoder.encodeInto(id, scratch).written
}

/** Whether bytes a[from … to) and b[fromB … toB) are the same. */
export function isAlike(
  a: Uint8Array,
  from: number,
  to: number,
  b: Uint8Array,
  fromB: number,
  toB: number,
): boolean {
  if (to - from !== toB - fromB) return false
  for (let i = from, j = fromB; i < to; i++, j++) if (a[i] !== b[j]) return false
  return true
}

/** The place of an id, or -1. */
export function placeOfId(slots: IdSlots, bytes: Uint8Array, offsets: Uint32Array, id: string): number {
  const length = encode(id)
  const mask = slots.length - 1
  for (let at = hashOf(scratch, 0, length) & mask; slots[at] !== 0; at = (at + 1) & mask) {
    const place = slots[at]! - 1
    if (isAlike(bytes, offsets[place]!, offsets[place + 1]!, scratch, 0, length)) return place
  }
  return -1
}

/** The row of an id, or -1. */
export function rowOfId(slots: IdSlots, ids: TextColumn, id: string): number {
  const place = placeOfId(slots, ids.bytes, ids.offsets, id)
  return place < 0 ? -1 : ids.rows[place]!
}
