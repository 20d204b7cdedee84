import type { Seen } from "./seen.ts"
import type { Wanted } from "./wanted.ts"

/** Something left out or guessed while reading: where, what was found, what was expected, what was done. */
export interface Problem {
  /** A stable word for filtering and translation, e.g. "bad-date", "unknown-status", "not-an-object". */
  readonly code: string
  readonly severity: "left-out" | "repaired" | "fatal"
  readonly where: Place
  /** What stood there, shortened to 120 characters; in English where it is no text of the file. */
  readonly found: string
  /** The same by words that programs know, where it is no text of the file. */
  readonly seen?: Seen
  /** What would have been right, in English; words/faults.ts says it in other languages by what follows and by the code. */
  readonly expected: string
  /** What exactly was wanted, where that is more than the code says. */
  readonly wanted?: Wanted
}

/** JSON Pointer for JSON (RFC 6901), line and column for text, row and column name for tables. */
export interface Place {
  /** Name of the file, where several were read. */
  readonly file?: string
  readonly pointer?: string
  readonly line?: number
  readonly column?: number | string
  readonly row?: number
}
