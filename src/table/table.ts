import type { Document, Text } from "../model/document.ts"

export const FACETS = ["actor", "place", "type", "status", "tag", "source"] as const
export type FacetName = (typeof FACETS)[number]

/**
 * Every event as row i of each column; rows in order of beginMin, endMax, id, with undated events last. Not written to
 * once built; shared, never copied. Columns are typed arrays, so a table moves from a worker for nothing.
 */
export interface Table {
  readonly length: number
  /** Rows [0, dated) have a date; rows [dated, length) lie in the tray. */
  readonly dated: number
  readonly when: WhenColumns
  /** First and last instant at which the event can have become known, half-open; NaN where nothing is stated, null where
   * no event states it. */
  readonly reportedMin: Float64Array | null
  readonly reportedMax: Float64Array | null
  readonly facets: Readonly<Record<FacetName, Facet>>
  readonly ids: TextColumn
  /** One column per language of the document; an empty string where a row has no title in that language. */
  readonly titles: Readonly<Record<string, TextColumn>>
  /** Each row's own words (title and summary in every language), folded by table/fold, for search. */
  readonly folded: TextColumn
  /** What no column says of an event, as JSON: see event.ts, which puts the whole together again. */
  readonly details: TextColumn
  /** Least and greatest finite bound of any event: [min, max), or null where nothing is dated. */
  readonly extent: readonly [number, number] | null
  /** All of the document but its events. */
  readonly document: Omit<Document, "events">
  /** Row of an id, or -1. */
  rowOf(id: string): number
}

/** As time/when When, a column each. */
export interface WhenColumns {
  readonly beginMin: Float64Array
  readonly beginMax: Float64Array
  readonly endMin: Float64Array
  readonly endMax: Float64Array
  readonly precision: Uint8Array
  readonly qualifiers: Uint16Array
}

/** Ragged lists of codes: row i has codes[offsets[i] … offsets[i + 1]). A row without a value has the one code 0. */
export interface Ragged {
  readonly offsets: Uint32Array
  readonly codes: Uint32Array
}

export interface Facet extends Ragged {
  readonly values: Dictionary
  /**
   * The rows of each code itself, ascending: list `code` is codes[offsets[code] … offsets[code + 1]). Null where every
   * row has one code, since going through all rows is then as fast; through a list for each row takes ten times as long
   * as through the rows of one value.
   */
  readonly postings: Ragged | null
  /**
   * The same lists closed under `partOf`/`within`, each code once: choosing a value is then one test and roll-up costs
   * no extra scan. The very same arrays where nothing is part of anything.
   */
  readonly rolled: Ragged
}

/** Codes ↔ values. Code 0 is "not stated" and has the id "?". */
export interface Dictionary {
  readonly size: number
  readonly ids: readonly string[]
  /** Names by code, null where a value has its id alone. */
  readonly names: readonly (Text | null)[]
  /** Name of a code in a language, falling back to any language, then to the id. */
  name(code: number, lang: string): string
  /** Code of an id, or -1. */
  code(id: string): number
  /** Direct parents and children. */
  readonly parents: readonly (readonly number[])[]
  readonly children: readonly (readonly number[])[]
}

/** Where the rows of a table lie in columns that stay in the order in which events came. */
export interface Placing {
  /** Place of each row. */
  readonly places: Uint32Array
  /** Row of each place. */
  readonly rows: Uint32Array
}

/**
 * Strings as one UTF-8 buffer, decoded on demand. They stay in the order in which they were read, since moving them costs
 * more than asking where one is: the string at place p is bytes[offsets[p] … offsets[p + 1]).
 */
export interface TextColumn extends Placing {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
  get(row: number): string
}
