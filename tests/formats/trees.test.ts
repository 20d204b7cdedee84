import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"
import { sampleFiles } from "./sampleFiles.ts"

/** Whether reading ends in a document of which nothing is missing, or in a failure that says why. */
async function endsWell(bytes: Uint8Array, name: string): Promise<boolean> {
  return load({ file: new File([Uint8Array.from(bytes)], name) }).then(
    ({ document, read, leftOut }) => document.events.length === read - leftOut,
    (error: unknown) => error instanceof LoadFailure && error.code !== "other",
  )
}

const encode = (text: string) => new TextEncoder().encode(text)

const FORMATS = [
  "geojson",
  "ical",
  "json-ld",
  "linked-places",
  "simile",
  "timelinejs",
  "timemap",
  "vis",
  "wikidata",
]
const samples = sampleFiles(FORMATS)
  .filter(({ name }) => !name.endsWith(".csv"))
  .map(({ format, name, bytes }) => ({ name: `${format}/${name}`, bytes }))

test.each(samples)(
  "$name with any bytes changed ends in events or in a failure with a code",
  async ({ name, bytes }) => {
    const change = fc.tuple(fc.nat(bytes.length), fc.nat(12), fc.uint8Array({ maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        let mutated: number[] = [...bytes]
        for (const [at, gone, put] of changes) mutated = mutated.toSpliced(at, gone, ...put)
        expect(await endsWell(Uint8Array.from(mutated), name)).toBe(true)
      }),
      { numRuns: 40 },
    )
  },
)

const jsonSamples = samples.flatMap(({ name, bytes }) => {
  try {
    return [{ name, value: JSON.parse(bytes.toString()) as unknown }]
  } catch {
    return []
  }
})

