import * as fc from "fast-check"
import { expect, it, test } from "vitest"
import { dateStyleOf, serialText } from "../../src/formats/tabular/serials.ts"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"
import { row, workbook } from "./workbook.ts"

const read = (bytes: Uint8Array<ArrayBuffer>, name = "events.xlsx") => load({ file: new File([bytes], name) })
const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy\\ hh:mm"/></numFmts>
  <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="17"/></cellXfs>`

it("reads the cells of a workbook: shared and inline texts, dates, booleans, errors", async () => {
  const book = workbook(
    {
      Strikes:
        row(1, { v: 0, t: "s" }, "date", "tag", "killed") +
        row(2, { v: 1, t: "s" }, { v: 42_689, s: 1 }, { v: 1, t: "b" }, { v: "#N/A", t: "e" }) +
        row(3, "Two & more", { v: 42_689.5625, s: 2 }, "x", 3) +
        row(4, "Three", { v: 42_675, s: 3 }),
    },
    {
      strings: `<si><t>title</t></si><si><r><t>On</t></r><r><t xml:space="preserve">e</t></r><rPh><t>ruby</t></rPh></si>`,
      styles: STYLES,
    },
  )
  const { document, format, problems } = await read(book)
  expect([format, problems]).toEqual(["xlsx", []])
  expect(
    document.events.map(({ title, when, tags, figures }) => [title["und"], when, tags, figures]),
  ).toEqual([
    ["One", "2016-11-15", ["TRUE"], {}],
    ["Two & more", "2016-11-15T13:30:00", ["x"], { killed: expect.objectContaining({ best: 3 }) }],
    ["Three", "2016-11", [], {}],
  ])
})

it("reads text dates beside date cells, and numbers that no style calls dates", async () => {
  const rows = row(1, "title", "date") + row(2, "a", { v: 42_689, s: 1 }) + row(3, "b", "16 November 2016")
  const { document } = await read(workbook({ A: rows }, { styles: STYLES }))
  expect(document.events.map(({ when }) => when)).toEqual(["2016-11-15", "2016-11-16"])
  const plain = row(1, "title", "date") + row(2, "a", 42_689) + row(3, "b", 42_690)
  expect((await read(workbook({ A: plain }))).document.events.map(({ when }) => when)).toEqual([
    "2016-11-15",
    "2016-11-16",
  ])
})

it("counts days from 1904 where the workbook does", async () => {
  const rows = row(1, "title", "date") + row(2, "a", { v: 41_227, s: 1 })
  const book = workbook({ A: rows }, { styles: STYLES, book: `<workbookPr date1904="1"/>` })
  expect((await read(book)).document.events[0].when).toBe("2016-11-15")
})

it("takes the first sheet that is a table of events and names the others", async () => {
  const book = workbook({
    Notes: row(1, "Read me first"),
    Empty: "",
    Events: row(3, "All the strikes") + row(5, "Title\n", "Date of\nevent") + row(6, "a", "2016-11-15"),
    More: row(1, "title", "date") + row(2, "b", "2016-11-16"),
  })
  const { document, problems, read: count } = await read(book)
  expect(document.title).toEqual({ und: "All the strikes" })
  expect(document.events.map(({ title }) => title)).toEqual([{ und: "a" }])
  expect(problems.map(({ code, found }) => [code, found])).toEqual([
    ["other-sheet", "Notes"],
    ["other-sheet", "More"],
  ])
  expect(count).toBe(1)
})

it("passes over empty rows and names rows by their numbers", async () => {
  const rows = row(1, "title", "date") + row(2, "a", "2016") + row(3) + row(500, "b", "soon")
  const { document, problems } = await read(workbook({ A: rows }))
  expect(document.events.length).toBe(2)
  expect(problems).toMatchObject([{ code: "bad-date", where: { row: 500 }, found: "soon" }])
})

it("reads rows and cells that do not say where they stand", async () => {
  const rows = ["title date", "a 2016"].map(
    line =>
      `<row>${line
        .split(" ")
        .map(text => `<c t="str"><v>${text}</v></c>`)
        .join("")}</row>`,
  )
  expect((await read(workbook({ A: rows.join("") }))).document.events[0]).toMatchObject({ when: "2016" })
})

it("is known by its content, whatever it is called", async () => {
  const book = workbook({ A: row(1, "title", "date") + row(2, "a", "2016") })
  expect((await read(book, "download")).format).toBe("xlsx")
})

it("keeps the rows before a sheet breaks off, and says where", async () => {
  const { document, problems } = await read(
    workbook({ A: row(1, "title", "date") + row(2, "a", "2016") + `<row r="3"><c></row>` }),
  )
  expect(document.events.length).toBe(1)
  expect(problems).toMatchObject([{ code: "bad-workbook", where: { row: 3 } }])
})

test.each([
  ["cut off", (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(0, bytes.length / 2), "bad-archive"],
  ["without a workbook in it", () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "bad-archive"],
  ["with empty sheets", () => workbook({ A: "" }), "no-events"],
])("a workbook %s fails as such", async (_, damage, code) => {
  const failure = await read(damage(workbook({ A: row(1, "title", "date") }))).catch(
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(LoadFailure)
  expect((failure as LoadFailure).code).toBe(code)
})

test.each([
  [0, undefined, null],
  [14, undefined, "day"],
  [17, undefined, "month"],
  [164, "yyyy", "year"],
  [164, 'd "de" mmmm', "day"],
  [164, "[$-401]dd mmmm yyyy", "day"],
  [164, '#,##0.00 "dh"', null],
  [164, "0.00E+00", null],
  [164, "[Red]0", null],
  [164, "mmm yy", "month"],
])("the number format %i %s shows a date as precise as %s", (id, code, date) => {
  expect(dateStyleOf(id, code)?.date ?? null).toBe(date)
})

test.each([
  [164, "h:mm AM/PM", 0.625, "15:00"],
  [164, "[h]:mm:ss", 0.5, "12:00"],
  [22, undefined, 42_689.25, "2016-11-15 06:00"],
  [14, undefined, 1, "1900-01-01"],
  [14, undefined, 59, "1900-02-28"],
  [14, undefined, 61, "1900-03-01"],
  [14, undefined, 2_958_465, "9999-12-31"],
  [14, undefined, 2_958_466, null],
  [14, undefined, -1, null],
  [22, undefined, 42_688.999_999_9, "2016-11-15"],
])("the format %i %s shows %d as %s", (id, code, serial, text) => {
  expect(serialText(serial, dateStyleOf(id, code)!, false)).toBe(text)
})

test("a workbook with any bytes changed ends in events or in a failure with a code", async () => {
  const sound = workbook(
    { A: row(1, "title", "date") + row(2, "a", { v: 42_689, s: 1 }) },
    { styles: STYLES },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }),
      async edits => {
        const bytes = sound.slice()
        for (const [at, byte] of edits) bytes[at] = byte
        const result = await read(bytes).then(
          ({ read, leftOut, document }) => document.events.length === read - leftOut,
          (error: unknown) => error instanceof LoadFailure && error.code !== "other",
        )
        expect(result).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})
