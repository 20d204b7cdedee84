import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { dateline, folder } from "./command.ts"

const REPORT = "data/report/report.json"
const files = folder()
const read = (name: string) => readFileSync(files.path(name), "utf8")
const documentIn = (text: string) => checkDocument(JSON.parse(text)).document

test("a document goes through JSON Lines and comes back the same", async () => {
  expect(await dateline(["convert", REPORT, "-o", files.path("a.jsonl")])).toEqual({
    code: 0,
    out: "",
    err: `${files.path("a.jsonl")}: 14 events\n`,
  })
  await dateline(["convert", files.path("a.jsonl"), "-o", files.path("b.json")])
  expect(documentIn(read("b.json"))).toEqual(documentIn(readFileSync(REPORT, "utf8")))
})

test("standard output takes the kind that is named", async () => {
  const { out, err } = await dateline(["convert", "-", "-o", "-", "--to", "json"], {
    input: "title,date\nOne,2016-10-15\n",
  })
  expect([documentIn(out).events.map(({ when, title }) => [when, title]), err]).toEqual([
    [["2016-10-15", { und: "One" }]],
    "",
  ])
})

test.each([
  ["csv", "report.csv"],
  ["ical", "report.ics"],
  ["parquet", "report.parquet"],
])("%s is written, opens again with the same events, and what it cannot hold is said", async (kind, name) => {
  const { code, err } = await dateline(["convert", REPORT, "-o", files.path(name), "--lang", "ar"])
  expect([code, err]).toEqual([0, expect.stringContaining(`Not in ${kind}: links between events`)])
  await dateline(["convert", files.path(name), "-o", files.path(`${name}.json`)])
  expect(
    documentIn(read(`${name}.json`)).events.map(({ id, title }) => [id, Object.values(title)[0]]),
  ).toEqual(documentIn(readFileSync(REPORT, "utf8")).events.map(({ id, title }) => [id, title["ar"]]))
})

test("JSON-LD says dates in words where schema.org cannot, in the language asked for", async () => {
  const { out } = await dateline(["convert", REPORT, "-o", "-", "--to", "jsonld", "--lang", "ar"])
  expect(JSON.parse(out)).toMatchObject({ "@type": "ItemList", numberOfItems: 14 })
  expect(out).toContain("تشرين الثاني")
})

test("what was there stays where the new file cannot be made", async () => {
  const kept = files.file("kept.json", "before")
  expect((await dateline(["convert", "nowhere.csv", "-o", kept])).code).toBe(2)
  expect(read("kept.json")).toBe("before")
  const { code, err } = await dateline(["convert", REPORT, "-o", files.path("no/such/folder.json")])
  expect([code, err]).toEqual([2, expect.stringContaining("could not be written")])
  expect(existsSync(files.path("no"))).toBe(false)
})

test.each([
  [[REPORT], "needs -o"],
  [[REPORT, "-o", "x.docx"], "no kind of file"],
  [[REPORT, "-o", "-"], "--to"],
])("%j is refused with what to do instead", async (args, words) => {
  const { code, err } = await dateline(["convert", ...args])
  expect([code, err]).toEqual([2, expect.stringContaining(words)])
})
