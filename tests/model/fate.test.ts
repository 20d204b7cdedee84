import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { fatesOf } from "../../src/model/fate.ts"
import { load } from "../../src/load/load.ts"

/** What became of what, by its pointer in a document of these events. */
function fates(...events: readonly unknown[]) {
  const { problems } = checkDocument({ events, actors: { lima: 7 } })
  const said = fatesOf(problems)
  return problems.map(({ where }, i) => `${where.pointer}: ${said[i]}`)
}

test("a date that cannot be read is a value that was left out, though its event is shown", () => {
  expect(fates({ title: "A", when: "soon" })).toContain("/events/0/when: value")
  expect(fates({ title: "A", start: "soon", end: "2016" })).toContain("/events/0/start: value")
  expect(fates({ title: "A", start: "2016", end: "2015" })).toContain("/events/0/end: value")
})

test("what fell back to something that stands for it was mended", () => {
  expect(fates({ title: "A", status: "odd" })).toContain("/events/0/status: mended")
  expect(fates({ title: 7 })).toContain("/events/0/title: mended")
})

test("of an event that is not shown no value is called left out of it", () => {
  expect(fates({ when: "soon" }, 7, { title: "B", media: [7] })).toEqual([
    "/actors/lima: value",
    "/events/0/when: event",
    "/events/0: event",
    "/events/1: event",
    "/events/2/media/0: value",
  ])
})

test.each([
  ["title,date\na,2016\n,soon\n", "x.csv", ["event", "event"]],
  ["title,date\na,2016,beyond\n", "x.csv", ["value"]],
  ['{"title":"a","when":"2016"}\n{oops\n7\n', "x.jsonl", ["event", "event"]],
  ['[{"title":"a","when":"2016"},{"title" 7}]', "x.json", ["event"]],
])("of the table, the lines or the list %j became what is said", async (text, name, expected) => {
  const { problems } = await load({ file: new File([text], name) })
  expect(fatesOf(problems)).toEqual(expected)
})
