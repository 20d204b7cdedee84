import { decodeHead } from "./decode.ts"
import type { Batch, Format } from "./format.ts"

/** GDELT's event files: columns of version 1 with and without the address of the article, and of version 2. */
const WIDTHS: ReadonlySet<number> = new Set([57, 58, 61])

/**
 * Events of GDELT 1.0 and 2.0 (Event Codebook V2.0): tabs, no header, quotes that mean nothing. What one article says of
 * one day is one event.
 */
export const gdelt: Format = {
  name: "gdelt",
  extensions: [".export.csv"],
  mediaTypes: [],
  sniff(head) {
    const [first = ""] = decodeHead(head).split(/\r?\n/, 1)
    const cells = first.split("\t")
    if (!WIDTHS.has(cells.length)) return 0
    const [id = "", day = "", month = "", year = ""] = cells
    return /^\d+$/.test(id) && /^\d{8}$/.test(day) && day.startsWith(month) && month.startsWith(year) ? 2 : 0
  },
  async *read(bytes, faults): AsyncGenerator<Batch> {
    const { readGdelt } = await import("./tabular/gdeltRows.ts")
    yield* readGdelt(bytes, faults)
  },
}
