import type { Document } from "../model/document.ts"
import type { Trait } from "./traits.ts"

/** A kind of file that a document can be written to. Knows no page and no other writer. */
export interface Writer {
  readonly name: string
  /** Endings of file names, with the dot, in lower case; the first is the usual one. */
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** What of a document the file cannot say; see losses in index.ts. */
  readonly drops: ReadonlySet<Trait>
  /** The file piece by piece, in order. */
  write(document: Document): Iterable<string> | AsyncIterable<string | Uint8Array>
}
