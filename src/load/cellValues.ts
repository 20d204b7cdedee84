import type { CellBlock } from "../formats/tabular/cellBytes.ts"
import { said } from "../formats/tabular/cells.ts"
import type { Columns } from "../formats/tabular/lists.ts"
import { byteMap } from "../table/byteMap.ts"
import type { FacetName } from "../table/table.ts"

/** A cell that says nothing. */
export const NONE = 0
/** A cell of which the row must be read in full. */
export const ODD = 0x7fff_ffff

/** The number that the word in bytes[from … to) stands for, or NONE or ODD. */
export type ValueReader = (bytes: Uint8Array, from: number, to: number) => number

const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

/** Reads words; each is asked of `numberOf` when it is first met, without the blanks around it. */
export function valueReader(numberOf: (word: string) => number): ValueReader {
  const known = byteMap()
  return (bytes, from, to) => {
    if (from === to) return NONE
    let number = known.get(bytes, from, to)
    if (number < 0) {
      const word = said(decoder.decode(bytes.subarray(from, to)))
      number = word === "" ? NONE : numberOf(word)
      known.set(bytes, from, to, number)
    }
    return number
  }
}

/** Reads the values of one facet in a row, written into a list in their order; false where the row must be read in full. */
export interface ListReader {
  readonly into: FacetName
  readonly read: (block: CellBlock, cell: number, list: number[]) => boolean
}

/** Reads columns that may hold several words a cell, kept apart by a sign of one byte. */
export function listReader(
  into: FacetName,
  columns: Columns,
  numberOf: (word: string) => number,
): ListReader {
  const valueOf = valueReader(numberOf)
  const places = columns.map(({ column, separator }) => ({ column, sign: separator.charCodeAt(0) || -1 }))
  const add = (bytes: Uint8Array, from: number, to: number, list: number[]) => {
    const number = valueOf(bytes, from, to)
    if (number === NONE) return true
    for (let i = 0; i < list.length; i++) if (list[i] === number) return into !== "source"
    list.push(number)
    return number !== ODD
  }
  return {
    into,
    read({ bytes, starts, ends }, cell, list) {
      list.length = 0
      for (let i = 0; i < places.length; i++) {
        const { column, sign } = places[i]!
        const end = ends[cell + column]!
        let from = starts[cell + column]!
        for (let at = from; at < end; at++) {
          if (bytes[at] !== sign) continue
          // The same source twice may be two texts that mean one: only the full reading tells.
          if (!add(bytes, from, at, list)) return false
          from = at + 1
        }
        if (!add(bytes, from, end, list)) return false
      }
      return true
    },
  }
}
