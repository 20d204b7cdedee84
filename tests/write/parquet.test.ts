import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { parquetReadObjects } from "hyparquet"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { checkDocument } from "../../src/model/check.ts"
import type { Document, EventRecord, Text } from "../../src/model/document.ts"
import { sayText } from "../../src/model/sayText.ts"
import { parquetWriter } from "../../src/write/parquet.ts"
import { documentOf } from "../randomDocument.ts"

const report = checkDocument(JSON.parse(readFileSync("data/report/report.json", "utf8"))).document

async function written(document: Document, lang: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: BlobPart[] = []
  for await (const piece of parquetWriter.write(document, { lang })) pieces.push(piece as BlobPart)
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

const again = async (document: Document, lang: string) =>
  (await load({ file: new File([await written(document, lang)], "a.parquet") })).document

/** What a table says of an event, in one language. */
function told({ id, when, status, title, actors, places }: EventRecord, document: Document, lang: string) {
  const named = (map: ReadonlyMap<string, { readonly name: Text }>, one: string) =>
    sayText(map.get(one)?.name, lang)?.text ?? one
  return {
    ...{ id, when, status },
    title: sayText(title, lang)?.text,
    actors: actors.map(one => named(document.actors, one.id)),
    places: places.map(one => named(document.places, one.id)),
  }
}

test.each(["en", "ar"])("the built-in report opens again as the same events, in %s", async lang => {
  const document = await again(report, lang)
  expect(document.events.map(event => told(event, document, "und"))).toEqual(
    report.events.map(event => told(event, report, lang)),
  )
})

test("another program finds days, numbers and lists in their own types", async () => {
  const { document } = checkDocument([
    {
      ...{ id: "a", when: "2016-11-15", title: "x", actors: ["One; two", "Three"], figures: { killed: 3 } },
      places: ["Lima"],
    },
    { id: "b", when: "Y-13800000000", title: "y" },
  ])
  const bytes = await written(document, "en")
  const rows = await parquetReadObjects({ file: bytes.buffer })
  expect(rows[0]).toMatchObject({
    date: "2016-11-15",
    earliest: new Date("2016-11-15"),
    latest: new Date("2016-11-15"),
    actors: ["One; two", "Three"],
    killed: 3,
    lat: null,
  })
  expect(rows[1]).toMatchObject({ date: "Y-13800000000", earliest: null, actors: undefined })
})

test("a document without events is a table without rows", async () => {
  const { document } = checkDocument([])
  expect(await parquetReadObjects({ file: (await written(document, "en")).buffer })).toEqual([])
})

test("any document is written with all its events, under their ids and dates", async () => {
  await fc.assert(
    fc.asyncProperty(documentOf, async document => {
      const { events } = document
      const rows = await parquetReadObjects({ file: (await written(document, "en")).buffer })
      expect(rows.map(({ id, date }) => [id, date])).toEqual(events.map(({ id, when }) => [id, when]))
    }),
    { numRuns: 50 },
  )
})
