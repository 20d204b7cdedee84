import type { Document, Status } from "../model/document.ts"
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
  write(document: Document, options?: WriteOptions): Iterable<string> | AsyncIterable<string | Uint8Array>
}

/** How a file is written that cannot hold all that a document says. */
export interface WriteOptions {
  /** BCP 47 tag of the texts, where a file holds each in one language; left out, the document's own. */
  readonly lang?: string
  /** The time now, in ms since 1970, for files that must say when they were made. */
  readonly now?: number
  /** Dates and statuses in words, for what a file can only say so; left out, as the document has them. */
  readonly sayDate?: (edtf: string) => string
  readonly sayStatus?: (status: Status) => string
}
