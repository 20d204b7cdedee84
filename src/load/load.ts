import { gatherDocument } from "../model/check.ts"
import type { ReadDocument } from "../model/document.ts"
import { readSource, type Outcome } from "./read.ts"
import type { LoadOptions, LoadSource } from "./source.ts"

export type Loaded = ReadDocument & Outcome

/** The document of an address, a file or a text, and all that was wrong with it; see readSource. */
export async function load(source: LoadSource, options: LoadOptions = {}): Promise<Loaded> {
  const gathering = gatherDocument()
  const outcome = await readSource(source, options, gathering.begin)
  return { document: gathering.document(), ...outcome }
}
