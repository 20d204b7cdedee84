import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"

const read = (value: unknown, name = "events.json") => load({ text: JSON.stringify(value), name })
const EXAMPLES = new URL("../../public/examples/", import.meta.url)
const example = (name: string) => load({ file: new File([readFileSync(new URL(name, EXAMPLES))], name) })

test("the Crusades of six authors: events, dates, places, and the first ten as they stand in the file", async () => {
  const { document, problems, read, leftOut } = await example("crusades.json")
  const dated = document.events.flatMap(({ when }) => when ?? []).toSorted()
  expect([read, leftOut, problems, document.events.length]).toEqual([790, 0, [], 790])
  expect([dated[0], dated.at(-1), document.places.size, document.sources.size, document.actors.size]).toEqual(
    ["1096", "1438", 98, 6, 0],
  )
  expect(document.sources.get("ibn_athir")!.title).toMatchObject({ en: "Ibn al-Athir", ar: "ابن الأثير" })
  expect(
    document.events.slice(0, 10).map(({ id, when, title, places }) => [id, when, title["en"], places[0]?.id]),
  ).toEqual(CRUSADES)
  expect(document.events[0].title["ar"]).toBe("وفاة في ديار بكر (1096)")
})

test("how sure the date of an event is, is no date of another name", async () => {
  const event = { id: "e1", title: "Meeting", confidence: { when: "high" } }
  const { format, document, problems } = await read({ dateline: 1, events: [event] })
  expect([format, problems, document.events[0].when]).toEqual(["json", [], null])
  expect(document.events[0].confidence).toEqual({ when: "high" })
})

const CRUSADES = [
  ["SAL_E0001", "1096", "Death in Diyarbakır (1096)", "Diyarbakır"],
  ["SAL_E0002", "1097", "Damascus Events (1097)", "Şam (Suriye)"],
  ["SAL_E0003", "1098", "Crusader Conquest of Antioch (1098)", "Antakya"],
  ["SAL_E0004", "1098", "Antioch Events (1098)", "Antakya"],
  ["SAL_E0005", "1098", "Crusader Conquest of Ma'arrat al-Nu'man (1098)", "Maarretü'n-Nu'mân"],
  ["SAL_E0006", "1099", "Crusader Conquest of Jerusalem (1099)", "Kudüs"],
  ["SAL_E0007", "1099", "Battle of Ascalon (1099)", "Askalân"],
  ["SAL_E0008", "1101", "Crusader Conquest of Jerusalem (1101)", "Kudüs"],
  ["SAL_E0009", "1102", "Tyre Events (1102)", "Sûr"],
  ["SAL_E0010", "1102", "Siege of Tripoli (1102)", "Trablusşam"],
]

test("the earthquakes of NOAA: events, dates and places of the whole file", async () => {
  const { document, problems, read, leftOut } = await example("earthquakes.tsv")
  const years = document.events.map(({ when }) => Number(/^-?\d+/.exec(when!)![0]))
  expect([read, leftOut, problems.length]).toEqual([6092, 0, 0])
  expect([Math.min(...years), Math.max(...years), document.actors.size]).toEqual([-2150, 2019, 0])
  expect(document.places.get("SYRIA:  UGARIT")).toMatchObject({ within: "SYRIA" })
})

test.each([
  ["a list of objects with names of its own", [{ name: "x", date: "15/10/2016" }]],
  ["a list one level down", { data: [{ headline: "x", date: "2016-10-15" }] }],
  ["a list two levels down", { result: { rows: [{ headline: "x", date: "2016-10-15" }] } }],
  [
    "TimelineJS",
    {
      title: { text: { headline: "All" } },
      events: [
        { start_date: { year: "2016", month: "10", day: "15" }, text: { headline: "x", text: "<p>y</p>" } },
      ],
    },
  ],
  [
    "an answer of Wikidata in full",
    {
      head: {},
      results: {
        bindings: [
          {
            item: { type: "uri", value: "http://www.wikidata.org/entity/Q1" },
            itemLabel: { type: "literal", value: "x" },
            date: { type: "literal", value: "2016-10-15T00:00:00Z" },
          },
        ],
      },
    },
  ],
  [
    "GeoJSON",
    {
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { title: "x", date: "2016-10-15", place: "Lausanne" },
          geometry: { type: "Point", coordinates: [6.63, 46.52] },
        },
      ],
    },
  ],
])("%s is told by its columns", async (_, value) => {
  const { document } = await read(value)
  expect(document.events.map(({ when, title }) => [when, Object.values(title)])).toEqual([
    ["2016-10-15", ["x"]],
  ])
})

