import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { excerptOf } from "../../src/model/excerpt.ts"
import type { Document } from "../../src/model/document.ts"
import { jsonldWriter } from "../../src/write/jsonld.ts"
import { documentOf } from "../randomDocument.ts"

interface Node {
  readonly [key: string]: unknown
}
const written = (document: Document) => {
  const pieces = jsonldWriter.write(document, {
    lang: "en",
    sayDate: edtf => `<${edtf}>`,
  }) as Iterable<string>
  return JSON.parse([...pieces].join("")) as Node & { itemListElement: Node[] }
}
const report = checkDocument(JSON.parse(readFileSync("data/report/report.json", "utf8"))).document
const only = (event: object) =>
  written(checkDocument({ lang: "en", events: [{ title: "A", ...event }] }).document).itemListElement[0]!

test("the built-in report is a list of schema.org events with titles in both languages", () => {
  const list = written(report)
  expect([list["@context"], list["@type"], list["numberOfItems"]]).toEqual([
    "https://schema.org",
    "ItemList",
    14,
  ])
  expect(list.itemListElement.map(one => [one["@type"], one["identifier"], one["name"]])).toEqual(
    report.events.map(({ id, title }) => [
      "Event",
      id,
      Object.entries(title).map(([lang, text]) => ({ "@language": lang, "@value": text })),
    ]),
  )
})

test.each([
  ["2016-11-15", "2016-11-15", undefined, undefined],
  ["2016-11-16T09:30+03:00", "2016-11-16T09:30+03:00", undefined, undefined],
  ["2016-11-17/2016-11-23", "2016-11-17", "2016-11-23", undefined],
  ["2016-11", "2016-11-01", "2016-11-30", "<2016-11>"],
  ["2016-11-16/..", "2016-11-16", undefined, "<2016-11-16/..>"],
  ["-0044-03-15", undefined, undefined, "<-0044-03-15>"],
])("%s begins %s and ends %s", (when, start, end, words) => {
  const one = only({ when })
  expect([one["startDate"], one["endDate"], one["disambiguatingDescription"]]).toEqual([start, end, words])
})

test("what was denied or cancelled says so", () => {
  expect(only({ when: "2016", status: "cancelled" })["eventStatus"]).toBe("https://schema.org/EventCancelled")
  expect(only({ when: "2016-11-15", status: "denied" })["disambiguatingDescription"]).toBe("denied")
})

test("any document is sound JSON with every event", () => {
  fc.assert(
    fc.property(documentOf, document => {
      expect(written(document).itemListElement.map(one => one["identifier"])).toEqual(
        document.events.map(({ id }) => id),
      )
    }),
  )
})

test("an excerpt keeps what its events refer to, and what that belongs to, and nothing else", () => {
  const events = report.events.filter(({ places }) => places.some(({ id }) => id === "lima"))
  const part = excerptOf(report, events)
  expect([...part.places.keys()]).toEqual(["peru", "lima"])
  expect([...part.actors.keys()]).not.toContain("egypt")
  const again = checkDocument(JSON.parse(JSON.stringify({ ...part, events: part.events })))
  expect(again.document.events.length).toBe(events.length)
  expect(
    part.events.flatMap(({ links }) => links).every(({ event }) => events.some(({ id }) => id === event)),
  ).toBe(true)
})
