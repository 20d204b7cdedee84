import { hashOf } from "./hash.ts"

/** Numbers by the bytes of a text, found without making the text. */
export interface ByteMap {
  /** The number of bytes[from … to), or -1 where none was set. */
  get(bytes: Uint8Array, from: number, to: number): number
  /** Sets the number of bytes that have none yet; the bytes are copied. */
  set(bytes: Uint8Array, from: number, to: number, value: number): void
}

/** Texts that are remembered before all are forgotten: a column in which every cell differs gains nothing by more. */
const REMEMBERED = 200_000

/** Bytes of the longest text that lies in a slot itself, as three words, and is found there without a loop. */
const SHORT = 12

/**
 * What a slot holds: the three words of a short text or the hash of a longer one, its length plus 1 (0 in an empty slot),
 * its number, and where the bytes of a longer one begin.
 */
const LENGTH = 3
const VALUE = 4
const KEY = 5
const PARTS = 6

/** An empty map: open addressing, and one buffer of all longer texts. */
export function byteMap(): ByteMap {
  let keys = new Uint8Array(0)
  let kept = 0
  let count = 0
  let slots = new Int32Array(PARTS * 256)
  let mask = 255
  /** Four bytes at a time of what is read; of the bytes that were looked into last. */
  let words: DataView = new DataView(keys.buffer)
  let looked: Uint8Array = keys
  /** Of the text that was looked for last, where it was not found. */
  let first = 0
  let middle = 0
  let last = 0

  /** Where the slot of a text begins, or of the first empty one where it has none. */
  const slotOf = (bytes: Uint8Array, from: number, to: number): number => {
    const length = to - from
    let [a, b, c] = [0, 0, 0]
    if (length > SHORT) a = hashOf(bytes, from, to) | 0
    else if (length >= 4) {
      if (bytes !== looked) {
        looked = bytes
        words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      }
      const view = words
      // Words that overlap hold all of a text as well as words that do not.
      a = view.getInt32(from)
      c = view.getInt32(to - 4)
      if (length > 8) b = view.getInt32(from + 4)
    } else for (let i = from; i < to; i++) a = (a << 8) | bytes[i]!
    const table = slots
    for (
      let at = (mixed(a, b, c, length) & mask) * PARTS;
      ;
      at = at + PARTS === table.length ? 0 : at + PARTS
    ) {
      const known = table[at + LENGTH]!
      if (known === 0) {
        first = a
        middle = b
        last = c
        return at
      }
      if (known !== length + 1 || table[at] !== a) continue
      if (length <= SHORT) {
        if (table[at + 1] === b && table[at + 2] === c) return at
      } else if (isKept(table[at + KEY]!, bytes, from, to)) return at
    }
  }
  const isKept = (begin: number, bytes: Uint8Array, from: number, to: number) => {
    for (let i = from, j = begin; i < to; i++, j++) if (bytes[i] !== keys[j]) return false
    return true
  }
  const grow = () => {
    const before = slots
    mask = mask * 2 + 1
    slots = new Int32Array(PARTS * (mask + 1))
    for (let from = 0; from < before.length; from += PARTS) {
      if (before[from + LENGTH] === 0) continue
      const [a, b, c, length] = before.subarray(from, from + PARTS)
      let at = (mixed(a!, b!, c!, length! - 1) & mask) * PARTS
      while (slots[at + LENGTH] !== 0) at = at + PARTS === slots.length ? 0 : at + PARTS
      slots.set(before.subarray(from, from + PARTS), at)
    }
  }
  const keep = (bytes: Uint8Array, from: number, to: number) => {
    const end = kept + to - from
    if (end > keys.length) {
      const larger = new Uint8Array(Math.max(end, keys.length * 2, 4096))
      larger.set(keys)
      keys = larger
    }
    for (let i = from; i < to; i++) keys[kept++] = bytes[i]!
    return end - (to - from)
  }
  return {
    get(bytes, from, to) {
      const at = slotOf(bytes, from, to)
      return slots[at + LENGTH] === 0 ? -1 : slots[at + VALUE]!
    },
    set(bytes, from, to, value) {
      if (count >= REMEMBERED) {
        count = kept = 0
        slots.fill(0)
      }
      if (++count * 2 > mask) grow()
      const at = slotOf(bytes, from, to)
      slots[at] = first
      slots[at + 1] = middle
      slots[at + 2] = last
      slots[at + LENGTH] = to - from + 1
      slots[at + VALUE] = value
      slots[at + KEY] = to - from > SHORT ? keep(bytes, from, to) : 0
    },
  }
}

/** A hash of three words and a length. */
function mixed(a: number, b: number, c: number, length: number): number {
  let hash = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35)
  hash = Math.imul(hash ^ (hash >>> 15) ^ length, 0x2c1b_3c6d)
  return hash ^ (hash >>> 13)
}
