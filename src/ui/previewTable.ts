import { writeMapping, type ReadOptions, type TableShape } from "../formats/mapping.ts"
import { load } from "../load/load.ts"
import { LoadFailure } from "../load/failure.ts"
import type { Document } from "../model/document.ts"

/** What the beginning of a table comes to when it is read in some way. */
export interface Preview {
  readonly shape: TableShape
  /** The first of its events, with the names that they use; null where nothing comes of it. */
  readonly document: Document | null
}

/**
 * The beginning of a table read by its own reader with other choices, so that what is shown is what will be. Where the
 * bytes are not at hand the rows are written out as a table.
 */
export async function previewTable(shape: TableShape, options: ReadOptions): Promise<Preview> {
  const content = shape.head ?? tableOf(shape)
  try {
    const loaded = await load(
      { file: new Blob([content as BlobPart]) },
      { format: "csv", map: writeMapping(options) },
    )
    return { shape: loaded.shape ?? shape, document: loaded.document }
  } catch (failure) {
    return { shape: (failure instanceof LoadFailure && failure.shape) || shape, document: null }
  }
}

function tableOf({ header, rows }: TableShape): string {
  return [header, ...rows].map(cells => cells.map(quoted).join(",")).join("\n")
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
