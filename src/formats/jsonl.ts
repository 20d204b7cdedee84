import { decodeHead } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { once } from "./once.ts"

/** A document is more often one text. */
const reader = once(() => import("./json-lines.ts"))

/**
 * One event a line (JSON Lines). Blank lines are skipped; a line that is not JSON is reported with its number and lost.
 * A first line with `dateline` in it holds the document's other fields: actors, places and so on. Lines that are no events
 * of the native format are read as a list of them in a JSON file would be: features, events of schema.org, or whatever
 * has dates.
 */
export const jsonl: Format = {
  name: "jsonl",
  extensions: [".jsonl", ".ndjson", ".geojsonl", ".ndgeojson", ".jsonlines"],
  mediaTypes: ["application/jsonl", "application/x-ndjson", "application/x-jsonlines"],
  sniff(head, fileName) {
    const [first = "", second = ""] = decodeHead(head)
      .trim()
      .split(/\s*\n\s*/, 2)
    if (!first.startsWith("{")) return 0
    if (/\.(jsonl|ndjson|geojsonl|ndgeojson|jsonlines)$/i.test(fileName)) return 2
    return second.startsWith("{") && first.endsWith("}") ? 2 : 0
  },
  async *read(bytes, faults, options): AsyncGenerator<Batch> {
    const { readJsonl } = await reader()
    yield* readJsonl(bytes, faults, options)
  },
  prepare: reader,
}
