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

test("an id is taken once, whether ids ascend, fall back or come again", () => {
  const encoder = new TextEncoder()
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 120 }), fc.constantFrom("", "e", "ع"))
    .map(([from, length, prefix]) => Array.from({ length }, (_, i) => `${prefix}${from + i}`))
  fc.assert(
    fc.property(fc.array(fc.tuple(stretch, fc.boolean()), { maxLength: 8 }), stretches => {
      const text = textBuilder()
      const builder = idBuilder(text)
      const taken = new Set<string>()
      for (const [ids, asBytes] of stretches)
        for (const id of ids) {
          const bytes = encoder.encode(id)
          if (asBytes) expect(builder.addBytes(bytes, 0, bytes.length)).toBe(!taken.has(id))
          else {
            expect(builder.has(id)).toBe(taken.has(id))
            if (!taken.has(id)) builder.add(id)
          }
          taken.add(id)
        }
      const places = Uint32Array.from(taken, (_, i) => i)
      const column = textColumn(takeText(text, taken.size, false), { places, rows: places })
      expect(Array.from(places, place => column.get(place))).toEqual([...taken])
    }),
    { numRuns: 200 },
  )
})
