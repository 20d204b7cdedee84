import * as fc from "fast-check"
import { expect, it } from "vitest"
import { startTable } from "../../src/table/build.ts"
import { readParts, writeParts } from "../../src/table/writtenParts.ts"
import { documentOf } from "../randomDocument.ts"

it("a table that is written as text is the same when it is read, shared columns included", () => {
  fc.assert(
    fc.property(documentOf, document => {
      const builder = startTable(document)
      for (const event of document.events) builder.add(event)
      const parts = builder.build(true)
      const read = readParts(writeParts(parts))
      expect(read).toEqual(parts)
      for (const facet of Object.keys(parts.facets) as (keyof typeof parts.facets)[]) {
        const { codes, rolled } = parts.facets[facet]
        expect(read.facets[facet].codes === read.facets[facet].rolled.codes).toBe(codes === rolled.codes)
      }
    }),
    { numRuns: 200 },
  )
})
