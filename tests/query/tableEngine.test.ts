import * as fc from "fast-check"
import { expect, it } from "vitest"
import { memoryEngine } from "../../src/query/memory.ts"
import { isPlain, tableEngine } from "../../src/query/tableEngine.ts"
import { buildTable } from "../../src/table/build.ts"
import { documentOf, selectionOf } from "../randomDocument.ts"

const plainOf = selectionOf.map(selection => ({ ...selection, q: " ", from: null, to: null, known: null }))

it("answers values the same before words and dates can be asked for", () => {
  fc.assert(
    fc.property(documentOf, fc.array(plainOf, { maxLength: 4 }), (document, selections) => {
      const table = buildTable(document)
      const early = tableEngine(table, () => null)
      const full = memoryEngine(table)
      for (const selection of selections) {
        expect(isPlain(selection)).toBe(true)
        expect(early.select(selection)).toEqual(full.select(selection))
        expect(early.latest()).toBe(early.select(selection))
      }
    }),
    { numRuns: 300 },
  )
})

it.each([
  { q: "aleppo" },
  { from: "2016-11" },
  { from: "2016-11-15" },
  { to: "2016~" },
  { known: "2016-11-15T10:00Z" },
  { from: "no date" },
])("knows that %j takes more", part => {
  const plain = { q: "", from: null, to: null, known: null }
  expect(isPlain({ ...fc.sample(selectionOf, 1)[0]!, ...plain, ...part })).toBe(false)
})