/** The pointers to all values within a value. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

function withValue(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put
  if (Array.isArray(value))
    return value.map((one: unknown, i) => (String(i) === key ? withValue(one, rest, put) : one))
  const entries = Object.entries(value as object)
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === key ? withValue(one, rest, put) : one]),
  )
}

/** Values that stand where a program expects others. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    "2016-11-15",
    "-1",
    "",
    "__proto__",
    "http://",
    1e300,
    -0,
    "Point(1 2)",
    "t1",
    "{}",
    "\u0000",
  ),
  fc.record({ "@id": fc.string(), "@type": fc.constantFrom("Event", "Place", "") }),
)

test.each(jsonSamples)(
  "$name with any value in place of another ends in events or in a failure with a code",
  async ({ name, value }) => {
    const paths = pathsIn(value)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(paths.length - 1), odd), { minLength: 1, maxLength: 3 }),
        async puts => {
          let changed = value
          for (const [at, put] of puts) {
            const current = new Set(pathsIn(changed).map(path => path.join("\n")))
            if (current.has(paths[at]!.join("\n"))) changed = withValue(changed, paths[at]!, put)
          }
          expect(await endsWell(encode(JSON.stringify(changed)), name)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  },
)

const read = (value: unknown) => load({ text: JSON.stringify(value), name: "a.json" })

test("records under their ids are events, and so are lists under years", async () => {
  const map = {
    meta: { title: "T" },
    cases: { a1: { name: "x", date: "2016-11-15" }, a2: { name: "y", date: "2016-11-16" } },
  }
  const named = await read(map)
  expect(named.document.events.map(({ id, when }) => [id, when])).toEqual([
    ["a1", "2016-11-15"],
    ["a2", "2016-11-16"],
  ])
  const lists = {
    2015: [{ name: "x", date: "2015-11-15" }],
    2016: [{ name: "y", date: "2016-11-16" }, { name: "z" }, 7],
  }
  const { document, problems, read: total, leftOut } = await read(lists)
  expect([document.events.map(({ when }) => when), total, leftOut]).toEqual([
    ["2015-11-15", "2016-11-16", null],
    4,
    1,
  ])
  expect(problems.map(({ code, where }) => [code, where.pointer])).toEqual([["not-an-object", "/2016/2"]])
})

test.each([
  ["alone in a file", { headline: "x", date: "2016-11-15", note: 1 }],
  [
    "in what wraps each record",
    { data: [{ id: 1, type: "case", attributes: { headline: "x", date: "2016-11-15" } }] },
  ],
  [
    "in the edges of a graph",
    { data: { all: { edges: [{ node: { headline: "x", date: "2016-11-15" } }] } } },
  ],
])("an event %s is read", async (_, value) => {
  const { document } = await read(value)
  expect(document.events.map(({ when, title }) => [when, title["und"]])).toEqual([["2016-11-15", "x"]])
})

test("what has no title is called after the first text that tells it from others", async () => {
  const features = ["Siege of Catechna", "Assault on a fort"].map((Engagement, i) => ({
    type: "Feature",
    properties: { Scale: "Minor Battle", Engagement, Date: `0${i + 7}APR1712` },
    geometry: null,
  }))
  const { document } = await read({ type: "FeatureCollection", features })
  expect(document.events.map(({ when, title }) => [when, title["und"]])).toEqual([
    ["1712-04-07", "Siege of Catechna"],
    ["1712-04-08", "Assault on a fort"],
  ])
})

test.each([
  ["seconds since 1970", "time", 1_479_202_200, "2016-11-15T09:30:00Z"],
  ["milliseconds since 1970", "timestamp", 1_479_202_200_000, "2016-11-15T09:30:00Z"],
  ["milliseconds before 1970", "start", -631_152_000_000, "1950-01-01"],
  ["a year of three digits", "start", 476, "0476"],
  ["a year before our era", "start", -500, "-0500"],
  ["text under a name that says little", "occurredAt", "2016-11-15T09:30:00Z", "2016-11-15T09:30:00Z"],
])("a date kept as %s is read", async (_, key, value, when) => {
  const { document } = await read([
    { name: "x", [key]: value },
    { name: "y", [key]: value },
  ])
  expect(document.events.map(event => event.when)).toEqual([when, when])
})

test("lines of any objects are events, those that break off named by their number", async () => {
  const text =
    '{"headline":"x","date":"2016-11-15"}\n{"headline":"y","da\n[1]\n{"headline":"z","date":"2016-11-17"}'
  const { document, problems, read: total, leftOut } = await load({ text, name: "a.jsonl" })
  expect([document.events.map(({ when }) => when), total, leftOut]).toEqual([
    ["2016-11-15", "2016-11-17"],
    4,
    2,
  ])
  expect(problems.map(({ code, where }) => [code, where.line])).toEqual([
    ["bad-json", 2],
    ["not-an-object", 3],
  ])
})

test("an event of schema.org that is to come is planned, one that has been is not", async () => {
  const events = ["2016-11-15", "9000-01-01"].map(startDate => ({
    "@type": "Event",
    name: startDate,
    startDate,
  }))
  const { document } = await read({ "@context": "https://schema.org", "@graph": events })
  expect(document.events.map(({ status }) => status)).toEqual(["occurred", "planned"])
})

test("dates of Wikidata are as exact as their precision says, and astronomical", async () => {
  const { wikidataDate } = await import("../../src/formats/trees/wikidataDates.ts")
  const cases: readonly (readonly [
    text: string,
    precision: number | null,
    edtf: string | null,
    isHistorical?: true,
  ])[] = [
    ["-0066-01-01T00:00:00Z", null, "-0066"],
    ["-0067-08-02T00:00:00Z", 11, "-0066-08-02", true],
    ["+1541-00-00T00:00:00Z", 9, "1541"],
    ["1916-07-01T00:00:00Z", 10, "1916-07"],
    ["1985-01-01T00:00:00Z", 8, "198X"],
    ["-0485-01-01T00:00:00Z", 8, "-048X"],
    ["1801-01-01T00:00:00Z", 7, "18XX"],
    ["1900-01-01T00:00:00Z", 7, "18XX"],
    ["-0450-01-01T00:00:00Z", 7, "-04XX"],
    ["2000-01-01T00:00:00Z", 6, "1XXX"],
    ["-13798000000-00-00T00:00:00Z", 3, "Y-13798000000S5"],
    ["2016-11-15T09:30:00Z", 11, "2016-11-15T09:30:00Z"],
    ["soon", null, null],
  ]
  for (const [text, precision, edtf, isHistorical] of cases)
    expect([text, wikidataDate(text, precision, isHistorical)]).toEqual([text, edtf])
})

test.each([
  // The day after which the calendar was changed, a day of antiquity, a leap day of the Julian calendar alone.
  ["+1582-10-05T00:00:00Z", "1582-10-15"],
  ["-0044-03-15T00:00:00Z", "-0043-03-13"],
  ["+1500-02-29T00:00:00Z", "1500-03-10"],
])("the Julian day %s of an item of Wikidata is %s", async (time, when) => {
  const value = { time, precision: 11, calendarmodel: "http://www.wikidata.org/entity/Q1985786" }
  const claims = { P585: [{ mainsnak: { snaktype: "value", datavalue: { value } }, rank: "normal" }] }
  const { document } = await read({ entities: { Q1: { id: "Q1", labels: {}, claims } } })
  expect(document.events.map(event => event.when)).toEqual([when])
})

test("what is written as JSON-LD is read back with its titles, days, places and languages", async () => {
  const { jsonldWriter } = await import("../../src/write/jsonld.ts")
  const report = readFileSync(new URL("../../data/report/report.json", import.meta.url))
  const { document } = await load({ file: new File([Uint8Array.from(report)], "report.json") })
  let text = ""
  for await (const part of jsonldWriter.write(document)) text += String(part)
  const back = await load({ text, name: "report.jsonld" })
  expect([back.problems, back.format, back.document.title]).toEqual([[], "json-ld", document.title])
  const shown = ({ events, places, actors }: typeof document) =>
    events.map(({ id, title, when, places: where, actors: who }) => ({
      ...{ id, title, days: when?.match(/\d{4}-\d{2}-\d{2}/g) ?? [] },
      places: where.map(place => [places.get(place.id)!.name, places.get(place.id)!.point]),
      actors: who.map(actor => actors.get(actor.id)!.name),
    }))
  expect(shown(back.document)).toEqual(shown(document))
})

/** A page that tells an event in the attributes of its elements. */
const elements = (item: (type: string) => string, property: string) =>
  `<!doctype html><section ${item("DanceEvent")}><h2 ${property}="name">Dabke</h2>
    <time ${property}="startDate" datetime="2016-11-15T19:00">at seven</time>
    <p ${property}="location" ${item("Place")}><b ${property}="name">Hall</b>
      <i ${property}="address" ${item("PostalAddress")}><meta ${property}="addressCountry" content="LB"></i></p>
    <p ${property}="organizer" ${item("Person")}><b ${property}="name">Rima</b></p></section>`

