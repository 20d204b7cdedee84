import * as fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { FIELDS, letterOf, readMapping, writeMapping, type ReadOptions } from "../../src/formats/mapping.ts"
import { ENCODINGS } from "../../src/formats/tabular/encodings.ts"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"

const read = (text: string | Uint8Array<ArrayBuffer>, map?: string) =>
  load({ file: new File([text], "events.csv") }, { map })
const doubts = async (text: string | Uint8Array<ArrayBuffer>, map?: string) =>
  (await read(text, map)).shape!.doubts

describe("the short form of what was chosen by hand", () => {
  it("says all of it", () => {
    const options: fc.Arbitrary<ReadOptions> = fc.record(
      {
        // A column that is left alone is known by the one after it.
        columns: fc
          .tuple(
            fc.array(fc.constantFrom(...FIELDS, null), { maxLength: 60 }),
            fc.constantFrom("title" as const, "when" as const),
          )
          .map(([columns, last]) => [...columns, last]),
        order: fc.constantFrom("dmy" as const, "mdy" as const),
        encoding: fc.constantFrom(...ENCODINGS),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(options, chosen => {
        expect(readMapping(writeMapping(chosen))).toEqual(chosen)
      }),
    )
  })

  it.each([
    ["A:title,c:when", { columns: ["title", null, "when"] }],
    ["mdy", { order: "mdy" }],
    ["Windows-1256", { encoding: "windows-1256" }],
    ["B:title, dmy", { columns: [null, "title"], order: "dmy" }],
    ["1:title,A:colour,A,:,utf-7,AAAA:title,constructor:title", {}],
    ["", {}],
  ])("%s is read as far as it means something", (text, chosen) => {
    expect(readMapping(text)).toEqual(chosen)
  })

  it("can be any text", () => {
    fc.assert(fc.property(fc.string(), text => typeof writeMapping(readMapping(text)) === "string"))
  })

  it("names columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  })
})

describe("a table read as its reader chose", () => {
  const TABLE = "a,b,c,d\nTalks,3/4/2016,Kerry,Geneva\nStrike,5/6/2016,Navy,Idlib\n"

  it("has the columns that were chosen, and no others", async () => {
    const { document } = await read(TABLE, "A:title,B:when,C:actor,dmy")
    expect(document.events.map(({ title, when, actors, places }) => [title, when, actors, places])).toEqual([
      [{ und: "Talks" }, "2016-04-03", [{ id: "Kerry", role: null }], []],
      [{ und: "Strike" }, "2016-06-05", [{ id: "Navy", role: null }], []],
    ])
  })

  it("has the order of day and month that was chosen, and nothing is guessed", async () => {
    const { document, problems } = await read("title,date\nTalks,3/4/2016\n", "mdy")
    expect([document.events[0].when, problems]).toEqual(["2016-03-04", []])
  })

  it("has the letters of the encoding that was chosen", async () => {
    const bytes = Uint8Array.from([...Buffer.from("title,date\n"), 0xe9, 0xe8, ...Buffer.from(",2016\n")])
    const title = async (map: string) => (await read(bytes, map)).document.events[0].title
    expect(await title("windows-1252")).toEqual({ und: "éè" })
    expect(await title("windows-1251")).toEqual({ und: "йи" })
  })

  it("is told what it was taken for, with rows and bytes to choose by", async () => {
    const { shape } = await read("title,date\nTalks,3/4/2016\n")
    expect(shape).toMatchObject({
      header: ["title", "date"],
      rows: [["Talks", "3/4/2016"]],
      mapping: { columns: ["title", "when"], order: "dmy" },
      encoding: "utf-8",
    })
    expect(new TextDecoder().decode(shape!.head!)).toContain("Talks,3/4/2016")
  })

  it("is told it too where nothing in it is known", async () => {
    const failure: unknown = await read("a,b\n1,2\n").catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(LoadFailure)
    expect((failure as LoadFailure).shape).toMatchObject({ header: ["a", "b"], rows: [["1", "2"]] })
  })
})

test.each([
  ["title,date\nx,2016-11-15\n", []],
  ["title,who\nx,y\n", ["no-date"]],
  ["a,date\nx,2016\n", ["no-title"]],
  ["title,date\nx,3/4/2016\n", ["order"]],
  ["title,when was it\nx,15 November 2016\n", []],
  ["title,opened,closed\nx,2016-11-15,2016-11-16\n", ["several-dates"]],
  ["title,date,event date\nx,2016-11-15,2016-11-16\n", ["several-dates"]],
  ["title,date,edited\nx,2016-11-15,2016-11-16\n", []],
  ["title,date,published\nx,2016-11-15,2016-11-16\n", []],
  ["title,year,page\nx,2016,17\n", []],
])("of the table %j is doubted %j", async (text, expected) => {
  expect(await doubts(text)).toEqual(expected)
})

test("a choice settles what was doubted", async () => {
  expect(await doubts("title,date\nx,3/4/2016\n", "mdy")).toEqual([])
  expect(await doubts("title,opened,closed\nx,2016-11-15,2016-11-16\n", "A:title,C:when")).toEqual([])
})

/** A table whose one title is these bytes. */
const table = (...letters: readonly number[]) =>
  Uint8Array.from([...Buffer.from("title,date\n"), ...letters, ...Buffer.from(",2016\n")])

test("an encoding of which there are no words is doubted, one with words is not", async () => {
  expect(await doubts(table(0x80, 0xa5))).toEqual(["encoding"])
  expect(await doubts(table(0xed, 0xe6, 0xe3, 0x20, 0xcd, 0xe1, 0xc8, 0x20, 0xdd, 0xed))).toEqual([])
  expect(await doubts(table(0xf3, 0xe4, 0xe0, 0xf0, 0x20, 0xe3, 0xee, 0xf0, 0xee, 0xe4))).toEqual([])
})