test("a point of GeoJSON is that of its place", async () => {
  const { document } = await read({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { title: "x", date: "2016", place: "Lausanne" },
        geometry: { type: "Point", coordinates: [6.63, 46.52] },
      },
    ],
  })
  expect(document.places.get("Lausanne")!.point).toEqual([6.63, 46.52])
})

test("a native document is never taken for a table, however odd its events are", async () => {
  const { document, format } = await read({ events: [{ when: "2016", title: "x", note: 1 }, { title: "y" }] })
  expect([document.events.map(event => event.title), format]).toEqual([[{ und: "x" }, { und: "y" }], "json"])
})

test("any JSON ends in events or in a failure with a code", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async value => {
      const outcome = await read(value).then(
        ({ read, leftOut, document }) => document.events.length === read - leftOut,
        (error: unknown) => error instanceof LoadFailure && error.code !== "other",
      )
      expect(outcome).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test("objects that name the same things differently are read alike", async () => {
  const text = JSON.stringify([
    { title: "A", start: "2016-11-15", end: "2016-11-16" },
    { name: "B", date: "2016-11-17" },
    { label: "C", year: 2015 },
  ])
  const { document } = await load({ text, name: "a.json" })
  expect(document.events.map(({ title, when }) => [title?.["und"], when])).toEqual([
    ["A", "2016-11-15/2016-11-16"],
    ["B", "2016-11-17"],
    ["C", "2015"],
  ])
})

const readJson = async (value: unknown, name = "a.json") =>
  (await load({ text: JSON.stringify(value), name })).document

test("objects with the fields of a native event but a date of another name are read by that", async () => {
  const events = [
    { id: "1", title: "A", date: "2016-11-15", type: "x", tags: ["a"] },
    { id: "2", title: "B", date: "2016-11-16", type: "x", tags: [] },
  ]
  for (const value of [events, { events }, { a: events[0], b: events[1] }])
    expect((await readJson(value)).events.map(({ id, when }) => [id, when])).toEqual([
      ["1", "2016-11-15"],
      ["2", "2016-11-16"],
    ])
  const map = await readJson({
    a1: { title: "A", date: "2016-11-15" },
    a2: { title: "B", date: "2016-11-16" },
  })
  expect(map.events.map(({ id, when }) => [id, when])).toEqual([
    ["a1", "2016-11-15"],
    ["a2", "2016-11-16"],
  ])
})

test("native events without a date stay native, whatever else they say of time", async () => {
  const { events } = await readJson({ events: [{ id: "a", title: "A", asOf: "2016", status: "ongoing" }] })
  expect(events.map(({ when, asOf, status }) => [when, asOf, status])).toEqual([[null, "2016", "ongoing"]])
})

test("what lies within parts of an object, and several of a list, is found", async () => {
  const { events, places } = await readJson({
    meta: { count: 1 },
    results: {
      strikes: [
        {
          ...{ strike_id: "B1", date: "2004-06-17", casualties: { killed: 6, injured: null } },
          location: { name: "Wana", country: "Pakistan", lat: 32.3, lng: 69.6 },
          actors: [{ name: "USA", country: "United States" }, { name: "Nek Mohammad" }],
          sources: [{ url: "https://example.org/a", title: "A" }],
          scores: { best: 9 },
        },
      ],
    },
  })
  expect(events).toMatchObject([
    {
      ...{ id: "B1", when: "2004-06-17", places: [{ id: "Wana" }] },
      actors: [{ id: "USA" }, { id: "Nek Mohammad" }],
      sources: [{ id: "https://example.org/a" }],
      figures: { killed: { best: 6 } },
    },
  ])
  expect(places.get("Wana")).toMatchObject({ point: [69.6, 32.3], within: "Pakistan" })
})
