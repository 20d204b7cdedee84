import * as fc from "fast-check"
import { expect, test } from "vitest"
import { reordering } from "../../src/table/reorder.ts"
import { spanBuilder } from "../../src/table/spanBuilder.ts"
import { daysWhen } from "../../src/time/days.ts"
import { UNDATED, type When } from "../../src/time/when.ts"

const bound = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(days => days * 86_400_000),
  fc.constantFrom(-Infinity, Infinity, 4.3e20),
)
const span: fc.Arbitrary<When> = fc.oneof(
  fc.constant(UNDATED),
  fc.record({
    beginMin: bound,
    beginMax: bound,
    endMin: bound,
    endMax: bound,
    precision: fc.constantFrom(4, 6, 7, 10) as fc.Arbitrary<When["precision"]>,
    qualifiers: fc.nat(0x7ff),
  }),
)

test("every row keeps its own span, however many share it", () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 60 }), fc.nat(2000), (spans, more) => {
      const builder = spanBuilder()
      const rows = Array.from({ length: spans.length + more }, (_, row) => spans[(row * 31) % spans.length])
      for (const one of rows) builder.add(one)
      const same = reordering(Uint32Array.from(rows.keys()))
      const columns = builder.columns(same, true)
      rows.forEach((one, row) => {
        for (const part of ["beginMin", "beginMax", "endMin", "endMax", "precision", "qualifiers"] as const)
          expect(columns[part][row]).toBe(one[part])
      })
    }),
    { numRuns: 60 },
  )
})

test("whole days are kept like all other spans, among thousands of both", () => {
  const day = fc.oneof(
    fc.integer({ min: -40, max: 40 }),
    fc.constantFrom(-719_528, -262_145, 262_143, 2_932_896),
  )
  const length = fc.oneof(fc.nat(40), fc.constantFrom(31, 32, 4000))
  const days = fc.tuple(day, length).map(([first, more]) => [first, first + more] as const)
  fc.assert(
    fc.property(fc.array(fc.oneof(days, span), { minLength: 1, maxLength: 60 }), some => {
      const builder = spanBuilder()
      // A day and an hour of each of some thousand days: more of both than either has room for at first.
      const rows = Array.from({ length: 9000 }, (_, row) => {
        const chosen = some[row % some.length]!
        if (row % 3 === 0) return chosen
        return row % 3 === 1 ? ([row, row] as const) : { ...UNDATED, beginMin: row, qualifiers: 0 }
      })
      for (const row of rows) {
        if ("beginMin" in row) builder.add(row)
        else builder.addDays(...row)
      }
      const columns = builder.columns(reordering(Uint32Array.from(rows.keys())), true)
      const parts = ["beginMin", "beginMax", "endMin", "endMax", "precision", "qualifiers"] as const
      const kept = rows.map((_, row) => parts.map(part => columns[part][row]))
      const meant = rows.map(row => {
        const when = "beginMin" in row ? row : daysWhen(...row)
        return parts.map(part => when[part])
      })
      expect(kept).toEqual(meant)
    }),
    { numRuns: 20 },
  )
})
