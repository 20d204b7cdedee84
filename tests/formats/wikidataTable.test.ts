import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"

const Q = "http://www.wikidata.org/entity/"
const rows = [
  [`${Q}Q1`, "Battle of Zela", "-0066-01-01T00:00:00Z", "Point(35.9 40.3)", "Caesar"],
  [`${Q}Q1`, "Battle of Zela", "-0066-01-01T00:00:00Z", "Point(35.9 40.3)", "Pharnaces, the second"],
  [`${Q}Q2`, "Yalta Conference", "1945-02-04T00:00:00Z", "", "Stalin"],
]
const names = ["item", "itemLabel", "date", "coord", "participantLabel"]
const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const CSV = [names, ...rows].map(row => row.map(quoted).join(",")).join("\r\n")
const TSV = [names, ...rows].map(row => row.join("\t")).join("\n")
/** As the standard has it: addresses in angle brackets, texts in quotes with their language or type. */
const TERMS = [
  names.map(name => `?${name}`),
  ...rows.map(([item, label, date, point, actor]) => [
    ...[`<${item}>`, `"${label}"@en`, `"${date}"^^<http://www.w3.org/2001/XMLSchema#dateTime>`],
    ...[point ? `"${point}"^^<http://www.opengis.net/ont/geosparql#wktLiteral>` : "", `"${actor}"@en`],
  ]),
]
  .map(row => row.join("\t"))
  .join("\n")
const JSON_FLAT = JSON.stringify(
  rows.map(row =>
    Object.fromEntries(names.map((name, i) => [name, row[i]]).filter(([, cell]) => cell !== "")),
  ),
)

const read = (text: string, name: string) => load({ file: new File([text], name) })

test.each([
  ["CSV", CSV, "query.csv"],
  ["TSV", TSV, "query.tsv"],
  ["TSV of terms", TERMS, "query.tsv"],
])("an answer of the query service as %s says what it says in JSON", async (_, text, name) => {
  const table = await read(text, name)
  const flat = await read(JSON_FLAT, "query.json")
  expect([table.format, table.read, table.leftOut]).toEqual(["wikidata", 2, 0])
  expect(table.document.events).toEqual(flat.document.events)
  expect(table.document.events.map(({ id, when }) => [id, when])).toEqual([
    ["Q1", "-0066"],
    ["Q2", "1945-02-04"],
  ])
  expect(table.problems.map(({ code, where }) => [code, where.row])).toEqual([
    ["merged-rows", 1],
    ["lost-precision", 2],
  ])
})

test("columns that were chosen by hand are read as they were chosen", async () => {
  const file = new File([CSV], "query.csv")
  const { document, format } = await load({ file }, { map: "B:title,C:when" })
  expect([format, document.events.length, document.events[2].title]).toEqual([
    "csv",
    3,
    { und: "Yalta Conference" },
  ])
})
