import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import type { ReadDocument } from "../../src/model/document.ts"
import { EXPECTED } from "../../src/model/faults.ts"

// Parsed here and not imported, so that "__proto__" is a field of its own as it is in a file from outside.
const text = readFileSync(new URL("samples/faulty.json", import.meta.url), "utf8")
const { document, problems, read, leftOut } = checkDocument(JSON.parse(text))

const faultsOf = (result: ReadDocument) =>
  result.problems.map(({ where, code, severity }) => `${where.pointer} ${code} ${severity}`)
const eventOf = (id: string) => document.events.find(event => event.id === id)!

test("a file with more than twenty kinds of fault names each by its pointer", () => {
  expect(faultsOf({ document, problems, read, leftOut })).toEqual([
    "/evnts unknown-field left-out",
    "/dateline unknown-version repaired",
    "/actors/lavrov/url bad-url left-out",
    "/actors/lavrov/name/ar number-as-text repaired",
    "/actors/nameless/name missing left-out",
    "/places/lima/point/1 bad-point left-out",
    "/places/peru/precision unknown-precision left-out",
    "/sources/report/published bad-date left-out",
    "/actors/lavrov/partOf unknown-actor repaired",
    "/actors/ministry/partOf cycle repaired",
    "/title/not a tag! bad-language left-out",
    "/periods/0/when missing left-out",
    "/views/0/id missing repaired",
    "/types/meeting/colour bad-colour left-out",
    "/events/1 not-an-object left-out",
    "/events/2 empty-event left-out",
    "/events/3/when bad-date repaired",
    "/events/4/status unknown-status repaired",
    "/events/5/actors/3 not-a-reference left-out",
    "/events/5/actors/2/id missing left-out",
    "/events/5/actors/1 not-a-reference left-out",
    "/events/6/places/0/role unknown-role repaired",
    "/events/7/tags not-a-list repaired",
    "/events/8/when number-as-text repaired",
    "/events/9/media/0/url bad-url left-out",
    "/events/10/figures/killed not-a-figure left-out",
    "/events/11/links/0/rel unknown-relation left-out",
    "/events/12/sources/1 unknown-source repaired",
    "/events/13/confidence/when unknown-confidence left-out",
    "/events/14/end bad-date repaired",
    "/events/15/start two-dates repaired",
    "/events/17/asOf bad-date left-out",
    "/events/16/id repeated-id repaired",
    "/events/11/links/1/event unknown-event left-out",
  ])
})

test("only what is no event at all is left out, and it is counted", () => {
  expect([read, document.events.length, leftOut]).toEqual([18, 16, 2])
})

test("an event whose date cannot be read stays, undated", () => {
  expect(eventOf("undated").when).toBe(null)
})

test("of a date in words is said which dates are understood, of one that is nearly right which part is not", () => {
  const fault = problems.find(problem => problem.where.pointer === "/events/3/when")
  expect(fault).toMatchObject({ found: "15 October 2016", expected: EXPECTED["bad-date"] })
  const [near] = checkDocument([{ title: "x", when: "2016-13-05" }]).problems
  expect(near?.expected).toBe("a month 01 to 12 or a season 21 to 41 in place of “13-05”")
})

test("one bad entry of a list costs no other", () => {
  expect(eventOf("actors").actors.map(actor => actor.id)).toEqual(["lavrov", "Kerry"])
  expect(eventOf("media").media.map(media => media.url)).toEqual(["https://example.org/a.jpg"])
  expect(eventOf("figures").figures).toEqual({ wounded: { low: null, best: 3, high: null, unit: null } })
})

test("a place with a role that is not known keeps its place", () => {
  expect(eventOf("places").places).toEqual([{ id: "lima", role: "venue" }])
})

test("years as numbers and single words in place of lists are understood", () => {
  expect([eventOf("year").when, eventOf("single").tags]).toEqual(["1917", ["one"]])
})

test("a stretch that runs backwards keeps its start", () => {
  expect(eventOf("backwards").when).toBe("2016-11-20")
})

test("a circle of wholes and parts is opened at one place", () => {
  expect([document.actors.get("russia")?.partOf, document.actors.get("ministry")?.partOf]).toEqual([
    ["ministry"],
    [],
  ])
})

test("no address but http, https and mailto survives, and no colour that is more than a colour", () => {
  expect([document.actors.get("lavrov")?.url, document.types.get("meeting")?.colour]).toEqual([null, null])
})

test("an actor named like a part of the engine is an actor like any other", () => {
  expect(document.actors.get("__proto__")?.name).toEqual({ en: "Proto" })
  expect(Object.prototype).not.toHaveProperty("name")
})

test.each([
  ["text", "hello"],
  ["nothing", null],
  ["a number", 7],
])("%s in place of a document is fatal and says so", (_, input) => {
  const result = checkDocument(input)
  expect([result.problems[0]!.severity, result.problems[0]!.code]).toEqual(["fatal", "not-a-document"])
})

test("an object without events is no document, one with an empty list is an empty one", () => {
  expect(faultsOf(checkDocument({ title: "x" }))).toEqual(["/events no-events fatal"])
  expect(faultsOf(checkDocument({ events: [] }))).toEqual([])
})

test("a file whose every event is wrong lists the first faults and counts the rest", () => {
  const result = checkDocument(Array.from({ length: 12_000 }, () => 7))
  expect([result.problems.length, result.problems.at(-1)!.found, result.leftOut]).toEqual([
    10_001,
    "2000 more",
    12_000,
  ])
})