test("an event is the same in a script of a page, in its microdata and in its RDFa", async () => {
  const json = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "DanceEvent",
    name: "Dabke",
    startDate: "2016-11-15T19:00",
    location: { "@type": "Place", name: "Hall", address: { "@type": "PostalAddress", addressCountry: "LB" } },
    organizer: { "@type": "Person", name: "Rima" },
  })
  const pages = [
    `<!doctype html><script type="application/ld+json">${json}</script>`,
    elements(type => `itemscope itemtype="https://schema.org/${type}"`, "itemprop"),
    elements(type => `vocab="https://schema.org" typeof="${type}"`, "property"),
  ]
  const read = await Promise.all(pages.map(async text => (await load({ text, name: "a.html" })).document))
  expect(read[0]!.events).toMatchObject([
    { when: "2016-11-15T19:00", type: "DanceEvent", actors: [{ id: "Rima", role: "organizer" }] },
  ])
  expect(read.map(({ events, places, actors }) => ({ events, places, actors }))).toEqual(
    pages.map(() => ({ events: read[0]!.events, places: read[0]!.places, actors: read[0]!.actors })),
  )
})

test("an item that goes on in itself is read once", async () => {
  const text = `<div itemscope itemtype="https://schema.org/Event" id="a" itemref="a b"><b itemprop="name">x</b></div>
    <p id="b" itemprop="subEvent" itemscope itemtype="https://schema.org/Event" itemref="b"><i itemprop="name">y</i></p>`
  const { document } = await load({ text, name: "" })
  expect(document.events.map(({ title }) => title)).toEqual([{ und: "x" }, { und: "y" }])
})

test("an event without a page of its own is no whole of others", async () => {
  const { document } = await read({
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "Event", "@id": "https://a.example/1", name: "a", startDate: "2016" },
      { "@type": "Event", name: "b", startDate: "2017", url: "https://a.example/2" },
    ],
  })
  expect(document.events.map(({ links }) => links)).toEqual([[], []])
})

test("what is repeated each year from 29 February is in leap years alone", async () => {
  const lines = ["DTSTART;VALUE=DATE:20200229", "RRULE:FREQ=YEARLY;COUNT=3", "SUMMARY:x", "UID:x"]
  const text = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n")
  const { document } = await load({ text, name: "a.ics" })
  expect(document.events.map(({ when }) => when)).toEqual(["2020-02-29", "2024-02-29", "2028-02-29"])
})
