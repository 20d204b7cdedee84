import { decodeHead } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { proposeColumns } from "./mapping.ts"
import { once } from "./once.ts"
import { guessEncoding } from "./tabular/decodeTable.ts"
import { guessDialect } from "./tabular/dialect.ts"
import { wrappedIn } from "./tabular/wrapped.ts"

/** What reads tables is more than all that reads documents, and most files are these. */
const reader = once(() => import("./tabular/readCsv.ts"))

/** A table with a header: comma, semicolon, tab or pipe between cells, in any of the usual encodings. */
export const csv: Format = {
  name: "csv",
  extensions: [".csv", ".tsv", ".tab", ".txt", ".psv"],
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  sniff(head, fileName) {
    const encoding = guessEncoding(head)
    const text = encoding === "utf-8" ? decodeHead(head) : new TextDecoder(encoding).decode(head)
    if (/^\s*[[{<]/.test(text)) return 0
    if (wrappedIn(text)) return 2
    const dialect = guessDialect(text)
    if (/\.(csv|tsv|tab|psv)$/i.test(fileName)) return dialect ? 2 : 1
    return dialect && hasNames(text.split(/\r?\n/, 1)[0]!.split(dialect.delimiter)) ? 2 : dialect ? 1 : 0
  },
  async *read(bytes, faults, options = {}): AsyncGenerator<Batch> {
    const { readCsv } = await reader()
    yield* readCsv(bytes, faults, options)
  },
  prepare: reader,
}

/** Whether a first line has names of columns that are known here, one of them of a date or a title. */
function hasNames(header: readonly string[]): boolean {
  return proposeColumns(header, null).some(
    field => field === "when" || field === "start" || field === "year" || field === "title",
  )
}
