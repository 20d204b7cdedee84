import * as fc from "fast-check"
import { expect, test } from "vitest"
import { idBuilder } from "../../src/table/idBuilder.ts"
import { rowFinder } from "../../src/table/ids.ts"
import { takeText, textBuilder } from "../../src/table/textBuilder.ts"
import { textColumn } from "../../src/table/text.ts"

test("every id is found where it stands, after any change of order, and no other is", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "grapheme" }), { maxLength: 3000, size: "large" }),
      fc.string(),
      (ids, other) => {
        const text = textBuilder()
        const builder = idBuilder(text)
        for (const id of ids) {
          expect(builder.has(id)).toBe(false)
          builder.add(id)
          expect(builder.has(id)).toBe(true)
        }
        const reversed = Uint32Array.from(ids, (_, i) => ids.length - 1 - i)
        const column = textColumn(takeText(text, ids.length, false), { places: reversed, rows: reversed })
        const rowOf = rowFinder(column)
        // Twice: the second time it may be remembered.
        for (let twice = 0; twice < 2; twice++) {
          ids.forEach((id, i) => expect(rowOf(id)).toBe(ids.length - 1 - i))
          if (!ids.includes(other)) expect(rowOf(other)).toBe(-1)
        }
      },
    ),
    { numRuns: 30 },
  )
})
