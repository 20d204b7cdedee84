import { csvWriter } from "./csv.ts"
import { icalWriter } from "./ical.ts"
import { jsonWriter } from "./json.ts"
import { jsonldWriter } from "./jsonld.ts"
import { jsonlWriter } from "./jsonl.ts"
import type { Writer } from "./writer.ts"

/** All kinds of files that the page writes. */
export const WRITERS: readonly Writer[] = [jsonWriter, csvWriter, jsonlWriter, icalWriter, jsonldWriter]

/** The writer of a name, or of a file's ending, among these; null where there is none. */
export function writerFor(nameOrFile: string, writers = WRITERS): Writer | null {
  const text = nameOrFile.toLowerCase()
  return (
    writers.find(
      ({ name, extensions }) => name === text || extensions.some(ending => text.endsWith(ending)),
    ) ?? null
  )
}
