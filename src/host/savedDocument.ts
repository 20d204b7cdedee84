import { readSaved } from "../figure/savedDocument.ts"
import { startTable } from "../table/build.ts"
import type { TableParts } from "../table/parts.ts"

/** The document that stands in the page, in the place of the built-in one. */
export async function loadParts(): Promise<TableParts> {
  const saved = readSaved(document.getElementById("dateline-data")!.textContent)
  const builder = startTable(saved)
  for (const event of saved.events) builder.add(event)
  return builder.build(true)
}
