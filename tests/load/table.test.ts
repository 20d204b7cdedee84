import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Progress } from "../../src/load/source.ts"
import { loadTable } from "../../src/load/table.ts"
import { eventOf } from "../../src/table/event.ts"
import { tableOf, type TableParts } from "../../src/table/parts.ts"
import type { TextColumn } from "../../src/table/table.ts"
import { serving } from "./serving.ts"

const ACTORS = ["Lavrov", "Kerry", "كيري", "Putin"]
const line = fc.record({
  title: fc.constantFrom("Meeting", "لقاء", "Strike"),
  when: fc.constantFrom("2016-10-15", "2016-11-17/2016-11-23", "2016", "", "2016-11"),
  actors: fc.subarray(ACTORS),
})
const file = fc
  .array(line, { maxLength: 60 })
  .map(lines => lines.map((one, i) => JSON.stringify({ id: `e${i}`, ...one })))

async function tableFrom(lines: readonly string[], sizes: readonly number[]): Promise<TableParts> {
  const bytes = new TextEncoder().encode(lines.join("\n"))
  const { parts } = await loadTable({ url: "http://x/file.jsonl" }, { fetch: serving(bytes, sizes) })
  return parts
}

/** All that must be the same: not the order of names in the document's maps, nor where a text was put. */
function plain(parts: TableParts): object {
  const actors = [...parts.document.actors.keys()].toSorted()
  const { ids, folded, details, titles } = tableOf(parts)
  const texts = ({ get }: TextColumn) => Array.from({ length: parts.length }, (_, row) => get(row))
  return {
    ...parts,
    placing: null,
    ids: texts(ids),
    folded: texts(folded),
    details: texts(details),
    titles: Object.fromEntries(Object.entries(titles).map(([lang, column]) => [lang, texts(column)])),
    document: { ...parts.document, actors },
  }
}

test("the table is the same in whatever order the rows stand and in whatever pieces the file comes", async () => {
  await fc.assert(
    fc.asyncProperty(
      file.filter(lines => lines.length > 0),
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }),
      fc.nat(),
      async (lines, sizes, seed) => {
        const shuffled = lines.map((_, i) => lines[(i * 7 + seed) % lines.length])
        const each = new Set(shuffled).size === lines.length ? shuffled : lines.toReversed()
        const one = await tableFrom(lines, [65_536])
        const other = await tableFrom(each, sizes)
        expect(plain(other)).toEqual(plain(one))
        const table = tableOf(other)
        for (let row = 0; row < table.length; row++) {
          const event = eventOf(table, row)
          expect(table.rowOf(event.id)).toBe(row)
          expect(lines).toContain(
            JSON.stringify({
              id: event.id,
              title: event.title["und"],
              when: event.when ?? "",
              actors: event.actors.map(actor => actor.id),
            }),
          )
        }
      },
    ),
    { numRuns: 60 },
  )
})

const MANY = Array.from({ length: 60_000 }, (_, i) =>
  JSON.stringify({ id: `e${i}`, when: "2016-10-15", title: "x" }),
).join("\n")

test("of a large file parts come first, each a whole table, sorted and larger than the one before", async () => {
  const parts: TableParts[] = []
  const { parts: last, report } = await loadTable(
    { text: MANY, name: "many.jsonl" },
    { onTable: part => void parts.push(part) },
  )
  expect(parts[0].length).toBeGreaterThanOrEqual(500)
  const sizes = [...parts, last].map(part => part.length)
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  expect([last.length, report.read, report.leftOut, report.stopped]).toEqual([60_000, 60_000, 0, false])
  const table = tableOf(parts[0])
  expect(eventOf(table, table.rowOf("e77")).title).toEqual({ und: "x" })
})

test("no more of a file is asked for while a first table is being drawn", async () => {
  const bytes = new TextEncoder().encode(MANY)
  let pieces = 0
  async function* coming() {
    for (let from = 0; from < bytes.length; from += 20_000) {
      pieces++
      yield bytes.subarray(from, from + 20_000)
    }
  }
  let first = 0
  const drawing = async ({ length }: TableParts) => {
    if (first === 0) expect(length).toBeLessThan(1500)
    first ||= pieces
    const before = pieces
    await new Promise(done => setTimeout(done, 30))
    expect(pieces).toBe(before)
  }
  // As large as it says that it is.
  const source = { bytes: coming(), name: "many.jsonl", total: 20_000_000 }
  const { parts } = await loadTable(source, { onTable: drawing })
  expect(first).toBeGreaterThan(0)
  expect(pieces).toBeGreaterThan(first)
  expect(parts.length).toBe(60_000)
})

test("the first table of a file that travels compressed comes as soon: it is at least as large as what travels", async () => {
  const parts: number[] = []
  const told: Progress[] = []
  const headers = { "content-length": "5000000", "content-encoding": "gzip" }
  await loadTable(
    { url: "many.jsonl", base: "https://example.org/" },
    {
      fetch: async () => new Response(MANY, { headers }),
      onTable: async ({ length }) => void parts.push(length),
      onProgress: progress => void told.push(progress),
    },
  )
  expect(told[0]).toMatchObject({ total: null, least: 5_000_000 })
  expect(parts[0]).toBeLessThan(10_000)
})

test("once half of a file has come nothing but the whole of it is made into a table", async () => {
  const bytes = new TextEncoder().encode(MANY)
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += 20_000) yield bytes.subarray(from, from + 20_000)
  }
  const parts: TableParts[] = []
  const source = { bytes: pieces(), name: "many.jsonl", total: bytes.length }
  const { parts: last } = await loadTable(source, { onTable: part => void parts.push(part) })
  expect(parts.length).toBeGreaterThan(0)
  for (const { length } of parts) expect(length).toBeLessThanOrEqual(31_000)
  expect(last.length).toBe(60_000)
})

test("a reading that is stopped keeps what has come, and says that it is a part", async () => {
  const stop = new AbortController()
  const { parts, report } = await loadTable(
    { text: MANY, name: "many.jsonl" },
    { signal: stop.signal, onProgress: ({ events }) => events > 0 && stop.abort("stopped") },
  )
  expect(report.stopped).toBe(true)
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.length).toBeLessThan(60_000)
  const again = await loadTable({ text: MANY, name: "many.jsonl" }, {})
  expect([again.parts.length, again.report.stopped]).toEqual([60_000, false])
})

test("a file without a title goes by its name", async () => {
  const { parts } = await loadTable({ text: '{"title":"x"}\n{"title":"y"}', name: "Syria 2016.ndjson" }, {})
  expect(parts.document.title).toEqual({ und: "Syria 2016" })
})
