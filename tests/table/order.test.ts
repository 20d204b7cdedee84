import * as fc from "fast-check"
import { expect, test } from "vitest"
import { orderRows } from "../../src/table/order.ts"
import { addText, textBuilder } from "../../src/table/textBuilder.ts"

const bound = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(-Infinity, Infinity, 0, -0, 4.3e20),
)
const row = fc.record({
  undated: fc.boolean(),
  begin: bound,
  end: bound,
  id: fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.nat(5).map(n => `the-same-beginning-${n}`),
  ),
})
type Row = { undated: boolean; begin: number; end: number; id: string }

/** The shorter before the longer, as numbers that are counted up. */
function ascend(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length < other.length || (one.length === other.length && Buffer.compare(one, other) < 0)
}

/** Rows by comparing them two by two. */
function naive(rows: readonly Row[]): number[] {
  const compare = (a: Row, b: Row) =>
    Number(a.undated) - Number(b.undated) ||
    (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : 0) ||
    (a.end < b.end ? -1 : a.end > b.end ? 1 : 0) ||
    Buffer.compare(Buffer.from(a.id), Buffer.from(b.id))
  return [...rows.keys()].toSorted((a, b) => compare(rows[a], rows[b]) || a - b)
}

function ordered(rows: readonly Row[]): number[] {
  const text = textBuilder()
  for (const { id } of rows) addText(text, id)
  const dates = {
    undated: (at: number) => rows[at].undated,
    beginMin: Float64Array.from(rows, one => one.begin),
    endMax: Float64Array.from(rows, one => one.end),
    spans: Uint32Array.from(rows.keys()),
  }
  const isAscending = rows.every(({ id }, i) => i === 0 || ascend(rows[i - 1].id, id))
  const ids = { bytes: text.bytes.array, offsets: text.offsets.array, isAscending }
  const { order, dated } = orderRows(dates, ids)
  expect(dated).toBe(rows.filter(one => !one.undated).length)
  return [...order]
}

test("rows stand in the order of their begin, end and id, undated ones last", () => {
  fc.assert(
    fc.property(fc.array(row), rows => {
      const unlike = rows.map((one, i) => ({ ...one, id: `${one.id}${i}` }))
      expect(ordered(unlike)).toEqual(naive(unlike))
    }),
  )
})

test("ids that are counted up stand in the order of their letters within a day", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.nat(12_000), (rows, from) => {
      const some = rows.flatMap(one => Array.from({ length: 40 }, () => one))
      const numbered = some.map((one, i) => ({ ...one, id: `e${from + i * 3}` }))
      expect(ordered(numbered)).toEqual(naive(numbered))
    }),
    { numRuns: 50 },
  )
})

test("a large table, which is sorted by counting digits, stands in the same order", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), fc.nat(), (rows, seed) => {
      const many = Array.from({ length: 9000 }, (_, i) => {
        const one = rows[(i * 7919 + seed) % rows.length]
        return { ...one, id: `${one.id}/${(i * 31) % 9000}` }
      })
      expect(ordered(many)).toEqual(naive(many))
    }),
    { numRuns: 12 },
  )
})
