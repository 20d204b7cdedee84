import type { Document } from "../model/document.ts"
import { readSaved } from "../figure/savedDocument.ts"

/** The document that stands in the page. */
export const document: Document = readSaved(globalThis.document.getElementById("dateline-data")!.textContent)
