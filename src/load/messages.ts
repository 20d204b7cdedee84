import type { TableParts } from "../table/parts.ts"
import type { LoadFacts, LoadFailureCode } from "./failure.ts"
import type { LoadSource, Progress } from "./source.ts"
import type { Report } from "./table.ts"

/** A file, and how it is to be read: as the address has it. */
export interface Wanted {
  readonly source: LoadSource
  readonly format: string | null
  readonly map: string | null
}

/**
 * A reader's name says which file it may read before the page asks for one. As a message it would reach the reader only
 * once the page's thread has a turn to spare, and while the program comes that thread has none.
 */
export function nameFor(wanted: Wanted): string {
  return JSON.stringify(wanted)
}

/** The file that a reader of this name reads ahead; null for one without a name. */
export function wantedBy(name: string): Wanted | null {
  return name === "" ? null : (JSON.parse(name) as Wanted)
}

/** What the page says to its reader. */
export type ToReader =
  | { readonly type: "read"; readonly wanted: Wanted }
  /** The first table of a part stands on the page. */
  | { readonly type: "drawn" }
  | { readonly type: "stop" }

/** What a reader says to the page; columns are moved, not copied. */
export type FromReader =
  /** It runs. */
  | { readonly type: "here" }
  /** It lives, though there is nothing to tell. */
  | { readonly type: "beat" }
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "table"; readonly parts: TableParts }
  | { readonly type: "done"; readonly parts: TableParts; readonly report: Report }
  | { readonly type: "failed"; readonly code: LoadFailureCode; readonly facts: LoadFacts }
