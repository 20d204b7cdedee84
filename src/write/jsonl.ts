import { writeEvent, writeHead } from "../model/write.ts"
import type { Writer } from "./writer.ts"

/** JSON Lines: a first line with all of the document but its events, then an event a line, in the document's own form. */
export const jsonlWriter: Writer = {
  name: "jsonl",
  extensions: [".jsonl", ".ndjson"],
  mediaType: "application/jsonl",
  drops: new Set(),
  *write(document) {
    yield `${JSON.stringify(writeHead(document))}\n`
    for (const event of document.events) yield `${JSON.stringify(writeEvent(event, document))}\n`
  },
}
