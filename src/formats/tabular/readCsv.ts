import type { Faults } from "../../model/faults.ts"
import type { Batch } from "../format.ts"
import type { ReadOptions } from "../mapping.ts"
import { peek } from "../pieces.ts"
import { cellCutter } from "./cellBytes.ts"
import { readBlocks } from "./cutter.ts"
import { decodeTable, guessEncoding } from "./decodeTable.ts"
import { guessDialect, type Dialect } from "./dialect.ts"
import { readRows } from "./rows.ts"
import { startingTable, type StartingTable } from "./tableBatches.ts"
import { unwrap, wrappedIn } from "./wrapped.ts"

/** Bytes of the beginning by which delimiter and quotes are told. */
const HEAD = 64_000

/** What stands in each row of a table of the Wikidata Query Service: the address of an item. */
const WIKIDATA = /wikidata\.org\/entity\/[QL]\d/

/** The events of a table with a header, in batches. */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  faults: Faults,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const held = await peek(bytes, HEAD)
  const encoding = options.encoding ?? guessEncoding(held.head)
  const text = new TextDecoder(encoding)
    // No letter takes more than four bytes.
    .decode(held.head.subarray(0, 4 * HEAD))
    .slice(0, HEAD)
    .replace(/^\ufeff/, "")
  const dialect = guessDialect(text) ?? { delimiter: ",", quote: '"' }
  if (!options.columns && WIKIDATA.test(text)) {
    const { readWikidataTable, wikidataDialect } = await import("../trees/wikidataTable.ts")
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
      ? yield* readBlocks(held.bytes, cellCutter(dialect), table.takeBlock)
      : { bytes: held.bytes, row: 1 }
  if (rest) yield* readTexts(decodeTable(rest.bytes, faults, encoding), rest.row, dialect, table, faults)
  yield* table.end()
}

async function* readTexts(
  parts: AsyncIterable<string>,
  first: number,
  dialect: Dialect,
  table: StartingTable,
  faults: Faults,
): AsyncGenerator<Batch> {
  for await (const { first: number, cells } of readRows(parts, dialect, faults, first))
    yield* table.take({ first: number, length: cells.length, row: i => cells[i]! })
}
