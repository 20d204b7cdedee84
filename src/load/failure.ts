import type { TableShape } from "../formats/mapping.ts"
import type { Problem } from "../model/problem.ts"

export type LoadFailureCode =
  | "offline"
  | "not-found"
  | "forbidden"
  | "cors"
  | "server"
  | "html-instead"
  | "too-large"
  | "unknown-format"
  | "bad-archive"
  | "damaged-file"
  | "several-files"
  | "bad-encoding"
  | "bad-json"
  | "no-events"
  | "aborted"
  | "reader-died"
  | "damaged-link"
  | "other"

export interface LoadFacts {
  /** Where it was looked for, made absolute; null for a file or text. */
  readonly address: string | null
  /** What the server answered with. */
  readonly status: number | null
  /** What was wrong with the file, as far as it was read. */
  readonly problems: readonly Problem[]
  /** The most bytes that are read, where that was too few. */
  readonly limit: number | null
  /** What the columns of a table were taken for in which nothing could be read. */
  readonly shape: TableShape | null
}

/** Why nothing could be loaded: a code and facts, for the interface to put into words. An Error, since it is thrown. */
export class LoadFailure extends Error {
  override readonly name = "LoadFailure"
  readonly code: LoadFailureCode
  readonly address: string | null
  readonly status: number | null
  readonly problems: readonly Problem[]
  readonly limit: number | null
  readonly shape: TableShape | null

  constructor(code: LoadFailureCode, facts: Partial<LoadFacts> = {}) {
    super([code, facts.address, facts.status].filter(part => part != null).join(" "))
    this.code = code
    this.address = facts.address ?? null
    this.status = facts.status ?? null
    this.problems = facts.problems ?? []
    this.limit = facts.limit ?? null
    this.shape = facts.shape ?? null
  }
}
