import { readSaved } from "../figure/savedDocument.ts"
import { startTable } from "../table/build.ts"

/** The document that stands in the page, in the place of the built-in one. */
const saved = readSaved(globalThis.document.getElementById("dateline-data")!.textContent)
const builder = startTable(saved)
for (const event of saved.events) builder.add(event)
export const parts = builder.build(true)
