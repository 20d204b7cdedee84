import * as fc from "fast-check"
import { expect, test } from "vitest"
import { cellCutter, cellsOfRow } from "../../src/formats/tabular/cellBytes.ts"
import { readRows } from "../../src/formats/tabular/rows.ts"
import { collectFaults } from "../../src/model/faults.ts"

/** What decides where cells end, with letters of one to four bytes between. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(",", "\n", "\r\n", '"', '""', '","', "\r", " "),
      fc.constantFrom("a", "é", "لقاء", "€", "😀", "x y"),
    ),
  )
  .map(parts => parts.join(""))
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })

function cut(
  bytes: Uint8Array,
  sizes: readonly number[],
): { rows: string[][]; isStuck: boolean; row: number } {
  const cutter = cellCutter({ delimiter: ",", quote: '"' })
  const rows: string[][] = []
  for (let at = 0, turn = 0; !cutter.isStuck; turn++) {
    const size = sizes[turn % sizes.length]!
    const isLast = at >= bytes.length
    const block = cutter.cut(bytes.slice(at, at + size), isLast)
    for (let row = 0; row < (block?.rows ?? 0); row++) rows.push(cellsOfRow(block!, row))
    if (isLast) break
    at += size
  }
  return { rows, isStuck: cutter.isStuck, row: cutter.rest().row }
}

async function parsed(text: string): Promise<string[][]> {
  async function* parts() {
    yield text
  }
  const rows: string[][] = []
  for await (const { cells } of readRows(parts(), { delimiter: ",", quote: '"' }, collectFaults()))
    rows.push(...cells.map(row => [...row]))
  return rows
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** Empty lines at the end are no rows for the one, and one row for the other; neither makes an event of them. */
const said = (rows: string[][]) => rows.filter(row => row.length > 1 || row[0] !== "")

test("rows cut from bytes are those of a parser of texts, up to where the two could differ", async () => {
  await fc.assert(
    fc.asyncProperty(text, sizes, async (text, sizes) => {
      const { rows, isStuck, row } = cut(new TextEncoder().encode(text), sizes)
      const expected = await parsed(text)
      expect(row).toBe(rows.length + 1)
      if (isStuck) expect(said(rows)).toEqual(said(expected.slice(0, rows.length)))
      else expect(said(rows)).toEqual(said(expected))
    }),
    { numRuns: 1000 },
  )
})

test("rows are cut until the first of what can be read in more than one way", () => {
  expect(cut(bytes('a,b\n"c""d",e\nf'), [5])).toEqual({
    rows: [["a", "b"], ['c"d', "e"], ["f"]],
    isStuck: false,
    row: 4,
  })
  expect(cut(bytes('a,b\n"c"d,e\nf'), [5])).toEqual({ rows: [["a", "b"]], isStuck: true, row: 2 })
  expect(cut(bytes("a\nb\rc\n"), [50])).toEqual({ rows: [["a"]], isStuck: true, row: 2 })
  expect(cut(Uint8Array.of(97, 10, 0xc3, 0x28, 10), [50])).toEqual({ rows: [["a"]], isStuck: true, row: 2 })
})
