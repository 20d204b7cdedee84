import type { Faults } from "../../model/faults.ts"
import type { OriginOf } from "../../model/spot.ts"
import type { Batch } from "../format.ts"
import type { ReadOptions, TableShape } from "../mapping.ts"
import { cellsOfRow, heldBlock, withoutFirst, type CellBlock } from "./cellBytes.ts"
import type { Begun } from "./decodeTable.ts"
import { finishing, type Finishing } from "./finishing.ts"
import { cellsByName, type Draft } from "./preset.ts"
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
  readonly originOf: OriginOf
  readonly width: number
  /** Numbers of the first row, and of the first that is an event. */
  readonly first: number
  readonly from: number
  /** null where events are as their columns say. */
  readonly finishing: Finishing | null
  /** Whose table it is, where that is known. */
  readonly name: string | null
  /** What the first rows say of the document. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly shape: TableShape
}

/** A table that is understood once enough of its rows have come; until then they wait. */
export interface StartingTable {
  /** The batches that can be given now that these rows have come. */
  take(rows: TableRows): Generator<Batch>
  /** The same of rows that still lie in the file's bytes; the block holds until the next one comes. */
  takeBlock(block: CellBlock): Generator<Batch>
  /** What still waits when all has come. */
  end(): Generator<Batch>
}

/** Rows that wait, and the block that they still lie in. */
interface Waiting {
  readonly rows: TableRows
  readonly block: CellBlock | null
}

/**
 * A table of which nothing has come yet; `begun` is its beginning as bytes, null where it is no text. `isNamed`
 * where the first row is known to be the header.
 */
export function startingTable(
  options: ReadOptions,
  begun: Begun | null,
  faults: Faults,
  isNamed = false,
): StartingTable {
  let table: Table | null = null
  let waiting: Waiting[] = []
  let count = 0
  function* begin(): Generator<Batch> {
    if (table || waiting.length === 0) return
    table = start(
      waiting.map(({ rows }) => rows),
      options,
      begun,
      faults,
      isNamed,
    )
    for (const { rows, block } of waiting) yield* firstBatches(rows, block, table, faults)
    waiting = []
  }
  function* wait(one: Waiting): Generator<Batch> {
    waiting.push(one)
    count += one.rows.length
    if (count >= SAMPLE) yield* begin()
  }
  return {
    *take(rows) {
      if (table) return yield batchOf(rows, null, table, faults)
      yield* wait({ rows, block: null })
    },
    *takeBlock(block) {
      if (table) return yield batchOf(rowsIn(block), block, table, faults)
      const isLast = count + block.rows >= SAMPLE
      const held = isLast ? block : heldBlock(block)
      yield* wait({ rows: rowsIn(held), block: held })
    },
    *end() {
      yield* begin()
      // A file that could not be read says so already.
      if (!table && !faults.problems.some(({ severity }) => severity === "fatal"))
        faults.add({ code: "no-events", severity: "fatal", where: {}, seen: { word: "empty-table" } })
      if (!table?.finishing) return
      const { events, numbers } = table.finishing.take(true)
      const { originOf } = table
      if (events.length > 0) yield { events, placeOf: index => ({ row: numbers[index]! }), originOf }
    },
  }
}

function rowsIn(block: CellBlock): TableRows {
  return { first: block.first, length: block.rows, row: i => cellsOfRow(block, i) }
}

function start(
  waiting: readonly TableRows[],
  options: ReadOptions,
  begun: Begun | null,
  faults: Faults,
  isNamed: boolean,
): Table {
  const rows = waiting.flatMap(({ length, row }) => Array.from({ length }, (_, i) => row(i)))
  const numbers = waiting.flatMap(({ first, length }) => Array.from({ length }, (_, i) => first + i))
  const { header, from, title, preset, mapping, shape } = recogniseTable(
    rows,
    options,
    begun,
    faults,
    isNamed,
  )
  const data = rows.slice(from)
  const cellsOf = cellsByName(header)
  const known = preset?.fieldsIn?.(data.map(cellsOf), faults)
  const records = recordReader(mapping, header, data.slice(0, SAMPLE), faults, preset !== null)
  return {
    records,
    originOf(field) {
      const column = records.columnOf(field)
      return column < 0 ? null : { column: header[column]?.trim() || String(column + 1) }
    },
    width: header.length,
    first: numbers[0]!,
    from: numbers[from] ?? Infinity,
    finishing: preset ? finishing(preset, null, header, faults) : null,
    name: preset?.name ?? null,
    fields: { ...(title !== null && { title }), ...known },
    shape,
  }
}

/** Rows that have waited: what stands above the events, and then the events, which may be taken as cells. */
function* firstBatches(
  rows: TableRows,
  block: CellBlock | null,
  table: Table,
  faults: Faults,
): Generator<Batch> {
  const above = table.from - rows.first
  if (!block || above <= 0 || above >= rows.length) return yield batchOf(rows, block, table, faults)
  yield batchOf({ ...rows, length: above }, null, table, faults)
  const events = { first: table.from, length: rows.length - above, row: (i: number) => rows.row(above + i) }
  yield batchOf(events, withoutFirst(block, above), table, faults)
}

/** The events of some rows, made when they are asked for; and the rows as cells, where that is all that is wanted. */
function batchOf(rows: TableRows, block: CellBlock | null, table: Table, faults: Faults): Batch {
  const { records, originOf, from, shape } = table
  const read = (i: number) => readRow(rows.row(i), rows.first + i, table, faults)
  let made: ReturnType<Finishing["take"]> | null = null
  const make = () => {
    const events: Draft[] = []
    const numbers: number[] = []
    for (let i = 0; i < rows.length; i++) {
      const event = read(i)
      if (!event) continue
      if (table.finishing) table.finishing.add(event, rows.row(i), rows.first + i)
      else {
        events.push(event)
        numbers.push(rows.first + i)
      }
    }
    return (made = table.finishing?.take(false) ?? { events, numbers })
  }
  if (block && records.plan && !table.finishing && rows.first >= from)
    return {
      get events() {
        return (made ??= make()).events
      },
      placeOf: index => ({ row: (made ??= make()).numbers[index]! }),
      originOf,
      cells: { block, plan: records.plan, read: i => read(i) ?? undefined },
    }
  const { events, numbers } = make()
  const places = records.takePlaces()
  const isFirst = rows.first === table.first
  const fields = {
    ...(table.finishing?.declared(places) ?? (places && { places })),
    ...(isFirst && table.fields),
  }
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    events,
    ...(isFirst && { shape, ...(table.name !== null && { format: table.name }) }),
    placeOf: index => ({ row: numbers[index]! }),
    originOf,
  }
}

/** The event of a row; null for a title, the header, the tags, and a row that says nothing. */
function readRow(
  row: readonly string[],
  number: number,
  { records, width, from }: Table,
  faults: Faults,
): Draft | null {
  if (number < from) return null
  const where = { row: number }
  if (row.length > width && row.slice(width).some(cell => cell.trim() !== ""))
    faults.add({ code: "row-width", severity: "repaired", where, found: String(row.length) })
  return records.read(row, where)
}

/** The batches of a table whose rows are texts already; see startingTable. */
export async function* readTable(
  rows: AsyncIterable<Rows>,
  options: ReadOptions,
  faults: Faults,
  isNamed = false,
): AsyncGenerator<Batch> {
  const table = startingTable(options, null, faults, isNamed)
  for await (const { first, cells } of rows)
    yield* table.take({ first, length: cells.length, row: i => cells[i]! })
  yield* table.end()
}
