import type { Selected } from "../query/engine.ts"
import { bothOf, countable, everyRow, noRows, setRows, type RowBits, type RowWords } from "./rowBits.ts"

type Answer = Pick<Selected, "fails" | "rows">

const passing = new WeakMap<Uint32Array, RowBits>()
const parts = new WeakMap<RowBits, WeakMap<RowWords, RowBits>>()
const counted = new WeakMap<RowWords, RowBits>()

/** The passing rows of an answer as bits, undated ones included; made once for an answer. */
export function passingRows({ fails, rows }: Answer): RowBits {
  let bits = passing.get(rows)
  if (!bits) {
    const isAll = rows.length === fails.length
    const words = isAll ? everyRow(fails.length) : noRows(fails.length)
    if (!isAll) setRows(words, rows)
    passing.set(rows, (bits = countable(words)))
  }
  return bits
}

/** The rows of a set that pass; made once for an answer, and where all pass once for all answers. */
export function passingOf(set: RowWords, answer: Answer): RowBits {
  if (answer.rows.length === answer.fails.length) return countedOf(set)
  const all = passingRows(answer)
  let made = parts.get(all)
  if (!made) parts.set(all, (made = new WeakMap()))
  let part = made.get(set)
  if (!part) made.set(set, (part = countable(bothOf(set, all.words))))
  return part
}

/** A set with what makes counting fast; made once for a set. */
export function countedOf(set: RowWords): RowBits {
  let bits = counted.get(set)
  if (!bits) counted.set(set, (bits = countable(set)))
  return bits
}
