import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  bothOf,
  countable,
  countBefore,
  countBoth,
  hasRow,
  noRows,
  rowBefore,
  rowFrom,
  rowsBetween,
  setRows,
  sizeOf,
} from "../../src/layout/rowBits.ts"

const LENGTH = 1100
const rowsOf = fc
  .uniqueArray(fc.integer({ min: 0, max: LENGTH - 1 }), { maxLength: LENGTH, size: "max" })
  .map(rows => rows.toSorted((a, b) => a - b))

function wordsOf(rows: readonly number[]): Uint32Array {
  const words = noRows(LENGTH)
  setRows(words, Uint32Array.from(rows))
  return words
}

test("a set of rows as bits answers as the list of them does", () => {
  fc.assert(
    fc.property(rowsOf, fc.nat(LENGTH), fc.nat(LENGTH), (rows, one, other) => {
      const bits = countable(wordsOf(rows))
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      expect(sizeOf(bits)).toBe(rows.length)
      expect(countBefore(bits, one)).toBe(rows.filter(row => row < one).length)
      expect(rowsBetween(bits, from, to)).toEqual(rows.filter(row => row >= from && row < to))
      expect(rowFrom(bits, one)).toBe(rows.find(row => row >= one) ?? -1)
      expect(rowBefore(bits, one)).toBe(rows.findLast(row => row < one) ?? -1)
      if (one < LENGTH) expect(hasRow(bits, one)).toBe(rows.includes(one))
    }),
    { numRuns: 300 },
  )
})

test("two sets have in common what their lists have", () => {
  fc.assert(
    fc.property(rowsOf, rowsOf, (a, b) => {
      const both = a.filter(row => b.includes(row))
      expect(countBoth(wordsOf(a), wordsOf(b))).toBe(both.length)
      expect(rowsBetween(countable(bothOf(wordsOf(a), wordsOf(b))), 0, LENGTH)).toEqual(both)
    }),
    { numRuns: 100 },
  )
})
