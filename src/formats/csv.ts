import type { Faults } from "../model/faults.ts"
import type { Batch, Format } from "./format.ts"
import { proposeColumns, type ReadOptions, type TableShape } from "./mapping.ts"
import { decodeTable, guessEncoding, type Begun } from "./tabular/decodeTable.ts"
import { guessDialect } from "./tabular/dialect.ts"
import { cellsByName, type Preset } from "./tabular/presets.ts"
import { recogniseTable } from "./tabular/recognise.ts"
import { recordReader, type RecordReader } from "./tabular/records.ts"
import { readRows, type Rows } from "./tabular/rows.ts"

/** Letters of the beginning by which delimiter and quotes are told. */
const HEAD = 64_000
/** Rows by which dates and lists are told; read before the first event is given. */
const SAMPLE = 500

/** A table with a header: comma, semicolon, tab or pipe between cells, in any of the usual encodings. */
export const csv: Format = {
  name: "csv",
  extensions: [".csv", ".tsv", ".tab", ".txt", ".psv"],
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  sniff(head, fileName) {
    const text = new TextDecoder(guessEncoding(head)).decode(head)
    if (/^\s*[[{<]/.test(text)) return 0
    const dialect = guessDialect(text)
    if (/\.(csv|tsv|tab|psv)$/i.test(fileName)) return dialect ? 2 : 1
    return dialect && hasNames(text.split(/\r?\n/, 1)[0]!.split(dialect.delimiter)) ? 2 : dialect ? 1 : 0
  },
  async *read(bytes, faults, options = {}): AsyncGenerator<Batch> {
    let begun: Begun | null = null
    const text = peekText(decodeTable(bytes, faults, options.encoding, found => (begun = found)))
    const head = await text.head(HEAD)
    const dialect = guessDialect(head) ?? { delimiter: ",", quote: '"' }
    let reader: Table | null = null
    let waiting: Rows[] = []
    let count = 0
    for await (const rows of readRows(text.all(), dialect, faults)) {
      if (reader) {
        yield batchOf(rows, reader, faults)
        continue
      }
      waiting.push(rows)
      count += rows.cells.length
      if (count < SAMPLE) continue
      reader = start(waiting, options, begun, faults)
      for (const one of waiting) yield batchOf(one, reader, faults)
      waiting = []
    }
    if (reader || waiting.length === 0) return
    reader = start(waiting, options, begun, faults)
    for (const one of waiting) yield batchOf(one, reader, faults)
  },
}

/** Whether a first line has names of columns that are known here, one of them of a date or a title. */
function hasNames(header: readonly string[]): boolean {
  return proposeColumns(header, null).some(
    field => field === "when" || field === "start" || field === "year" || field === "title",
  )
}

interface Table {
  readonly records: RecordReader
  readonly width: number
  /** Number of the first row that is an event. */
  readonly from: number
  readonly preset: Preset | null
  readonly cellsOf: ReturnType<typeof cellsByName>
  readonly title: string | null
  readonly shape: TableShape
}

function start(waiting: readonly Rows[], options: ReadOptions, begun: Begun | null, faults: Faults): Table {
  const rows = waiting.flatMap(({ cells }) => cells)
  const { header, isTagged, preset, mapping, shape } = recogniseTable(rows, options, begun, faults)
  const from = isTagged ? 2 : 1
  const cellsOf = cellsByName(header)
  const titled = preset?.titleIn && rows.map(row => preset.titleIn!(cellsOf(row))).find(Boolean)
  return {
    records: recordReader(mapping, header, rows.slice(from, from + SAMPLE), faults),
    width: header.length,
    from: from + 1,
    preset,
    cellsOf,
    title: titled ?? null,
    shape,
  }
}

function batchOf(
  { first, cells }: Rows,
  { records, width, from, preset, cellsOf, title, shape }: Table,
  faults: Faults,
): Batch {
  const events: unknown[] = []
  const rows: number[] = []
  cells.forEach((row, i) => {
    const number = first + i
    // The header and the tags.
    if (number < from) return
    if (row.length > width && row.slice(width).some(cell => cell.trim() !== ""))
      faults.add({
        code: "row-width",
        severity: "repaired",
        where: { row: number },
        found: String(row.length),
      })
    const event = records.read(row)
    if (!event || (preset?.finish && !preset.finish(event, cellsOf(row)))) return
    events.push(event)
    rows.push(number)
  })
  const places = records.takePlaces()
  const fields = { ...(places && { places }), ...(first === 1 && title !== null && { title }) }
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    events,
    ...(first === 1 && { shape }),
    placeOf: index => ({ row: rows[index]! }),
  }
}

/** A text in pieces whose beginning can be looked at before it is read. */
function peekText(parts: AsyncGenerator<string>) {
  const held: string[] = []
  return {
    async head(length: number): Promise<string> {
      let total = 0
      while (total < length) {
        const next = await parts.next()
        if (next.done) break
        held.push(next.value)
        total += next.value.length
      }
      return held.join("").replace(/^\ufeff/, "")
    },
    async *all(): AsyncGenerator<string> {
      for (const part of held.splice(0)) yield part
      yield* parts
    },
  }
}
