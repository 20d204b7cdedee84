import type { CellBlock } from "../formats/tabular/cellBytes.ts"
import { said } from "../formats/tabular/cells.ts"
import type { Columns } from "../formats/tabular/lists.ts"
import { byteMap } from "../table/byteMap.ts"
import type { CodeList } from "../table/ragged.ts"

/** A cell that says nothing. */
export const NONE = 0
/** A cell of which the row must be read in full. */
export const ODD = 0x7fff_ffff

const QUOTE = 34

/** The number that the word in bytes[from … to) stands for, or NONE or ODD. */
export type ValueReader = (bytes: Uint8Array, from: number, to: number) => number

const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

/** The word that a cell says: "" where it says nothing, null where the row must be read in full. */
export type WordOf = (text: string) => string | null

/** A cell of a table that people filled in. */
export const looseWord: WordOf = said
/** A text that is meant as it is, but for blanks around it. */
export const exactWord: WordOf = text => text.trim() || null

/** Reads words; each is asked of `numberOf` when it is first met. */
export function valueReader(wordOf: WordOf, numberOf: (word: string) => number): ValueReader {
  const known = byteMap()
  return (bytes, from, to) => {
    if (from === to) return NONE
    let number = known.get(bytes, from, to)
    if (number < 0) {
      const word = wordOf(decoder.decode(bytes.subarray(from, to)))
      number = word === null ? ODD : word === "" ? NONE : numberOf(word)
      known.set(bytes, from, to, number)
    }
    return number
  }
}

/** Values up to which looking through a list is quicker than remembering them. */
const FEW = 16

/** Reads the values of one facet in a row into its list, in their order; false where the row must be read in full. */
export type ListReader = (block: CellBlock, cell: number) => boolean

/**
 * Reads columns that may hold several words a cell, kept apart by a sign of one byte; where that is a quote, they are texts
 * in quotes and what stands between them is nothing.
 */
export function listReader(
  list: CodeList,
  columns: Columns,
  /** Whether a value that stands there twice is left out; else the row must be read in full. */
  mayRepeat: boolean,
  wordOf: WordOf,
  numberOf: (word: string) => number,
): ListReader {
  const valueOf = valueReader(wordOf, numberOf)
  const places = columns.map(({ column, separator }) => ({ column, sign: separator.charCodeAt(0) || -1 }))
  const { codes } = list
  /** The values of a row that has more than a few. */
  const many = new Set<number>()
  const isThere = (number: number) => {
    if (list.count <= FEW) {
      for (let i = 0; i < list.count; i++) if (codes[i] === number) return true
      return false
    }
    if (many.size === 0) for (let i = 0; i < list.count; i++) many.add(codes[i]!)
    const before = many.size
    return many.add(number).size === before
  }
  const add = (bytes: Uint8Array, from: number, to: number) => {
    const number = valueOf(bytes, from, to)
    if (number === NONE) return true
    if (isThere(number)) return mayRepeat
    codes[list.count++] = number
    return number !== ODD
  }
  return ({ bytes, starts, ends }, cell) => {
    list.count = 0
    if (many.size > 0) many.clear()
    for (let i = 0; i < places.length; i++) {
      const { column, sign } = places[i]!
      const end = ends[cell + column]!
      let from = starts[cell + column]!
      if (sign >= 0)
        for (let at = from; at < end; at++) {
          if (bytes[at] !== sign) continue
          if (!add(bytes, from, at)) return false
          if (sign === QUOTE) while (bytes[++at] !== QUOTE);
          from = at + 1
        }
      if (!add(bytes, from, end)) return false
    }
    return true
  }
}
