import * as fc from "fast-check"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { loadTable } from "../../src/load/table.ts"
import type { LoadFailure } from "../../src/load/failure.ts"
import { buildTable } from "../../src/table/build.ts"
import { eventOf } from "../../src/table/event.ts"
import { tableOf } from "../../src/table/parts.ts"
import type { Table } from "../../src/table/table.ts"
import { serving } from "./serving.ts"

const word = fc.constantFrom(
  ...[
    "Lavrov",
    "كيري",
    " padded ",
    "",
    " ",
    "-",
    "Unknown",
    "a,b",
    "a;b",
    'say "no"',
    "back\\slash",
    "two\nlines",
  ],
  ...[
    "<b>bold</b>",
    "'quoted",
    ",",
    "?",
    "__proto__",
    "\u00a0hard\u00a0",
    "\u3000",
    "😀",
    "e\u0301",
    "\ufeffmark",
    "[x]",
    "{}",
  ],
)
const date = fc.constantFrom(
  ...[
    "2016-10-15",
    "2016-11-17",
    "2016-11-17/2016-11-23",
    "2016-11",
    "2016~",
    "",
    " 2016-10-15 ",
    "2016-02-30",
  ],
  ...["soon", "..", "2016-11-16T09:30Z", "[2016-11-17..2016-11-23]", "15/11/2016"],
)
const any = fc.constantFrom<unknown>(null, 3, true, [], {}, ["x", 3], { en: "x" }, [[]], [null])
const mostly = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: any })
const list = mostly(fc.array(word, { maxLength: 3 }))
const event = fc.record(
  {
    id: mostly(fc.oneof(word, fc.nat(9).map(String))),
    title: mostly(word),
    when: mostly(date),
    start: mostly(date),
    end: mostly(date),
    type: mostly(word),
    status: mostly(fc.constantFrom("occurred", "planned", " planned", "done", "")),
    actors: list,
    places: list,
    sources: list,
    tags: list,
    summary: mostly(word),
    reported: mostly(date),
    other: any,
  },
  { requiredKeys: ["title"] },
)
/** How a program may write a line: keys in any order, blanks anywhere, letters as they are or escaped. */
const written = fc.tuple(event, fc.constantFrom(0, 1, 2, 3), fc.nat(20)).map(([value, style, turn]) => {
  const entries = Object.entries(value)
  const turned = [...entries.slice(turn % entries.length), ...entries.slice(0, turn % entries.length)]
  const text = JSON.stringify(Object.fromEntries(turned))
  if (style === 1) return JSON.stringify(value, null, 1).replace(/\n */g, "  ")
  if (style === 2)
    return text.replace(/[^ -~]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
  return style === 3 ? `  ${text}\t` : text
})
const line = fc.oneof(
  { weight: 12, arbitrary: written },
  fc.constantFrom(
    "",
    "   ",
    "null",
    "3",
    "[]",
    "{",
    '{"title":"x"',
    '{"title":"a","title":"b","when":"2016"}',
    "{} x",
    "\u0000",
  ),
)
const usual = '{"id":"first","title":"Meeting","start":"2016-10-15","actors":["Lavrov"]}'
const other = '{"id":"first","when":"2016-10-15","title":"Meeting"}'
const file = fc
  .tuple(
    fc.constantFrom(usual, other),
    fc.array(line, { maxLength: 25 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([first, lines, newline, ended]) => [first, ...lines].join(newline) + (ended ? newline : ""))
const pieces = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 4 })

function contents(table: Table): object {
  const rows = Array.from({ length: table.length }, (_, at) => [eventOf(table, at), table.folded.get(at)])
  const names = (["actors", "places", "types", "tags", "sources"] as const).map(map =>
    [...table.document[map].keys()].toSorted(),
  )
  const columns = Object.fromEntries(Object.entries(table.when).map(([name, column]) => [name, [...column]]))
  return { columns, rows, names, extent: table.extent, reported: table.reportedMin && [...table.reportedMin] }
}

/** The file line by line, each parsed by itself: what it holds, how many are lost, the number of each line. */
function naive(text: string) {
  const events: unknown[] = []
  const numbers: number[] = []
  let lost = 0
  for (const [at, one] of text.split("\n").entries()) {
    if (one.trim() === "") continue
    try {
      events.push(JSON.parse(one))
      numbers.push(at + 1)
    } catch {
      lost++
    }
  }
  return { ...checkDocument(events), lost, numbers }
}

test("lines taken from their bytes are the events that parsing each line gives, and the same is said of them", async () => {
  await fc.assert(
    fc.asyncProperty(file, pieces, async (text, sizes) => {
      const expected = naive(text)
      const fetch = serving(new TextEncoder().encode(text), sizes)
      const { parts, report } = await loadTable({ url: "http://x/file.jsonl" }, { fetch })
      expect(contents(tableOf(parts))).toEqual(contents(buildTable(expected.document)))
      expect([report.read, report.leftOut]).toEqual([
        expected.read + expected.lost,
        expected.leftOut + expected.lost,
      ])
      const found = report.problems
        .filter(({ code }) => code !== "bad-json")
        .map(({ code, where }) => [code, where.line])
      const lineOf = (pointer: string) => expected.numbers[Number(/^\/(\d+)/.exec(pointer)?.[1])]
      expect(found.toSorted(byLine)).toEqual(
        expected.problems.map(({ code, where }) => [code, lineOf(where.pointer ?? "")]).toSorted(byLine),
      )
    }),
    { numRuns: 300 },
  )
})

const byLine = (a: unknown[], b: unknown[]) =>
  Number(a[1]) - Number(b[1]) || (String(a[0]) < String(b[0]) ? -1 : 1)

test("lines whose bytes turn out to be no text end as unreadable, and never as something else", async () => {
  const tail = fc.uint8Array({ minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(tail, pieces, async (bytes, sizes) => {
      const whole = Buffer.concat([
        Buffer.from(`${usual}\n{"title":"`),
        bytes,
        Buffer.from('","when":"2016"}\n'),
      ])
      const isText = (() => {
        try {
          new TextDecoder("utf-8", { fatal: true }).decode(whole)
          return true
        } catch {
          return false
        }
      })()
      const fetch = serving(new Uint8Array(whole), sizes)
      const outcome = await loadTable({ url: "http://x/file.jsonl" }, { fetch }).catch(
        (error: LoadFailure) => error,
      )
      const codes =
        outcome instanceof Error ? [outcome.code] : outcome.report.problems.map(({ code }) => code)
      expect(codes.includes("bad-encoding")).toBe(!isText)
    }),
    { numRuns: 150 },
  )
})
