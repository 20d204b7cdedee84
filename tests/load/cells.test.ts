import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { load } from "../../src/load/load.ts"
import { loadTable } from "../../src/load/table.ts"
import type { Problem } from "../../src/model/problem.ts"
import { buildTable } from "../../src/table/build.ts"
import { eventOf } from "../../src/table/event.ts"
import { tableOf } from "../../src/table/parts.ts"
import type { Table } from "../../src/table/table.ts"
import { serving } from "./serving.ts"

/** Everything that a cell of a real file was seen to hold, and what no reader may trip over. */
const odd = fc.constantFrom(
  ...[
    "",
    " ",
    "  padded\t",
    "-",
    "N/A",
    "Unknown",
    "غير معروف",
    "\u00a0hard blank\u00a0",
    "\u3000wide",
    "<b>bold</b>",
  ],
  ...[
    "a & b",
    "AT&amp;T",
    'say "no"',
    "two\nlines",
    "two\r\nlines",
    "O'Hara",
    "ÉCOLE",
    "e\u0301cole",
    "½ way",
    "ﬁne",
  ],
  ...["أحمد", "مُحَمَّد", "عـــربي", "١٢٣", "\ufeffmark", "😀", "a,b", "a;b", "__proto__", "constructor", "?"],
)
const title = fc.oneof(fc.constantFrom("Meeting", "لقاء في لوزان", "Strike on Idlib", "Ünder"), odd)
const day = fc.constantFrom("2016-10-15", "2016-11-17", "2016-02-30", "1999-12-31", "0001-01-01")
const date = fc.oneof(
  { weight: 4, arbitrary: day },
  fc.constantFrom(
    "2016",
    "2016-11",
    "2016~",
    "15/11/2016",
    "15 October 2016",
    "2016-11-16T09:30Z",
    "?",
    "soon",
    " 2016-10-15 ",
    "2016-11-15T00:00",
    "-0043-03-15",
    "[2016-11-17..2016-11-23]",
  ),
)
const names = fc.oneof(
  fc
    .array(fc.constantFrom("Lavrov", "Kerry", " كيري ", "Putin", "-", "Unknown", "", "lavrov"), {
      maxLength: 4,
    })
    .map(list => list.join(";")),
  odd,
)
const word = fc.oneof(fc.constantFrom("strike", "meeting", "Strike ", "-"), odd)
const status = fc.oneof(
  fc.constantFrom("occurred", "planned", "Confirmed", "alleged", "مقرر", "", "nonsense"),
  odd,
)

const quoted = (cell: string) => (/[",;\r\n|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const row = fc.record({
  id: fc.oneof(fc.nat(40).map(String), odd),
  title,
  start: date,
  end: fc.oneof(fc.constant(""), date),
  actors: names,
  places: names,
  type: word,
  status,
  source: names,
  tags: names,
})
const rowsOf = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 30 }),
    columns: fc.shuffledSubarray(
      ["id", "title", "start", "end", "actors", "places", "type", "status", "source", "tags"] as const,
      { minLength: 3 },
    ),
    newline: fc.constantFrom("\n", "\r\n"),
    mark: fc.constantFrom("", "\ufeff"),
    quotesAll: fc.boolean(),
    tail: fc.constantFrom(
      "",
      "\n",
      "\n\n",
      'broken "quote\n',
      '"never closed',
      "x\ry\n",
      "a\0b\n",
      "too,many,cells,in,this,row,by,far,and,then,some,more\n",
    ),
  })
  .filter(({ columns }) => columns.includes("title"))

/** A table is understood by its first rows, which are read in full; these come before the others. */
const FIRST = 520
const plainRow = (i: number) => ({
  ...{
    id: `first${i}`,
    title: `First ${i}`,
    start: "2015-01-01",
    end: "",
    actors: "Putin;Obama",
    places: "Lima",
  },
  ...{ type: "meeting", status: "", source: "Reuters;AFP", tags: "" },
})

/** The text of such a table. */
function textOf({
  rows,
  columns,
  newline,
  mark,
  quotesAll,
  tail,
}: typeof rowsOf extends fc.Arbitrary<infer T> ? T : never): string {
  const write = (cell: string) => (quotesAll ? `"${cell.replaceAll('"', '""')}"` : quoted(cell))
  const lines = [...Array.from({ length: FIRST }, (_, i) => plainRow(i)), ...rows].map(one =>
    columns.map(column => write(one[column])).join(","),
  )
  return mark + [columns.join(","), ...lines].join(newline) + newline + tail
}

const pieces = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 5 })

/** All that can be asked of a table, in a form that can be compared. */
function contents(table: Table): object {
  const columns = Object.fromEntries(Object.entries(table.when).map(([name, column]) => [name, [...column]]))
  const rows = Array.from({ length: table.length }, (_, at) => [eventOf(table, at), table.folded.get(at)])
  const names = (["actors", "places", "types", "tags", "sources"] as const).map(map =>
    [...table.document[map].keys()].toSorted(),
  )
  return { columns, rows, names, extent: table.extent, dated: table.dated }
}

/** What was said, in the order of the rows that it was said of: a row is cut and checked in one go or in two. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0) || (a.code < b.code ? -1 : 1))
}

async function bothWays(text: string | Uint8Array, sizes: readonly number[]) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text
  const source = { url: "http://x/file.csv" }
  const fast = await loadTable(source, { fetch: serving(bytes, sizes) }).catch((error: unknown) => error)
  const plain = await load(source, { fetch: serving(bytes, [bytes.length || 1]) }).catch(
    (error: unknown) => error,
  )
  return { fast, plain }
}

describe("rows taken from their bytes", () => {
  it("are the events that reading them in full gives, and the same is said of them", async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, pieces, async (rows, sizes) => {
        const { fast, plain } = await bothWays(textOf(rows), sizes)
        if (fast instanceof Error || plain instanceof Error)
          return void expect(String(fast)).toBe(String(plain))
        const { parts, report } = fast as Awaited<ReturnType<typeof loadTable>>
        const { document, ...outcome } = plain as Awaited<ReturnType<typeof load>>
        expect(contents(tableOf(parts))).toEqual(contents(buildTable(document)))
        expect(inOrder(report.problems)).toEqual(inOrder(outcome.problems))
        expect([report.read, report.leftOut]).toEqual([outcome.read, outcome.leftOut])
      }),
      { numRuns: 100 },
    )
  })

  it("end in what reading in full ends in, whatever bytes they are", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            ...[...'title,date\n"\r;ab é…', "2016-01-01"].map(part => Buffer.from(part)),
            Buffer.from([0xc3]),
            Buffer.from([0xe2, 0x80]),
          ),
          { maxLength: 80 },
        )
        .map(
          parts =>
            new Uint8Array(
              Buffer.concat([Buffer.from(`title,date\n${"Meeting,2016-10-15\n".repeat(FIRST)}`), ...parts]),
            ),
        ),
    )
    await fc.assert(
      fc.asyncProperty(bytes, pieces, async (text, sizes) => {
        const { fast, plain } = await bothWays(text, sizes)
        if (fast instanceof Error || plain instanceof Error)
          return void expect(String(fast)).toBe(String(plain))
        const { parts } = fast as Awaited<ReturnType<typeof loadTable>>
        expect(contents(tableOf(parts))).toEqual(
          contents(buildTable((plain as Awaited<ReturnType<typeof load>>).document)),
        )
      }),
      { numRuns: 100 },
    )
  })
})
