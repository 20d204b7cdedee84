import { saySeenInEnglish, type Seen } from "../../model/seen.ts"
import { ENGLISH_SEEN_IN_COLUMNS, type SeenInColumns } from "../../model/seenInColumns.ts"
/** What the values of a column of a file with types are; a value may always be null or undefined too. */
export type Kind =
  /** Text, a number, a bigint, a boolean, or bytes that are text. */
  | { readonly is: "plain" }
  /** Days since 1970-01-01, as a number. */
  | { readonly is: "day" }
  /** Time since 1970-01-01T00:00 in parts of a ms, as a number or bigint; `isUtc` where the file says that it is UTC. */
  | { readonly is: "moment"; readonly perMs: number; readonly isUtc: boolean }
  /** Time since midnight, likewise. */
  | { readonly is: "clock"; readonly perMs: number }
  /** A whole number, or its bytes with the highest first, of which the last `scale` digits stand behind the point. */
  | { readonly is: "decimal"; readonly scale: number }
  /** A shape on the earth in the bytes of WKB. */
  | { readonly is: "shape" }
  /** An array, or anything else that gives its values in order. */
  | { readonly is: "list"; readonly of: Kind }
  /** An object with these parts. */
  | { readonly is: "struct"; readonly parts: readonly Field[] }
  /** What tables of events have no use for. */
  | { readonly is: "nothing" }

export interface Field {
  readonly name: string
  readonly kind: Kind
}

/** Some rows of such a file, one after the other; `value` gives what stands in a row under a field, both from 0. */
export interface TypedRows {
  readonly length: number
  value(field: number, row: number): unknown
}

/** A file of columns with types. */
export interface TypedFile {
  readonly fields: readonly Field[]
  /**
   * Its rows in batches, pulled. `wanted` says which fields are still needed whenever a batch is begun; null is all. Throws
   * DamagedFile, and what its bytes throw.
   */
  batches(wanted: () => ReadonlySet<number> | null): AsyncIterable<TypedRows>
}

/** Why a file of columns, or the rest of it, cannot be read. */
export class DamagedFile extends Error {
  override readonly name = "DamagedFile"
  readonly seen: Seen

  constructor(seen: SeenInColumns | Seen, of?: string, and?: string) {
    const whole: Seen = typeof seen === "string" ? { word: seen, of, and } : seen
    super(saySeenInEnglish(whole, ENGLISH_SEEN_IN_COLUMNS))
    this.seen = whole
  }
}

/** The same, with every failure of a library as a DamagedFile that says what was being read. */
export async function sound<T>(reading: Seen, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DamagedFile) throw error
    throw new DamagedFile({ ...reading, told: error instanceof Error ? error.message : String(error) })
  }
}
