import { hashOf } from "./byteMap.ts"
import { growing, push, take } from "./growing.ts"
import { addBytes, addText, type TextBuilder } from "./text.ts"
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

function isAlike(
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
function find(slots: IdSlots, bytes: Uint8Array, offsets: Uint32Array, id: string): number {
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
  const place = find(slots, ids.bytes, ids.offsets, id)
  return place < 0 ? -1 : ids.rows[place]!
}

/** Ids in the order in which they come, each findable at once. */
export interface IdBuilder {
  has(id: string): boolean
  add(id: string): void
  /** Adds the id that lies in bytes[from … to); false, and nothing added, where it is there already. */
  addBytes(bytes: Uint8Array, from: number, to: number): boolean
  /** Where all ids so far stand. A copy, unless with `last`: then the builder's own memory is given up. */
  slots(last: boolean): IdSlots
}

/** A builder that keeps the ids themselves in a text column. */
export function idBuilder(text: TextBuilder): IdBuilder {
  const hashes = growing(Uint32Array, 1024, text.offsets.pace)
  let slots = new Uint32Array(2048)
  const put = (row: number) => {
    const mask = slots.length - 1
    let at = hashes.array[row]! & mask
    while (slots[at] !== 0) at = (at + 1) & mask
    slots[at] = row + 1
  }
  const enter = (hash: number) => {
    push(hashes, hash)
    if (hashes.length * 2 > slots.length) {
      slots = new Uint32Array(slots.length * 2)
      for (let row = 0; row < hashes.length; row++) put(row)
    } else put(hashes.length - 1)
  }
  return {
    has: id => find(slots, text.bytes.array, text.offsets.array, id) >= 0,
    add(id) {
      const from = text.bytes.length
      addText(text, id)
      enter(hashOf(text.bytes.array, from, text.bytes.length))
    },
    addBytes(bytes, from, to) {
      const hash = hashOf(bytes, from, to)
      const mask = slots.length - 1
      const known = text.bytes.array
      const offsets = text.offsets.array
      for (let at = hash & mask; slots[at] !== 0; at = (at + 1) & mask) {
        const row = slots[at]! - 1
        if (hashes.array[row] === hash && isAlike(known, offsets[row]!, offsets[row + 1]!, bytes, from, to))
          return false
      }
      addBytes(text, bytes, from, to)
      enter(hash)
      return true
    },
    slots(last) {
      if (!last) return slots.slice()
      const made = slots
      slots = new Uint32Array(2)
      take(hashes, true)
      return made
    },
  }
}
