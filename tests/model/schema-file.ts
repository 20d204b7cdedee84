import { toJsonSchema } from "@valibot/to-json-schema"
import { EventSchema, FileSchema, TextSchema } from "../../src/model/schema.ts"

export const SCHEMA_FILE = new URL("../../public/schema/dateline-1.json", import.meta.url)

/** The text of `public/schema/dateline-1.json`: draft 2020-12, from the definition that validates at run time. */
export function schemaText(): string {
  const schema = toJsonSchema(FileSchema, {
    definitions: { Event: EventSchema, Text: TextSchema },
    target: "draft-2020-12",
    typeMode: "input",
    // Dates, addresses and colours are checked by code; a JSON Schema can only describe them.
    ignoreActions: ["check", "finite"],
  })
  const { $schema, ...rest } = schema
  const whole = {
    $schema,
    title: "Dateline document, version 1",
    description:
      "A timeline of events, or a bare list of events. Dates are EDTF (ISO 8601-2, levels 0 to 2).",
    ...rest,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
