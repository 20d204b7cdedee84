import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import ICAL from "ical.js"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { checkDocument } from "../../src/model/check.ts"
import type { Document } from "../../src/model/document.ts"
import { icalWriter } from "../../src/write/ical.ts"
import type { WriteOptions } from "../../src/write/writer.ts"
import { documentOf } from "../randomDocument.ts"

const report = checkDocument(JSON.parse(readFileSync("data/report/report.json", "utf8"))).document
const written = (document: Document, options: WriteOptions = {}) =>
  [
    ...(icalWriter.write(document, { now: Date.UTC(2026, 0, 2, 3, 4, 5), ...options }) as Iterable<string>),
  ].join("")
const components = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents()
const only = (event: object) => {
  const { document } = checkDocument({ lang: "en", events: [{ title: "A", ...event }] })
  return components(written(document, { sayDate: edtf => `<${edtf}>` }))[0]!
}

test("a calendar program reads the built-in report: a name, and every event with its title", () => {
  const text = written(report, { lang: "ar" })
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe(report.title["ar"])
  expect(calendar.getAllSubcomponents().map(one => one.getFirstPropertyValue("summary"))).toEqual(
    report.events.map(({ title }) => title["ar"]),
  )
})

const span = (event: object) => {
  const one = only(event)
  const value = (name: string) => String(one.getFirstPropertyValue(name) ?? "")
  return `${one.name} ${value("dtstart")} ${value("dtend")} ${value("description")}`.trim()
}

test.each([
  ["2016-11-15", "vevent 2016-11-15 2016-11-16"],
  ["2016-12-31", "vevent 2016-12-31 2017-01-01"],
  ["2016-11-17/2016-11-23", "vevent 2016-11-17 2016-11-24"],
  ["2016-11-16T09:30", "vevent 2016-11-16T09:30:00"],
  ["2016-11-16T09:30Z", "vevent 2016-11-16T09:30:00Z"],
  ["2016-11-16T01:30+03:00", "vevent 2016-11-15T22:30:00Z"],
  ["2016-11-16T09:30Z/2016-11-16T10:00Z", "vevent 2016-11-16T09:30:00Z 2016-11-16T10:00:00Z"],
  ["2016-11", "vevent 2016-11-01 2016-12-01 <2016-11>"],
  ["[2016-11-17..2016-11-23]", "vevent 2016-11-17 2016-11-24 <[2016-11-17..2016-11-23]>"],
  ["2016-11-16/..", "vevent 2016-11-16 2016-11-17 <2016-11-16/..>"],
  ["/2016-11-16", "vevent 2016-11-16 2016-11-17 </2016-11-16>"],
  ["2016-11-16~", "vevent 2016-11-16 2016-11-17 <2016-11-16~>"],
  ["-0044-03-15", "vjournal   <-0044-03-15>"],
  ["../..", "vjournal   <../..>"],
])("%s stands in a calendar as %s", (when, expected) => {
  expect(span({ when })).toBe(expected)
})

test("an event without a date is kept as a journal entry", () => {
  expect(span({})).toBe("vjournal")
})

const statusOf = (word: string) => {
  const one = only({ when: "2016", status: word })
  return [
    one.getFirstPropertyValue("status"),
    String(one.getFirstPropertyValue("description")).includes(word),
  ]
}

test("a rumour is tentative and what was denied is cancelled, and the text says which", () => {
  expect(["occurred", "claimed", "denied", "cancelled"].map(statusOf)).toEqual([
    ["CONFIRMED", false],
    ["TENTATIVE", true],
    ["CANCELLED", true],
    ["CANCELLED", false],
  ])
})

test("lines are at most 75 bytes, folded between letters, and any text comes back", () => {
  const unit = fc.constantFrom("a", ";", ",", "\\", "\n", '"', ":", "ل", "é", "😀", " ", "n")
  fc.assert(
    fc.property(
      fc.string({ unit, minLength: 1, maxLength: 120 }),
      fc.string({ unit, maxLength: 200 }),
      (title, summary) => {
        const { document } = checkDocument({
          lang: "en",
          events: [{ when: "2016", title: `A${title}`, summary: `A${summary}` }],
        })
        const text = written(document)
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/)
        const [event] = components(text)
        expect(event!.getFirstPropertyValue("summary")).toBe(`A${title}`)
        expect(String(event!.getFirstPropertyValue("description"))).toContain(`A${summary}`)
      },
    ),
  )
})

test("any document is a calendar that opens here with as many events", async () => {
  await fc.assert(
    fc.asyncProperty(documentOf, async document => {
      if (document.events.length === 0) return
      const { document: again, leftOut } = await load({ text: written(document), name: "a.ics" })
      expect([again.events.length, leftOut]).toEqual([document.events.length, 0])
      expect(again.events.map(({ id }) => id)).toEqual(document.events.map(({ id }) => id))
    }),
    { numRuns: 60 },
  )
})
