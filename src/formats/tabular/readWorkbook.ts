import type { Faults } from "../../model/faults.ts"
import type { Batch } from "../format.ts"
import { proposeColumns, type ReadOptions } from "../mapping.ts"
import { collected } from "../pieces.ts"
import { findHeader } from "./header.ts"
import type { Rows } from "./rows.ts"
import { readSheet } from "./sheet.ts"
import { readTable } from "./tableBatches.ts"
import { openWorkbook } from "./workbook.ts"

/** Rows of a sheet that are looked at to see whether it is a table of events. */
const LOOKED_AT = 50

/** The events of the first sheet of a workbook that is a table with dates, in batches; other sheets that hold anything are named. */
export async function* readWorkbook(
  bytes: AsyncIterable<Uint8Array>,
  faults: Faults,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const book = await openWorkbook(await collected(bytes))
  if ("word" in book) {
    faults.add({ code: "bad-workbook", severity: "fatal", where: {}, seen: book })
    return
  }
  const looks: Look[] = []
  for (const { name, path } of book.sheets) looks.push(await look(name, readSheet(book, path, faults)))
  const best = Math.max(0, ...looks.map(({ worth }) => worth))
  const chosen = looks.find(({ worth }) => worth > 0 && worth === best)
  for (const { name, worth, rows } of looks) {
    if (name === chosen?.name) continue
    if (worth > 0) faults.add({ code: "other-sheet", severity: "left-out", where: {}, found: name })
    await rows.return(undefined)
  }
  if (chosen) yield* readTable(chosen.rows, options, faults)
  else faults.add({ code: "no-events", severity: "fatal", where: {}, seen: { word: "empty-workbook" } })
}

interface Look {
  readonly name: string
  /** 2 a table with dates, 1 something, 0 nothing. */
  readonly worth: 0 | 1 | 2
  readonly rows: AsyncGenerator<Rows>
}

async function look(name: string, rows: AsyncGenerator<Rows>): Promise<Look> {
  const held: Rows[] = []
  let count = 0
  while (count < LOOKED_AT) {
    const next = await rows.next()
    if (next.done) break
    held.push(next.value)
    count += next.value.cells.length
  }
  async function* all(): AsyncGenerator<Rows> {
    yield* held
    yield* rows
  }
  return { name, worth: worthOf(held.flatMap(({ cells }) => cells)), rows: all() }
}

function worthOf(rows: readonly (readonly string[])[]): Look["worth"] {
  if (rows.length === 0) return 0
  const { header, tags, from } = findHeader(rows)
  const fields = proposeColumns(header, tags)
  const hasDates = fields.some(field => field === "when" || field === "start" || field === "year")
  return hasDates && rows.length > from ? 2 : 1
}
