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

/** An empty map: open addressing over one buffer of all keys. */
export function byteMap(): ByteMap {
  let keys = new Uint8Array(4096)
  let length = 0
  let count = 0
  // Slot s: where its key begins, where it ends, and its number; an end of 0 is an empty slot.
  let slots = new Int32Array(3 * 256)
  let mask = 255

  const slotOf = (bytes: Uint8Array, from: number, to: number): number => {
    let at = hashOf(bytes, from, to) & mask
    for (;;) {
      const begin = slots[3 * at]!
      const end = slots[3 * at + 1]!
      if (end === 0) return at
      if (end - begin === to - from + 1) {
        let i = from
        let j = begin
        while (i < to && bytes[i] === keys[j]) {
          i++
          j++
        }
        if (i === to) return at
      }
      at = (at + 1) & mask
    }
  }
  const put = (at: number, begin: number, end: number, value: number) => {
    slots[3 * at] = begin
    slots[3 * at + 1] = end
    slots[3 * at + 2] = value
  }
  const grow = () => {
    const before = slots
    mask = mask * 2 + 1
    slots = new Int32Array(3 * (mask + 1))
    for (let i = 0; i < before.length; i += 3)
      if (before[i + 1] !== 0)
        put(slotOf(keys, before[i]!, before[i + 1]! - 1), before[i]!, before[i + 1]!, before[i + 2]!)
  }
  return {
    get(bytes, from, to) {
      const at = slotOf(bytes, from, to)
      return slots[3 * at + 1] === 0 ? -1 : slots[3 * at + 2]!
    },
    set(bytes, from, to, value) {
      if (count >= REMEMBERED) {
        count = length = 0
        slots.fill(0)
      }
      if (++count * 2 > mask) grow()
      // A key takes a byte more than it has, so that an empty one ends elsewhere than at 0.
      const end = length + to - from + 1
      if (end > keys.length) {
        const larger = new Uint8Array(Math.max(end, keys.length * 2))
        larger.set(keys)
        keys = larger
      }
      for (let i = from; i < to; i++) keys[length + i - from] = bytes[i]!
      put(slotOf(bytes, from, to), length, end, value)
      length = end
    },
  }
}
