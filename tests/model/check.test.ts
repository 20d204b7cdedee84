import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"

const idsOf = (input: unknown) => checkDocument(input).document.events.map(event => event.id)
const titleIn = (lang?: string) => checkDocument({ lang, events: [{ title: "x" }] }).document.events[0]!.title

test("a bare list of short events is a document, and its names are added as they are used", () => {
  const { document, problems, read, leftOut } = checkDocument([
    { when: "2016-10-15", title: "Meeting", actors: ["Lavrov", "Kerry"] },
  ])
  expect([...document.actors.keys()]).toEqual(["Lavrov", "Kerry"])
  expect(document.events[0]).toMatchObject({
    when: "2016-10-15",
    title: { und: "Meeting" },
    status: "occurred",
  })
  expect([problems, read, leftOut]).toEqual([[], 1, 0])
})

test("a name that differs only in case, marks or Arabic letter forms is the one declared", () => {
  const { document } = checkDocument({
    actors: { lavrov: { name: { en: "Sergei Lavrov", ar: "سيرغي لافروف" } } },
    places: { idlib: { name: { ar: "إدلب" } } },
    events: [{ title: "x", actors: ["سيرغي لاڤروف", "SERGEI LAVROV", "lavrov"], places: ["ادلب"] }],
  })
  expect(document.events[0]!.actors).toEqual([{ id: "lavrov", role: null }])
  expect(document.events[0]!.places).toEqual([{ id: "idlib", role: "venue" }])
})

test("a name that two declared actors share is taken for neither", () => {
  const { document } = checkDocument({
    actors: { a: { name: "Sergei" }, b: { name: "Sergei" } },
    events: [{ title: "x", actors: ["Sergei"] }],
  })
  expect([...document.actors.keys()]).toEqual(["a", "b", "Sergei"])
})

test("an event keeps its derived id when the file, its actors or its languages are put in another order", () => {
  const events = [
    { when: "2016-10-15", title: { en: "Meeting", ar: "لقاء" }, actors: ["Lavrov", "Kerry"] },
    { when: "2016-11-15", title: "Strikes" },
    { title: "Undated" },
  ]
  const shuffled = [
    events[2]!,
    { actors: ["Kerry", "Lavrov"], title: { ar: "لقاء", en: "Meeting" }, when: "2016-10-15" },
    events[1]!,
  ]
  expect(idsOf(shuffled).toSorted()).toEqual(idsOf(events).toSorted())
})

test("two events that say the same are both kept, and the second gets a number", () => {
  const { document, problems } = checkDocument([{ title: "Twice" }, { title: "Twice" }])
  const [first, second] = document.events
  expect(second!.id).toBe(`${first!.id}-2`)
  expect(problems.map(problem => [problem.code, problem.where.pointer])).toEqual([["repeated-event", "/1"]])
})

test("an id that stands in the file is never given to another event", () => {
  const { document } = checkDocument([
    { id: "a", title: "1" },
    { id: "a", title: "2" },
    { id: "a-2", title: "3" },
  ])
  expect(document.events.map(event => event.id)).toEqual(["a", "a-3", "a-2"])
})

test.each([
  [{ start: "2016-10-15", end: "2016-11-23" }, "2016-10-15/2016-11-23"],
  [{ start: "2016-10-15", end: "" }, "2016-10-15"],
  [{ start: "2016-10-15", end: "2016-10-15" }, "2016-10-15"],
  [{ start: "2016-10-15", end: ".." }, "2016-10-15/.."],
  [{ start: "", end: "2016-11-23" }, "/2016-11-23"],
  [{ start: "", end: "" }, null],
])("start and end %j are one date: %s", (dates, when) => {
  const { document, problems } = checkDocument([{ title: "x", ...dates }])
  expect([document.events[0]!.when, problems]).toEqual([when, []])
})

test("an event became known with the earliest of its sources, unless it says otherwise", () => {
  const { document } = checkDocument({
    sources: {
      late: { title: "L", published: "2016-11-18" },
      early: { title: "E", published: "2016-11-17" },
    },
    events: [
      { title: "1", sources: ["late", "early"] },
      { title: "2", sources: ["late"], reported: "2016-11-16" },
      { title: "3" },
    ],
  })
  expect(document.events.map(event => event.reported)).toEqual(["2016-11-17", "2016-11-16", null])
})

test("plain strings stand under the document's language, or under none", () => {
  expect([titleIn("ar"), titleIn("AR_sy"), titleIn()]).toEqual([{ ar: "x" }, { "ar-SY": "x" }, { und: "x" }])
})

test("nothing in place of a field is the same as no field", () => {
  const { document, problems } = checkDocument([
    { title: "x", when: null, actors: null, media: null, status: null },
  ])
  expect([document.events[0]!.when, document.events[0]!.status, problems]).toEqual([null, "occurred", []])
})

test("events may be a map from id to event, and one event alone is a document", () => {
  expect(idsOf({ events: { a: { title: "x" } } })).toEqual(["a"])
  expect(checkDocument({ when: "2016", title: "x" }).document.events.length).toBe(1)
})

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  " data:text/html,x",
  "//a.b/c",
  "x.jpg",
])("the address %j is dropped from actors and media", url => {
  const { document } = checkDocument({
    actors: { a: { name: "A", url } },
    events: [{ title: "x", media: [{ url }] }],
  })
  expect([document.actors.get("a")!.url, document.events[0]!.media]).toEqual([null, []])
})

test("one fault in a reference does not cost the entry that comes after it", () => {
  const media = [
    { caption: 7 },
    { url: "https://example.org/a.jpg", alt: true },
    { url: "https://example.org/b.jpg" },
  ]
  const { document, problems } = checkDocument([{ title: "x", media }])
  expect(document.events[0]!.media.map(item => item.url)).toEqual([
    "https://example.org/a.jpg",
    "https://example.org/b.jpg",
  ])
  expect(problems.map(problem => problem.where.pointer)).toContain("/0/media/1/alt")
})
