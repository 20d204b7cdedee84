import * as fc from "fast-check"
import { expect, test } from "vitest"
import { reordering } from "../../src/table/reorder.ts"
import { spanBuilder } from "../../src/table/spanBuilder.ts"
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
