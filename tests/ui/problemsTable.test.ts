import Papa from "papaparse"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import type { LoadSource } from "../../src/load/source.ts"
import { fatesOf } from "../../src/model/fate.ts"
import { writeProblems } from "../../src/ui/problemsTable.ts"
import { problemWords } from "../../src/ui/useProblemWords.ts"
import { loadReadingWords } from "../../src/words/reading.ts"
import { row, workbook } from "../formats/workbook.ts"

const PLACE = ["file", "line", "row", "column", "pointer"]

/** The table of what was wrong with a file, its rows as the places in them, what was found and what became of it. */
async function saved(source: LoadSource) {
  const { problems } = await load(source)
  const { fateOfOne } = await loadReadingWords("en", String)
  const text = writeProblems(problems, fatesOf(problems), problemWords(null), fateOfOne)
  const [header, ...rows] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data
  const cell = (cells: readonly string[], name: string) => cells[header!.indexOf(name)]!
  return rows.map(cells => [...PLACE, "found", "outcome"].map(name => cell(cells, name)).join("|"))
}

const file = (text: string | Uint8Array<ArrayBuffer>, name: string) => new File([text], name)
const LOST = "value left out, its event is shown"

test("of a table every fault of a cell has its row and its column", async () => {
  const text = [
    "Title;Date;End;Reported;Status;Lat;Lon",
    "a;soon;;;;;",
    "b;2016-05-02;2016-04-01;;;;",
    "c;2016-05-02;later;;;;",
    "d;2016-05-02;;tomorrow;;;",
    "e;2016-05-02;;;odd;99;500",
  ].join("\n")
  const found = (await saved({ file: file(text, "x.csv") })).map(line =>
    line.split("|").slice(2, 4).join(" "),
  )
  expect(found.toSorted()).toEqual(["2 Date", "3 End", "4 End", "5 Reported", "6 Lat", "6 Status"])
})

test("a workbook has the rows and columns that a spreadsheet shows", async () => {
  const rows = row(1, "Title", "Date") + row(4, "a", "Octember 5th 2016") + row(9, "b", "2016-11-15")
  expect(await saved({ file: file(workbook({ Events: rows }), "x.xlsx") })).toEqual([
    `||4|Date|/when|Octember 5th 2016|${LOST}`,
  ])
})

test("a column without a name has its number", async () => {
  const { problems } = await load({
    file: file("Title,\na,2016-05-02\nb,2016-05-03\nc,2016-05-04\nd,2016-05-05\ne,soon\n", "x.csv"),
  })
  expect(problems.map(({ where }) => where)).toEqual([{ row: 6, column: "2", pointer: "/when" }])
})

test("in JSON a pointer leads to the value as the file calls it", async () => {
  const native = JSON.stringify({ events: [{ title: "a", when: "soon" }] })
  expect(await saved({ file: file(native, "x.json") })).toEqual([`||||/events/0/when|soon|${LOST}`])
  const foreign = JSON.stringify([
    { name: "a", time: { date: "2016-05-02" } },
    { name: "b", time: { date: "soon" } },
  ])
  expect(await saved({ file: file(foreign, "x.json") })).toEqual([`||||/1/time/date|soon|${LOST}`])
  const features = JSON.stringify({
    type: "FeatureCollection",
    features: ["2016-05-02", "soon"].map(date => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [1, 2] },
      properties: { name: "a", date },
    })),
  })
  expect(await saved({ file: file(features, "x.geojson") })).toEqual([
    `||||/features/1/properties/date|soon|${LOST}`,
  ])
})

test("of lines each fault has its line", async () => {
  const lines = '{"name":"a","date":"2016-05-02"}\n{"name":"b","date":"soon"}\n{oops\n'
  expect(await saved({ file: file(lines, "x.jsonl") })).toEqual([
    "|3||2||oops|left out and not shown",
    `|2|||/date|soon|${LOST}`,
  ])
})

const entry = (...lines: readonly string[]) => ["BEGIN:VEVENT", "SUMMARY:a", ...lines, "END:VEVENT"]

test("a calendar's dates stand as they are written, in their own lines", async () => {
  const text = [
    "BEGIN:VCALENDAR",
    ...entry("DTSTART:20160230"),
    ...entry("DTSTART:20160202", "DTEND:later"),
    ...entry("DTSTART:20160203", "DTEND:20160101"),
    "END:VCALENDAR",
  ].join("\r\n")
  expect(await saved({ file: file(text, "x.ics") })).toEqual([
    `|4||||DTSTART:20160230|${LOST}`,
    `|9||||DTEND:later|${LOST}`,
    `|14||||DTEND:20160101|${LOST}`,
  ])
})

test("of several files each fault says in which, also one of the file's own form", async () => {
  const files = [file("Title,Date\na,2016\n", "a.csv"), file('Title,Date\nb,soon\nc,"2016\n', "b.csv")]
  expect(await saved({ files })).toEqual([
    'b.csv||3|||c,"2016|guessed or mended',
    `b.csv||2|Date|/when|soon|${LOST}`,
    `b.csv||3|Date|/when|"2016|${LOST}`,
  ])
})
