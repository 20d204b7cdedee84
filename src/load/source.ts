import type { Fetch } from "./fetch.ts"

/** An address, relative to `base` where it is (the page's own address); a file; or text. */
export type LoadSource =
  | { readonly url: string; readonly base?: string }
  | { readonly file: Blob & { readonly name?: string } }
  | { readonly text: string; readonly name?: string }
  /** A stream that can be read once; `total` is its length in bytes, null where nobody knows. */
  | { readonly bytes: AsyncIterable<Uint8Array>; readonly name?: string; readonly total: number | null }
  /** Several files, which become one document; events that cite no source cite their file. */
  | { readonly files: readonly (Blob & { readonly name?: string })[] }

export type SingleSource = Exclude<LoadSource, { readonly files: unknown }>

export interface LoadOptions {
  /** Name of a format, where sniffing would be wrong. */
  readonly format?: string
  /** What was chosen by hand of how it is read, as the address has it: see formats/mapping readMapping. */
  readonly map?: string
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  readonly fetch?: Fetch
  /** The most bytes that are read, both as they come and unpacked. */
  readonly limit?: number
  /** Whether what was read before `signal` stopped the reading is kept. */
  readonly keep?: boolean
  /** Longest stretch of work, in ms, before others get their turn; 8 where nothing is said. */
  readonly slice?: number
}

export interface Progress {
  /** Bytes that have come so far, as they travel. */
  readonly bytes: number
  /** Null where nobody said. */
  readonly total: number | null
  /** What it is at least, where what travels is compressed on its way; 0 where nobody said. */
  readonly least: number
  readonly events: number
}
