import type { Dictionary, Table } from "../table/table.ts"
import type { ReadWhen } from "../time/days.ts"
import { readWhen } from "../time/edtf.ts"
import { createSearcher, finder, type Searcher } from "./search.ts"
import { failingKnown, failingTime } from "./time.ts"

/** What only some questions take: dates, and words. */
export interface Extras {
  readonly readWhen: ReadWhen
  readonly failingTime: typeof failingTime
  readonly failingKnown: typeof failingKnown
  readonly createSearcher: (table: Table) => Searcher
  /** Tells which codes have a name, in any language, with the text in it; null where there is nothing to look for. */
  readonly finder: (values: Dictionary, text: string) => ((code: number) => boolean) | null
}

export const EXTRAS: Extras = { readWhen, failingTime, failingKnown, createSearcher, finder }
