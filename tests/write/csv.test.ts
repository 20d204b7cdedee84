import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { loadTable } from "../../src/load/table.ts"
import { checkDocument } from "../../src/model/check.ts"
import type { Document, EventRecord, Text } from "../../src/model/document.ts"
import { sayText } from "../../src/model/sayText.ts"
import { eventOf } from "../../src/table/event.ts"
import { tableOf } from "../../src/table/parts.ts"
import { csvWriter } from "../../src/write/csv.ts"
import { csvCell } from "../../src/write/csvCell.ts"
import { documentOf } from "../randomDocument.ts"

const report = checkDocument(JSON.parse(readFileSync("data/report/report.json", "utf8"))).document
const written = (document: Document, lang?: string) =>
  [...(csvWriter.write(document, { lang }) as Iterable<string>)].join("")
const documentWith = (events: readonly object[]) => checkDocument({ lang: "en", events }).document

/** What a table says of an event, in one language. */
function told(event: EventRecord, document: Document, lang: string) {
  const named = (map: ReadonlyMap<string, { readonly name: Text }>, id: string) =>
    sayText(map.get(id)?.name, lang)?.text ?? id
  const { id, when, status, reported, title, summary, type, actors, places, tags, sources } = event
  return {
    ...{ id, when, status, reported },
    title: sayText(title, lang)?.text,
    summary: sayText(summary, lang)?.text,
    type: type === null ? null : named(document.types, type),
    actors: actors.map(one => named(document.actors, one.id)),
    places: places.map(one => named(document.places, one.id)),
    tags: tags.map(one => named(document.tags, one)),
    sources: [...new Set(sources.map(one => sayText(document.sources.get(one.id)?.title, lang)?.text))],
  }
}

test.each(["en", "ar"])("the built-in report opens again as the same events, in %s", async lang => {
  const again = await load({ text: written(report, lang), name: "report.csv" })
  expect(again.problems).toEqual([])
  expect(again.document.events.map(event => told(event, again.document, "und"))).toEqual(
    report.events.map(event => told(event, report, lang)),
  )
  expect(again.document.events.map(({ whenText }) => sayText(whenText, "und")?.text)).toEqual(
    report.events.map(({ whenText }) => sayText(whenText, lang)?.text),
  )
  const lima = (document: Document, name: string) =>
    [...document.places.values()].find(place => place.name["und"] === name || place.name[lang] === name)
  const name = lang === "en" ? "Lima" : "ليما"
  expect(lima(again.document, name)?.point).toEqual(lima(report, name)?.point)
})

test("any document opens again as the same events, by columns too", async () => {
  await fc.assert(
    fc.asyncProperty(documentOf, async document => {
      // Names that two share are one name in a table.
      const unlike = { ...document, actors: distinct(document.actors), places: distinct(document.places) }
      const text = written(unlike, "en")
      const expected = unlike.events.map(event => told(event, unlike, "en"))
      const again = await load({ text, name: "a.csv" })
      expect(again.document.events.map(event => told(event, again.document, "und"))).toEqual(expected)
      const table = tableOf((await loadTable({ text, name: "a.csv" }, {})).parts)
      const rows = Array.from({ length: table.length }, (_, row) => eventOf(table, row))
      const byId = new Map(rows.map(event => [event.id, told(event, again.document, "und")]))
      expect(unlike.events.map(({ id }) => byId.get(id))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

function distinct<T extends { readonly name: Text }>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(
    [...map].map(([id, thing]) => [
      id,
      { ...thing, name: { en: `${sayText(thing.name, "en")!.text} ${id}` } },
    ]),
  )
}

/** Blanks around a text say nothing. */
const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim()

test("any text comes back through a cell that no spreadsheet computes", async () => {
  const start = fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "＝", "'", "'=", "''-", "'a")
  const words = fc
    .tuple(
      start,
      fc.string({ unit: fc.constantFrom("a", "1", ",", ";", '"', "\n", "ل", "|", "'", "=", " ") }),
    )
    .map(([sign, rest]) => `${sign}${rest}x`)
  await fc.assert(
    fc.asyncProperty(words, words, async (title, actor) => {
      expect(csvCell(title).replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      const document = documentWith([{ id: "one", when: "2016-11-15", title, actors: [actor, "Kerry"] }])
      const { document: again } = await load({ text: written(document), name: "a.csv" })
      expect(plain(sayText(again.events[0]!.title, "en")!.text)).toBe(plain(title))
    }),
    {
      numRuns: 500,
      examples: [
        [" '=x", "x"],
        [" =x", "\t=x"],
      ],
    },
  )
})

test("names with signs that part values elsewhere stay whole", async () => {
  const names = ["Idlib, Syria", "News | Daily", "حلب، سوريا", "One\nTwo"]
  for (const name of names) {
    const document = documentWith([
      { when: "2016", title: "A", places: [name] },
      { when: "2017", title: "B", places: ["Idlib"] },
      { when: "2018", title: "C", places: ["Syria"] },
    ])
    const { document: again } = await load({ text: written(document), name: "a.csv" })
    expect(again.events[0]!.places.map(({ id }) => id)).toEqual([name])
  }
})

test("numbers stay numbers, a year before our era stays what it is", () => {
  expect(["-77.03", "+5", "-0044-03-15", "-1+1", "1"].map(csvCell)).toEqual([
    "-77.03",
    "+5",
    "'-0044-03-15",
    "'-1+1",
    "1",
  ])
})

test("a spreadsheet can sort by the first and last day that a date may mean", () => {
  const rows = written(
    documentWith([
      { id: "a", when: "2016-02", title: "A" },
      { id: "b", when: "2016-11-16/..", title: "B" },
    ]),
  )
  expect(
    rows
      .split("\r\n")
      .slice(1, 3)
      .map(row => row.split(",").slice(0, 4)),
  ).toEqual([
    ["a", "2016-02", "2016-02-01", "2016-02-29"],
    ["b", "2016-11-16/..", "2016-11-16", ""],
  ])
})
