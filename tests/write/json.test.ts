import * as fc from "fast-check"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { checkDocument } from "../../src/model/check.ts"
import { documentInput } from "../model/arbitraries.ts"
import { jsonWriter } from "../../src/write/json.ts"
import { jsonlWriter } from "../../src/write/jsonl.ts"

/** Documents of at least one event; a file of none is no file to open. */
const documents = documentInput
  .map(input => checkDocument(input).document)
  .filter(({ events }) => events.length > 0)

test.each([jsonWriter, jsonlWriter])(
  "a file of $name opens as the document that it was written from, with nothing to say of it",
  async writer => {
    await fc.assert(
      fc.asyncProperty(documents, async document => {
        const text = [...(writer.write(document, {}) as Iterable<string>)].join("")
        const again = await load({ file: new File([text], `again${writer.extensions[0]!}`) })
        expect(again.format).toBe(writer.name)
        expect(again.problems).toEqual([])
        // What has no title goes by the name of its file.
        const hasTitle = Object.keys(document.title).length > 0
        expect(again.document).toEqual(
          hasTitle ? document : { ...document, title: { [document.lang]: "again" } },
        )
      }),
      { numRuns: 150 },
    )
  },
)
