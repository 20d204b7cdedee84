/**
 * "dateline": the pure core (interface.md §3), for parsing, time and filtering. Knows no page; runs in Node, in workers and
 * in browsers alike.
 */
import type { Document, EventRecord } from "./model/document.ts"
import { memoryEngine } from "./query/memory.ts"
import { readAddress } from "./state/address.ts"
import { buildTable } from "./table/build.ts"

// Documents: as people write them, in their normal form, and what was wrong with them.
export { checkDocument } from "./model/check.ts"
export { writeDocument, writeEvent } from "./model/write.ts"
export type * from "./model/document.ts"
export type { DocumentInput, EventInput, TextInput } from "./model/schema.ts"
export type { Problem } from "./model/problem.ts"

// Files of every format.
export { load, type Loaded } from "./load/load.ts"
export { LoadFailure, type LoadFailureCode } from "./load/failure.ts"
export type { LoadOptions, LoadSource, Progress } from "./load/source.ts"

// Time: EDTF texts, the four bounds of a fuzzy span, instants far beyond a Date's range, dates in words.
export { formatEdtf, parseEdtf, readWhen, whenOf, type Edtf, type ParsedEdtf } from "./time/edtf.ts"
export { PRECISION, QUALIFIER, type Precision, type When } from "./time/when.ts"
export { formatInstant, parseInstant } from "./time/instant.ts"
export { dateLocale, type DateLocale } from "./words/dates-locale.ts"
export { sayDate } from "./words/sayDate.ts"

// Filtering: a view's state, its query string, and an engine that answers with rows and counts.
export { INITIAL_STATE, type State } from "./state/state.ts"
export { PARAMETERS, readAddress, writeAddress } from "./state/address.ts"
export { EMPTY_SELECTION, type Selection } from "./query/selection.ts"
export { memoryEngine, type MemoryEngine } from "./query/memory.ts"
export type { Selected } from "./query/engine.ts"
export { buildTable } from "./table/build.ts"
export { eventOf } from "./table/event.ts"
export type { Table } from "./table/table.ts"

/**
 * The events of a document that pass the filters of a query string (interface.md §2: `actor=lavrov&from=2016-10`), in the
 * document's order. Choosing an actor or a place takes in all that is part of it. Who asks often builds a table and an
 * engine once.
 */
export function filterEvents(document: Document, query: string): readonly EventRecord[] {
  const table = buildTable(document)
  const { rows } = memoryEngine(table).select(readAddress(query).selection)
  const passing = new Set(Array.from(rows, row => table.ids.get(row)))
  return document.events.filter(({ id }) => passing.has(id))
}
