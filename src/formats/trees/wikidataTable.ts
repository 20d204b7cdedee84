import { collectFaults, type Faults } from "../../model/faults.ts"
import type { Batch } from "../format.ts"
import type { Dialect } from "../tabular/dialect.ts"
import { readRows, type Rows } from "../tabular/rows.ts"
import { isAnswer } from "./sparql.ts"
import { batchesOf } from "./tree.ts"
import { readWikidata } from "./wikidata.ts"

/** Rows by which a table is told. */
const SAMPLE = 20

/**
 * How the rows of a table are parted that is what the Wikidata Query Service offers as CSV and TSV, by its beginning; null
 * for any other table. In TSV quotes may be part of the terms.
 */
export async function wikidataDialect(head: string, dialect: Dialect): Promise<Dialect | null> {
  const hasTerms = dialect.delimiter === "\t" && /(^|\t)"[^\t\n]*"(@|\^\^|\t|$)/m.test(head)
  const own = hasTerms ? { ...dialect, quote: "" } : dialect
  const parts = readRows(once(head), own, collectFaults())
  const rows: (readonly string[])[] = []
  for await (const { cells } of parts) rows.push(...cells)
  const [header, ...sample] = rows
  const records = sample.slice(0, SAMPLE).map(row => recordOf(header!, row))
  return isAnswer(records) ? own : null
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** The events of such a table: what the same answer gives in JSON, with the numbers of its rows. */
export async function* readWikidataTable(parts: AsyncIterable<Rows>, faults: Faults): AsyncGenerator<Batch> {
  let header: readonly string[] | null = null
  const records: Record<string, string>[] = []
  const numbers: number[] = []
  for await (const { first, cells } of parts)
    cells.forEach((row, i) => {
      if (header === null) header = row
      else if (row.some(cell => cell !== "")) {
        records.push(recordOf(header, row))
        numbers.push(first + i)
      }
    })
  const rowOf = (pointer = "") => {
    const [, index, column] = pointer.split("/")
    return { row: numbers[Number(index)] ?? 1, ...(column !== undefined && { column }) }
  }
  const byRow: Faults = {
    ...faults,
    add: fault => faults.add({ ...fault, where: rowOf(fault.where.pointer) }),
  }
  for (const batch of batchesOf(readWikidata(records, byRow), "wikidata"))
    yield { ...batch, placeOf: index => rowOf(batch.placeOf(index).pointer) }
}

/** A row as the flat JSON has it. In TSV (W3C SPARQL 1.1 Query Results CSV and TSV Formats) terms may stand as in Turtle. */
function recordOf(header: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, i) => [name.replace(/^[\ufeff?]+/, ""), termOf(row[i] ?? "")]))
}

/** The text of a term: `<address>`, `"text"@en`, `"2016"^^<type>`; anything else as it is. */
function termOf(cell: string): string {
  const literal = /^"([\s\S]*)"(?:@[\w-]+|\^\^<[^>]*>)?$/.exec(cell)
  if (literal)
    return literal[1]!
      .replace(/\\(["\\])/g, "$1")
      .replaceAll("\\n", "\n")
      .replaceAll("\\t", "\t")
  return /^<https?:[^>\s]+>$/.test(cell) ? cell.slice(1, -1) : cell
}
