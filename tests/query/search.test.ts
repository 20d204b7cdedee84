import * as fc from "fast-check"
import { expect, it } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { createSearcher } from "../../src/query/search.ts"
import { buildTable } from "../../src/table/build.ts"

/** Few letters, so that words overlap themselves and each other; some texts longer than a remembered place can tell. */
const letters = fc.constantFrom("a", "b", "c", "ا", "ب")
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: letters, minLength: 1, maxLength: 12 }) },
  fc
    .tuple(fc.integer({ min: 200, max: 300 }), fc.string({ unit: letters, minLength: 1, maxLength: 12 }))
    .map(([far, end]) => "c".repeat(far) + end),
)

/** Words as they are typed, with letters taken back, put before them, or all written anew. */
const typed = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: letters.map(letter => (word: string) => word + letter) },
      fc.constant((word: string) => word + " "),
      fc.constant((word: string) => word.slice(0, -1)),
      letters.map(letter => (word: string) => letter + word),
      fc.string({ unit: letters, minLength: 1, maxLength: 4 }).map(other => () => other),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map(steps => {
    let word = ""
    return steps.map(step => (word = step(word))).filter(word => word.trim())
  })

it("finds words where they all stand, however they came to be typed", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), typed, (titles, words) => {
      const { document } = checkDocument({ events: titles.map(title => ({ when: "2016", title })) })
      const table = buildTable(document)
      const searcher = createSearcher(table)
      const failing = new Uint8Array(table.length).fill(7)
      for (const word of words) {
        expect(searcher.failing(word, failing)).toBe(true)
        const found = [...failing.keys()].filter(row => failing[row] === 0)
        const parts = word.split(" ")
        const wanted = [...failing.keys()].filter(row =>
          parts.every(part => table.titles.und!.get(row).includes(part)),
        )
        expect(found, word).toEqual(wanted)
      }
    }),
    { numRuns: 400 },
  )
})
