import { writeEvent, writeHead } from "../model/write.ts"
import type { Writer } from "./writer.ts"

/** The native document (interface §1), an event a line, so that two editions can be compared line by line. */
export const jsonWriter: Writer = {
  name: "json",
  extensions: [".json"],
  mediaType: "application/json",
  drops: new Set(),
  *write(document) {
    const { events } = document
    yield "{\n"
    for (const [key, value] of Object.entries(writeHead(document)))
      yield `  ${JSON.stringify(key)}: ${indented(value)},\n`
    yield '  "events": ['
    let separator = "\n    "
    for (const event of events) {
      yield separator + JSON.stringify(writeEvent(event, document))
      separator = ",\n    "
    }
    yield events.length > 0 ? "\n  ]\n}\n" : "]\n}\n"
  },
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", "\n  ")
}
