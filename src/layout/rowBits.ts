/** Rows as bits: row r is bit r % 32 of word r / 32. */
export type RowWords = Uint32Array

/** A set of rows of which any stretch is counted at once. */
export interface RowBits {
  readonly words: RowWords
  /** How many rows of the set stand before each block of BLOCK words, and last how many there are. */
  readonly ranks: Uint32Array
}

/** Words of a block: counting asks so many at most, and the ranks take an eighth of the room. */
const BLOCK = 8

/** Bits for so many rows, none set. */
export function noRows(length: number): RowWords {
  return new Uint32Array((length + 31) >>> 5)
}

/** Bits for so many rows, all set. */
export function everyRow(length: number): RowWords {
  return withoutRest(noRows(length).fill(0xffff_ffff), length)
}

/** Takes the bits away that are no row's. */
export function withoutRest(words: RowWords, length: number): RowWords {
  const rest = length & 31
  if (rest > 0) words[words.length - 1] &= (1 << rest) - 1
  return words
}

/** Adds rows. */
export function setRows(words: RowWords, rows: Uint32Array, from = 0, to = rows.length): void {
  for (let i = from; i < to; i++) {
    const row = rows[i]
    words[row >>> 5] |= 1 << (row & 31)
  }
}

/** The rows that are in both. */
export function bothOf(a: RowWords, b: RowWords): RowWords {
  const both = new Uint32Array(a.length)
  for (let i = 0; i < a.length; i++) both[i] = a[i] & b[i]
  return both
}

/** The set with what makes counting fast. */
export function countable(words: RowWords): RowBits {
  const blocks = Math.ceil(words.length / BLOCK)
  const ranks = new Uint32Array(blocks + 1)
  let count = 0
  for (let block = 0, i = 0; block < blocks; block++) {
    for (const end = Math.min(words.length, i + BLOCK); i < end; i++) count += countBits(words[i])
    ranks[block + 1] = count
  }
  return { words, ranks }
}

/** How many rows of the set there are. */
export function sizeOf({ ranks }: RowBits): number {
  return ranks[ranks.length - 1]
}

export function hasRow({ words }: RowBits, row: number): boolean {
  return ((words[row >>> 5] >>> (row & 31)) & 1) === 1
}

/** How many rows of the set stand before a row, which may be one more than the last. */
export function countBefore({ words, ranks }: RowBits, row: number): number {
  const word = row >>> 5
  let i = word & -BLOCK
  let count = ranks[i / BLOCK]
  for (; i < word; i++) count += countBits(words[i])
  const rest = row & 31
  return rest === 0 ? count : count + countBits(words[word] & ((1 << rest) - 1))
}

/** The rows of the set in [from, to), ascending. */
export function rowsBetween({ words }: RowBits, from: number, to: number): number[] {
  const rows: number[] = []
  for (let word = from >>> 5; word << 5 < to; word++) {
    for (let left = words[word]; left !== 0; left &= left - 1) {
      const row = (word << 5) + 31 - Math.clz32(left & -left)
      if (row >= from && row < to) rows.push(row)
    }
  }
  return rows
}

/** The nearest row of the set at or after a row, or -1. */
export function rowFrom({ words }: RowBits, row: number): number {
  if (row >= words.length << 5) return -1
  let word = row >>> 5
  let left = words[word] & (-1 << (row & 31))
  while (left === 0) {
    if (++word >= words.length) return -1
    left = words[word]
  }
  return (word << 5) + 31 - Math.clz32(left & -left)
}

/** The nearest row of the set before a row, or -1. */
export function rowBefore({ words }: RowBits, row: number): number {
  let word = row >>> 5
  let left = (row & 31) === 0 ? 0 : words[word] & ((1 << (row & 31)) - 1)
  while (left === 0) {
    if (--word < 0) return -1
    left = words[word]
  }
  return (word << 5) + 31 - Math.clz32(left)
}

/** How many rows are in both. */
export function countBoth(a: RowWords, b: RowWords): number {
  let count = 0
  for (let i = 0; i < a.length; i++) count += countBits(a[i] & b[i])
  return count
}

/** How many bits of a word are set (Warren, Hacker's Delight, 5-1). */
function countBits(word: number): number {
  let x = word - ((word >>> 1) & 0x5555_5555)
  x = (x & 0x3333_3333) + ((x >>> 2) & 0x3333_3333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
