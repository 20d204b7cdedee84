/** How many values a digit may have: sixteen bits, and eight where there are few rows. */
const WIDE = 16
const NARROW = 8
/** Below this many rows going through all digits of sixteen bits takes longer than the rows. */
const FEW = 4000

/** What sorting by digits works in, so that many small stretches do not each make their own. */
export interface DigitSpace {
  spare: Uint32Array
  readonly counts: Uint32Array
}

/** Room for sorting; grows with the longest stretch. */
export function digitSpace(): DigitSpace {
  return { spare: new Uint32Array(0), counts: new Uint32Array(1 << WIDE) }
}

/**
 * Sorts rows by numbers of 32 bits that each row has, the last of which counts most; stable, in O(n): digits are counted
 * (least significant first).
 */
export function sortByDigits(rows: Uint32Array, numbers: readonly Uint32Array[], space: DigitSpace): void {
  if (space.spare.length < rows.length) space.spare = new Uint32Array(rows.length)
  const bits = rows.length < FEW ? NARROW : WIDE
  for (const number of numbers)
    for (let shift = 0; shift < 32; shift += bits) sortByDigit(rows, number, shift, bits, space)
}

/** One stable pass; none where the digit is the same everywhere. */
function sortByDigit(
  rows: Uint32Array,
  number: Uint32Array,
  shift: number,
  bits: number,
  { spare, counts }: DigitSpace,
): void {
  const size = 1 << bits
  const mask = size - 1
  const n = rows.length
  counts.fill(0, 0, size)
  for (let i = 0; i < n; i++) counts[(number[rows[i]!]! >>> shift) & mask]!++
  if (counts[(number[rows[0]!]! >>> shift) & mask] === n) return
  let at = 0
  for (let digit = 0; digit < size; digit++) {
    const count = counts[digit]!
    counts[digit] = at
    at += count
  }
  for (let i = 0; i < n; i++) {
    const row = rows[i]!
    spare[counts[(number[row]! >>> shift) & mask]!++] = row
  }
  rows.set(spare.length === n ? spare : spare.subarray(0, n))
}

/** Numbers that order as doubles do: the low 32 bits, which count less, and the high ones. */
export function digitsOf(values: Float64Array): [Uint32Array, Uint32Array] {
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
