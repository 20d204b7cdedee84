import type { Faults } from "../model/faults.ts"
import type { Batch, Format } from "./format.ts"
import { proposeColumns } from "./mapping.ts"
import { peek } from "./pieces.ts"
import { cellCutter, cellsOfRow, type CellBlock } from "./tabular/cellBytes.ts"
import { readBlocks } from "./tabular/cutter.ts"
import { decodeTable, guessEncoding } from "./tabular/decodeTable.ts"
import { guessDialect, type Dialect } from "./tabular/dialect.ts"
import { readRows } from "./tabular/rows.ts"
import { startingTable, type StartingTable, type TableRows } from "./tabular/tableBatches.ts"
import { unwrap, wrappedIn } from "./tabular/wrapped.ts"

/** Bytes of the beginning by which delimiter and quotes are told. */
const HEAD = 64_000

/** What stands in each row of a table of the Wikidata Query Service: the address of an item. */
const WIKIDATA = /wikidata\.org\/entity\/[QL]\d/

/** A table with a header: comma, semicolon, tab or pipe between cells, in any of the usual encodings. */
export const csv: Format = {
  name: "csv",
  extensions: [".csv", ".tsv", ".tab", ".txt", ".psv"],
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  sniff(head, fileName) {
    const text = new TextDecoder(guessEncoding(head)).decode(head)
    if (/^\s*[[{<]/.test(text)) return 0
    if (wrappedIn(text)) return 2
    const dialect = guessDialect(text)
    if (/\.(csv|tsv|tab|psv)$/i.test(fileName)) return dialect ? 2 : 1
    return dialect && hasNames(text.split(/\r?\n/, 1)[0]!.split(dialect.delimiter)) ? 2 : dialect ? 1 : 0
  },
  async *read(bytes, faults, options = {}): AsyncGenerator<Batch> {
    const held = await peek(bytes, HEAD)
    const encoding = options.encoding ?? guessEncoding(held.head)
    const text = new TextDecoder(encoding)
      .decode(held.head)
      .slice(0, HEAD)
      .replace(/^\ufeff/, "")
    const dialect = guessDialect(text) ?? { delimiter: ",", quote: '"' }
    if (!options.columns && WIKIDATA.test(text)) {
      const { readWikidataTable, wikidataDialect } = await import("./trees/wikidataTable.ts")
      const own = await wikidataDialect(text, dialect)
      if (own)
        return yield* readWikidataTable(
          readRows(decodeTable(held.bytes, faults, encoding), own, faults),
          faults,
        )
    }
    const wrapped = wrappedIn(text)
    const table = startingTable(options, { head: held.head, encoding }, faults)
    if (wrapped) {
      const rows = readRows(decodeTable(held.bytes, faults, encoding), wrapped.outer, faults)
      yield* readTexts(unwrap(rows), 1, wrapped.inner, table, faults)
      return yield* table.end()
    }
    // What is read one way by some and another way by others is left to a reader of texts.
    const rest =
      encoding === "utf-8"
        ? yield* readBlocks(held.bytes, cellCutter(dialect), block => batchesIn(block, dialect, table))
        : { bytes: held.bytes, row: 1 }
    if (rest) yield* readTexts(decodeTable(rest.bytes, faults, encoding), rest.row, dialect, table, faults)
    yield* table.end()
  },
}

/** Whether a first line has names of columns that are known here, one of them of a date or a title. */
function hasNames(header: readonly string[]): boolean {
  return proposeColumns(header, null).some(
    field => field === "when" || field === "start" || field === "year" || field === "title",
  )
}

/** The rows of a block as the table takes them. */
function* batchesIn(block: CellBlock, { quote }: Dialect, table: StartingTable): Generator<Batch> {
  const rows = rowsIn(block, quote)
  yield* table.take(table.isStarted ? rows : heldRows(rows), table.isStarted ? block : null)
}

async function* readTexts(
  parts: AsyncIterable<string>,
  first: number,
  dialect: Dialect,
  table: StartingTable,
  faults: Faults,
): AsyncGenerator<Batch> {
  for await (const { first: number, cells } of readRows(parts, dialect, faults, first))
    yield* table.take({ first: number, length: cells.length, row: i => cells[i]! }, null)
}

function rowsIn(block: CellBlock, quote: string): TableRows {
  return { first: block.first, length: block.rows, row: i => cellsOfRow(block, i, quote) }
}

/** The same rows, independent of the block that they lie in. */
function heldRows({ first, length, row }: TableRows): TableRows {
  const cells = Array.from({ length }, (_, i) => row(i))
  return { first, length, row: i => cells[i]! }
}
