/** What rows are ordered by: undated ones last, then by beginMin, endMax and the bytes of the id. */
export interface OrderKeys {
  readonly length: number
  readonly undated: (row: number) => boolean
  readonly beginMin: Float64Array
  readonly endMax: Float64Array
  /** Ids as UTF-8: id i is bytes[offsets[i] … offsets[i + 1]). */
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** Below this many rows comparing is faster than counting digits. */
const FEW = 4000
const DIGITS = 65_536

/** The rows in their order: [0, dated) those with a date. O(n): digits are counted, only what is alike is compared. */
export function orderRows(keys: OrderKeys): { readonly order: Uint32Array; readonly dated: number } {
  const order = new Uint32Array(keys.length)
  let dated = 0
  for (let row = 0; row < keys.length; row++) if (!keys.undated(row)) order[dated++] = row
  let at = dated
  for (let row = 0; row < keys.length; row++) if (keys.undated(row)) order[at++] = row
  const compare = comparing(keys)
  for (const part of [order.subarray(0, dated), order.subarray(dated)]) {
    if (part.length < FEW) part.sort(compare)
    else sortByDigits(part, keys, compare)
  }
  return { order, dated }
}

function comparing({ beginMin, endMax, bytes, offsets }: OrderKeys): (a: number, b: number) => number {
  return (a, b) => {
    if (beginMin[a] !== beginMin[b]) return beginMin[a]! < beginMin[b]! ? -1 : 1
    if (endMax[a] !== endMax[b]) return endMax[a]! < endMax[b]! ? -1 : 1
    let i = offsets[a]!
    let j = offsets[b]!
    const endA = offsets[a + 1]!
    const endB = offsets[b + 1]!
    for (; i < endA && j < endB; i++, j++) if (bytes[i] !== bytes[j]) return bytes[i]! - bytes[j]!
    return endA - i - (endB - j)
  }
}

/** Sorts rows by the eight bytes of the id that differ first, then endMax, then beginMin; then what is still alike. */
function sortByDigits(rows: Uint32Array, keys: OrderKeys, compare: (a: number, b: number) => number): void {
  const spare = new Uint32Array(rows.length)
  const counts = new Uint32Array(DIGITS)
  for (const half of [...idHalves(rows, keys), ...halvesOf(keys.endMax), ...halvesOf(keys.beginMin)]) {
    sortByHalf(rows, spare, counts, half, 0)
    sortByHalf(rows, spare, counts, half, 16)
  }
  // Ids that differ only after those eight bytes: what begins and ends alike is looked through once more.
  for (let from = 0, to = 1; from < rows.length; from = to++) {
    let isOrdered = true
    while (to < rows.length && isAlike(rows[from]!, rows[to]!, keys)) {
      if (isOrdered && compare(rows[to - 1]!, rows[to]!) > 0) isOrdered = false
      to++
    }
    if (!isOrdered) rows.subarray(from, to).sort(compare)
  }
}

function isAlike(a: number, b: number, { beginMin, endMax }: OrderKeys): boolean {
  return beginMin[a] === beginMin[b] && endMax[a] === endMax[b]
}

/** Numbers that order as the doubles do, the low 32 bits and the high 32 bits. */
function halvesOf(values: Float64Array): [Uint32Array, Uint32Array] {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const isNegative = words[2 * i + 1]! >>> 31 === 1
    // A negative zero is the same instant as zero.
    const isZero = values[i] === 0
    low[i] = isZero ? 0 : isNegative ? ~words[2 * i]! : words[2 * i]!
    high[i] = isZero ? 0x8000_0000 : isNegative ? ~words[2 * i + 1]! : words[2 * i + 1]! ^ 0x8000_0000
  }
  return [low, high]
}

/** Eight bytes of each id after what all ids begin with, as two numbers. */
function idHalves(rows: Uint32Array, { bytes, offsets, length }: OrderKeys): [Uint32Array, Uint32Array] {
  const common = commonStart(rows, bytes, offsets)
  const low = new Uint32Array(length)
  const high = new Uint32Array(length)
  for (const row of rows) {
    const from = offsets[row]! + common
    const end = offsets[row + 1]!
    let a = 0
    let b = 0
    for (let i = 0; i < 4; i++) a = (a << 8) | (from + i < end ? bytes[from + i]! : 0)
    for (let i = 4; i < 8; i++) b = (b << 8) | (from + i < end ? bytes[from + i]! : 0)
    high[row] = a
    low[row] = b
  }
  return [low, high]
}

function commonStart(rows: Uint32Array, bytes: Uint8Array, offsets: Uint32Array): number {
  const first = rows[0]!
  const from = offsets[first]!
  let common = offsets[first + 1]! - from
  for (const row of rows) {
    const start = offsets[row]!
    common = Math.min(common, offsets[row + 1]! - start)
    for (let i = 0; i < common; i++) if (bytes[from + i] !== bytes[start + i]) common = i
    if (common === 0) break
  }
  return common
}

/** One stable pass over sixteen bits; none where they are the same everywhere. */
function sortByHalf(
  rows: Uint32Array,
  spare: Uint32Array,
  counts: Uint32Array,
  half: Uint32Array,
  shift: number,
): void {
  counts.fill(0)
  for (let i = 0; i < rows.length; i++) counts[(half[rows[i]!]! >>> shift) & 0xffff]!++
  if (counts[(half[rows[0]!]! >>> shift) & 0xffff] === rows.length) return
  let at = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit]!
    counts[digit] = at
    at += count
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    spare[counts[(half[row]! >>> shift) & 0xffff]!++] = row
  }
  rows.set(spare)
}
