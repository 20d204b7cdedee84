import type { Selected } from "../query/engine.ts"
import { countable, noRows, setRows, type RowBits } from "./rowBits.ts"

const known = new WeakMap<Uint32Array, RowBits>()

/** The passing rows of an answer as bits, undated ones included; made once for an answer. */
export function passingRows({ fails, rows }: Pick<Selected, "fails" | "rows">): RowBits {
  let bits = known.get(rows)
  if (!bits) {
    const words = noRows(fails.length)
    if (rows.length === fails.length) fillAll(words, fails.length)
    else setRows(words, rows)
    known.set(rows, (bits = countable(words)))
  }
  return bits
}

function fillAll(words: Uint32Array, length: number): void {
  words.fill(0xffff_ffff)
  const rest = length & 31
  if (rest > 0) words[words.length - 1] = (1 << rest) - 1
}
