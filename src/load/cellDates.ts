import { canonicalEdtf } from "../model/edtf-text.ts"
import { byteMap } from "../table/byteMap.ts"
import { dayInBytes, daysOfText } from "../time/day-text.ts"
import { readWhen } from "../time/edtf.ts"
import { UNDATED, type When } from "../time/when.ts"

/** Reads dates that stand in one cell or two. */
export interface CellDates {
  /** Reads the date of two cells, of which the second may be empty; false where the row must be read in full. */
  read(bytes: Uint8Array, from: number, to: number, lastFrom: number, lastTo: number): boolean
  /** What was read last: the first day and the last, since 1970, where it is whole days. */
  readonly firstDay: number
  readonly lastDay: number
  /** All else; null where it is whole days. */
  readonly when: When | null
  /** Its EDTF, where it is other than a day or days. */
  readonly text: string | null
}

interface Known {
  readonly when: When
  readonly text: string | null
}

/** Pairs of cells that are remembered before all are forgotten. */
const REMEMBERED = 200_000

const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

/** A reader of days as ISO writes them; of all else by `dateOf` (see CellPlan), each pair of cells once. */
export function cellDates(
  dateOf: (first: string, last: string) => string,
  wordOf: (text: string) => string,
): CellDates {
  let firstDay = 0
  let lastDay = 0
  let when: When | null = null
  let text: string | null = null
  const cells = byteMap()
  let count = 0
  const pairs = new Map<number, Known | null>()

  const numberOf = (bytes: Uint8Array, from: number, to: number): number => {
    const known = cells.get(bytes, from, to)
    if (known < 0) cells.set(bytes, from, to, ++count)
    return known < 0 ? count : known
  }
  const readText = (first: string, last: string): Known | null => {
    if (first === "") return last === "" ? { when: UNDATED, text: null } : null
    const edtf = canonicalEdtf(dateOf(first, last))
    const found = edtf === null ? null : readWhen(edtf)
    return found && { when: found, text: daysOfText(edtf!) ? null : edtf }
  }
  return {
    get firstDay() {
      return firstDay
    },
    get lastDay() {
      return lastDay
    },
    get when() {
      return when
    },
    get text() {
      return text
    },
    read(bytes, from, to, lastFrom, lastTo) {
      const first = to - from === 10 ? dayInBytes(bytes, from) : NaN
      const last = lastFrom === lastTo ? first : lastTo - lastFrom === 10 ? dayInBytes(bytes, lastFrom) : NaN
      if (first <= last) {
        firstDay = first
        lastDay = last
        when = text = null
        return true
      }
      const key = numberOf(bytes, from, to) * 0x400_0000 + numberOf(bytes, lastFrom, lastTo)
      let known = pairs.get(key)
      if (known === undefined) {
        if (pairs.size >= REMEMBERED) pairs.clear()
        const part = (start: number, end: number) => wordOf(decoder.decode(bytes.subarray(start, end)))
        pairs.set(key, (known = readText(part(from, to), part(lastFrom, lastTo))))
      }
      if (!known) return false
      when = known.when
      text = known.text
      return true
    },
  }
}
