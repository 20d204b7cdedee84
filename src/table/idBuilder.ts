import { growing, push, take } from "./growing.ts"
import { hashOf } from "./hash.ts"
import { addBytes, type TextBuilder } from "./textBuilder.ts"

/** Ids in the order in which they come, each findable at once. */
export interface IdBuilder {
  has(id: string): boolean
  add(id: string): void
  /** Adds the id that lies in bytes[from … to); false, and nothing added, where it is there already. */
  addBytes(bytes: Uint8Array, from: number, to: number): boolean
  /** Whether each id came after all before it, by length and then by bytes. */
  readonly isAscending: boolean
  /** Gives up what it takes to find one. */
  end(): void
}

const encoder = new TextEncoder()
let scratch = new Uint8Array(256)

/** Bytes of an id in a buffer that is used again, and their number. */
function encode(id: string): number {
  if (id.length * 3 > scratch.length) scratch = new Uint8Array(id.length * 6)
  return encoder.encodeInto(id, scratch).written
}

/**
 * A builder that keeps the ids themselves in a text column. The ids of most files ascend, as numbers do: one that comes
 * after the greatest so far is new, and only for another one are all before it entered in a hash, from where it was left.
 */
export function idBuilder(text: TextBuilder): IdBuilder {
  /** Row of the greatest id, by length and then by bytes; -1 before there is one. */
  let greatest = -1
  let isAscending = true
  /** Of the rows that are entered. */
  const hashes = growing(Uint32Array, 1024, text.offsets.pace)
  /** Open addressing: each slot holds a row plus 1, or 0 for none. */
  let slots = new Uint32Array(2048)
  /** By slot a few bits of the hash, never 0 where an id is: of a quarter of the size, and so nearer at hand. */
  let tags = new Uint8Array(2048)
  const put = (row: number) => {
    const hash = hashes.array[row]!
    const mask = tags.length - 1
    let at = hash & mask
    while (tags[at] !== 0) at = (at + 1) & mask
    tags[at] = tagOf(hash)
    slots[at] = row + 1
  }
  const enter = (hash: number) => {
    push(hashes, hash)
    if (hashes.length * 2 > slots.length) {
      let size = slots.length * 2
      // All that is to come, at once: each growth puts every id anew.
      while (size < hashes.length * 2 * hashes.pace.factor) size *= 2
      slots = new Uint32Array(size)
      tags = new Uint8Array(size)
      for (let row = 0; row < hashes.length; row++) put(row)
    } else put(hashes.length - 1)
  }
  const rows = () => text.offsets.length - 1
  const catchUp = () => {
    const known = text.bytes.array
    const offsets = text.offsets.array
    for (let row = hashes.length, end = rows(); row < end; row++)
      enter(hashOf(known, offsets[row]!, offsets[row + 1]!))
  }
  const isAfterAll = (bytes: Uint8Array, from: number, to: number) => {
    if (greatest < 0) return true
    const known = text.bytes.array
    const begin = text.offsets.array[greatest]!
    const longer = to - from - (text.offsets.array[greatest + 1]! - begin)
    if (longer !== 0) return longer > 0
    for (let i = from, j = begin; i < to; i++, j++) if (bytes[i] !== known[j]) return bytes[i]! > known[j]!
    return false
  }
  const isThere = (hash: number, bytes: Uint8Array, from: number, to: number) => {
    const mask = tags.length - 1
    const tag = tagOf(hash)
    const known = text.bytes.array
    const offsets = text.offsets.array
    for (let at = hash & mask; tags[at] !== 0; at = (at + 1) & mask) {
      if (tags[at] !== tag) continue
      const row = slots[at]! - 1
      if (hashes.array[row] === hash && isAlike(known, offsets[row]!, offsets[row + 1]!, bytes, from, to))
        return true
    }
    return false
  }
  return {
    has(id) {
      const length = encode(id)
      if (isAfterAll(scratch, 0, length)) return false
      catchUp()
      return isThere(hashOf(scratch, 0, length), scratch, 0, length)
    },
    get isAscending() {
      return isAscending
    },
    add(id) {
      const length = encode(id)
      if (isAfterAll(scratch, 0, length)) greatest = rows()
      else isAscending = false
      addBytes(text, scratch, 0, length)
    },
    addBytes(bytes, from, to) {
      if (isAfterAll(bytes, from, to)) {
        greatest = rows()
        addBytes(text, bytes, from, to)
        return true
      }
      catchUp()
      const hash = hashOf(bytes, from, to)
      if (isThere(hash, bytes, from, to)) return false
      isAscending = false
      addBytes(text, bytes, from, to)
      enter(hash)
      return true
    },
    end() {
      slots = new Uint32Array(2)
      tags = new Uint8Array(2)
      take(hashes, true)
    },
  }
}

/** Whether bytes a[from … to) and b[fromB … toB) are the same. */
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

/** Of the bits by which a slot is not chosen, but in tables too large for a file. */
function tagOf(hash: number): number {
  return (hash >>> 24) | 1
}
