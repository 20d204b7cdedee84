import type { Faults } from "../../model/faults.ts"
import type { Batch } from "../format.ts"
import type { ReadOptions, TableShape } from "../mapping.ts"
import type { CellBlock } from "./cellBytes.ts"
import type { Begun } from "./decodeTable.ts"
import { cellsByName, type Preset } from "./presets.ts"
import { recogniseTable } from "./recognise.ts"
import { recordReader, type RecordReader } from "./records.ts"
import type { Rows } from "./rows.ts"

/** Rows by which dates and lists are told; read before the first event is given. */
const SAMPLE = 500

/** Some rows of a table, the first of which has this number, counted from 1 as spreadsheets do. */
export interface TableRows {
  readonly first: number
  readonly length: number
  readonly row: (i: number) => readonly string[]
}

interface Table {
  readonly records: RecordReader
  readonly width: number
  /** Numbers of the first row, and of the first that is an event. */
  readonly first: number
  readonly from: number
  readonly preset: Preset | null
  readonly cellsOf: ReturnType<typeof cellsByName>
  readonly title: string | null
  readonly shape: TableShape
}

/** A table that is understood once enough of its rows have come; until then they wait. */
export interface StartingTable {
  /** The batches that can be given now that these rows have come. */
  take(rows: TableRows, block: CellBlock | null): Generator<Batch>
  /** What still waits when all has come. */
  end(): Generator<Batch>
  /** Whether rows are given as they come. */
  readonly isStarted: boolean
}

/**
 * A table of which nothing has come yet; `begun` is its beginning as bytes, null where it is no text.
 */
export function startingTable(options: ReadOptions, begun: Begun | null, faults: Faults): StartingTable {
  let table: Table | null = null
  let waiting: TableRows[] = []
  let count = 0
  function* end(): Generator<Batch> {
    if (table || waiting.length === 0) return
    table = start(waiting, options, begun, faults)
    for (const rows of waiting) yield batchOf(rows, null, table, faults)
    waiting = []
  }
  return {
    *take(rows, block) {
      if (table) return yield batchOf(rows, block, table, faults)
      waiting.push(rows)
      count += rows.length
      if (count >= SAMPLE) yield* end()
    },
    end,
    get isStarted() {
      return table !== null
    },
  }
}

function start(
  waiting: readonly TableRows[],
  options: ReadOptions,
  begun: Begun | null,
  faults: Faults,
): Table {
  const rows = waiting.flatMap(({ length, row }) => Array.from({ length }, (_, i) => row(i)))
  const numbers = waiting.flatMap(({ first, length }) => Array.from({ length }, (_, i) => first + i))
  const { header, from, title, preset, mapping, shape } = recogniseTable(rows, options, begun, faults)
  const cellsOf = cellsByName(header)
  const titled = preset?.titleIn && rows.map(row => preset.titleIn!(cellsOf(row))).find(Boolean)
  return {
    records: recordReader(mapping, header, rows.slice(from, from + SAMPLE), faults),
    width: header.length,
    first: numbers[0]!,
    from: numbers[from] ?? Infinity,
    preset,
    cellsOf,
    title: titled ?? title,
    shape,
  }
}

/** The events of some rows, made when they are asked for; and the rows as cells, where that is all that is wanted. */
function batchOf(rows: TableRows, block: CellBlock | null, table: Table, faults: Faults): Batch {
  const { records, preset, from, title, shape } = table
  const read = (i: number) => readRow(rows.row(i), rows.first + i, table, faults)
  let made: { readonly events: unknown[]; readonly numbers: number[] } | null = null
  const make = () => {
    const events: unknown[] = []
    const numbers: number[] = []
    for (let i = 0; i < rows.length; i++) {
      const event = read(i)
      if (!event) continue
      events.push(event)
      numbers.push(rows.first + i)
    }
    return (made = { events, numbers })
  }
  const isFirst = rows.first === table.first
  const titled = isFirst && title !== null ? { title } : null
  if (block && records.plan && !preset && rows.first >= from)
    return {
      get events() {
        return (made ??= make()).events
      },
      placeOf: index => ({ row: (made ??= make()).numbers[index]! }),
      cells: { block, plan: records.plan, read },
    }
  const { events, numbers } = make()
  const places = records.takePlaces()
  const fields = { ...(places && { places }), ...titled }
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    events,
    ...(isFirst && { shape }),
    placeOf: index => ({ row: numbers[index]! }),
  }
}

/** The event of a row; null for a title, the header, the tags, and a row that says nothing. */
function readRow(
  row: readonly string[],
  number: number,
  { records, width, from, preset, cellsOf }: Table,
  faults: Faults,
): Record<string, unknown> | null {
  if (number < from) return null
  if (row.length > width && row.slice(width).some(cell => cell.trim() !== ""))
    faults.add({ code: "row-width", severity: "repaired", where: { row: number }, found: String(row.length) })
  const event = records.read(row)
  return event && (!preset?.finish || preset.finish(event, cellsOf(row))) ? event : null
}

/** The batches of a table whose rows are texts already; see startingTable. */
export async function* readTable(
  rows: AsyncIterable<Rows>,
  options: ReadOptions,
  faults: Faults,
): AsyncGenerator<Batch> {
  const table = startingTable(options, null, faults)
  for await (const { first, cells } of rows)
    yield* table.take({ first, length: cells.length, row: i => cells[i]! }, null)
  yield* table.end()
}
