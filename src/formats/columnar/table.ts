import { collectFaults, type Faults } from "../../model/faults.ts"
import type { Batch } from "../format.ts"
import type { ReadOptions } from "../mapping.ts"
import { recogniseTable } from "../tabular/recognise.ts"
import type { Rows } from "../tabular/rows.ts"
import { readTable } from "../tabular/tableBatches.ts"
import { cellColumns, type CellColumn } from "./cells.ts"
import { DamagedFile, type TypedFile } from "./kinds.ts"

/** Rows by which columns are told, all of whose fields are read. */
const SAMPLE = 500
/** Rows of a batch. */
const BATCH = 1000

/**
 * The events of a file of columns with types: its columns are recognised as those of any table are, and once they are, only
 * the fields that events come from are read. Rows count from 1. A file that is damaged gives what stands before the damage.
 */
export async function* readTyped(
  open: () => Promise<TypedFile>,
  options: ReadOptions,
  faults: Faults,
): AsyncGenerator<Batch> {
  yield* readTable(rowsOf(open, options, faults), options, faults, true)
}

async function* rowsOf(
  open: () => Promise<TypedFile>,
  options: ReadOptions,
  faults: Faults,
): AsyncGenerator<Rows> {
  let row = 1
  try {
    const file = await open()
    const columns = cellColumns(file.fields)
    const header = columns.map(({ name }) => name)
    yield { first: 0, cells: [header] }
    let sample: string[][] | null = [header]
    let wanted: ReadonlySet<number> | null = null
    for await (const rows of file.batches(() => wanted)) {
      for (let from = 0; from < rows.length; from += BATCH) {
        const cells = Array.from({ length: Math.min(BATCH, rows.length - from) }, (_, i) =>
          columns.map(({ field, text }) =>
            wanted && !wanted.has(field) ? "" : text(rows.value(field, from + i)),
          ),
        )
        yield { first: row, cells }
        row += cells.length
        sample?.push(...cells)
      }
      if (sample && sample.length > SAMPLE) {
        wanted = neededOf(columns, sample, options)
        sample = null
      }
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    const isAll = row === 1
    faults.add({
      code: "damaged-file",
      severity: isAll ? "fatal" : "left-out",
      where: isAll ? {} : { row },
      seen: error.seen,
      inEnglish: error.message,
    })
  }
}

/** The fields that events come from by these first rows; null for all, where more is known of a table than its columns. */
function neededOf(
  columns: readonly CellColumn[],
  sample: readonly (readonly string[])[],
  options: ReadOptions,
): ReadonlySet<number> | null {
  const { mapping, preset } = recogniseTable(sample, options, null, collectFaults(), true)
  if (preset) return null
  return new Set(columns.flatMap(({ field }, i) => (mapping.columns[i] ? [field] : [])))
}
