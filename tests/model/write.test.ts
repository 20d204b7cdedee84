import * as fc from "fast-check"
import { expect, test } from "vitest"
import report from "../../data/report/report.json"
import { checkDocument } from "../../src/model/check.ts"
import { writeDocument } from "../../src/model/write.ts"
import { documentInput } from "./arbitraries.ts"

/** Through text, as a file would go. */
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test("what is written is read back as the same document, without a problem", () => {
  fc.assert(
    fc.property(documentInput, input => {
      const { document } = checkDocument(input)
      const second = checkDocument(again(writeDocument(document)))
      expect(second.problems).toEqual([])
      expect(second.document).toEqual(document)
    }),
    { numRuns: 500 },
  )
})

test("the built-in document survives being written", () => {
  const { document } = checkDocument(report)
  expect(checkDocument(again(writeDocument(document))).document).toEqual(document)
})

test("a short document stays short", () => {
  const input = {
    dateline: 1,
    events: [{ when: "2016-10-15", title: "Meeting", actors: ["Lavrov", "Kerry"] }],
  }
  expect(writeDocument(checkDocument(input).document)).toEqual(input)
})
