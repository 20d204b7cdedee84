import { readFileSync, writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { SCHEMA_FILE, schemaText } from "./schema-file.ts"

/** `UPDATE=1 npx vitest run tests/model/schema.test.ts` writes the file anew. */
test("the served JSON Schema is the one that the run-time definition gives", () => {
  if (process.env.UPDATE) writeFileSync(SCHEMA_FILE, schemaText())
  expect(readFileSync(SCHEMA_FILE, "utf8")).toBe(schemaText())
})

test("every field of the schema says what it is for", () => {
  const silent: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") {
        for (const [name, field] of Object.entries(value as Record<string, { description?: string }>)) {
          if (!field.description) silent.push(`${path}/${name}`)
        }
      }
      visit(value, `${path}/${key}`)
    }
  }
  visit(JSON.parse(schemaText()), "")
  expect(silent).toEqual([])
})
