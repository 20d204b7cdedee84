import type { Document } from "../model/document.ts"
import { createDictionary, type DictionaryParts } from "./dictionary.ts"
import { rowFinder } from "./ids.ts"
import {
  FACETS,
  type Facet,
  type FacetName,
  type Placing,
  type Ragged,
  type Table,
  type WhenColumns,
} from "./table.ts"
import { textColumn, type TextParts } from "./text.ts"

/** All of a table as plain values: what moves between threads. Columns may be shared between parts. */
export interface TableParts {
  readonly length: number
  readonly dated: number
  readonly when: WhenColumns
  readonly reportedMin: Float64Array | null
  readonly reportedMax: Float64Array | null
  readonly facets: Readonly<
    Record<
      FacetName,
      Ragged & {
        readonly values: DictionaryParts
        readonly rolled: Ragged
        readonly postings: Ragged | null
      }
    >
  >
  /** Of all text columns. */
  readonly placing: Placing
  readonly ids: TextParts
  readonly titles: Readonly<Record<string, TextParts>>
  readonly folded: TextParts
  readonly details: TextParts
  readonly extent: readonly [number, number] | null
  readonly document: Omit<Document, "events">
}

/** The table over its parts; the columns are taken as they are. */
export function tableOf({ facets, placing, ids, titles, folded, details, ...rest }: TableParts): Table {
  const column = (text: TextParts) => textColumn(text, placing)
  const known = column(ids)
  return {
    ...rest,
    facets: Object.fromEntries(
      FACETS.map(name => [name, { ...facets[name], values: createDictionary(facets[name].values) }]),
    ) as Record<FacetName, Facet>,
    ids: known,
    titles: Object.fromEntries(Object.entries(titles).map(([lang, text]) => [lang, column(text)])),
    folded: column(folded),
    details: column(details),
    rowOf: rowFinder(known),
  }
}
