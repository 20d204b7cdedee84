import { isThing, listOf, thingsIn, wordOf, wordsOnce, type Thing } from "./values.ts"
import { isWikidataDate } from "./wikidataDates.ts"

/** An item of Wikidata by its address. */
export const ENTITY = /^https?:\/\/(?:www\.)?wikidata\.org\/entity\/([QLM]\d+)$/
/** A point in WKT, perhaps with the globe that it lies on: longitude, latitude. */
export const POINT = /^(?:<([^>]*)>\s*)?POINT\s*\(\s*(-?[\d.]+(?:e-?\d+)?)\s+(-?[\d.]+(?:e-?\d+)?)/i

/** A value in an answer of a query service. */
export interface Cell {
  readonly value: string
  readonly kind: "uri" | "literal" | "blank"
  /** Language tag of a text; "" where it has none. */
  readonly lang: string
}

/** The rows of an answer, and where they stand. */
export interface Answer {
  readonly variables: readonly string[]
  readonly rows: readonly ReadonlyMap<string, Cell>[]
  readonly pointer: string
  /** What in the list is no row, by its index in `rows`, which has an empty one in its place. */
  readonly odd: ReadonlyMap<number, unknown>
}

/**
 * The list of rows in an answer of a SPARQL service: in full (W3C SPARQL 1.1 Query Results JSON Format) or flat, as
 * the download of the Wikidata Query Service has it, on its own or one level down. Null where there is none.
 */
export function rowsIn(
  value: unknown,
): { readonly list: readonly unknown[]; readonly pointer: string } | null {
  if (Array.isArray(value)) return { list: value, pointer: "" }
  if (!isThing(value)) return null
  const { results, bindings } = value
  if (isThing(results) && Array.isArray(results["bindings"]))
    return { list: results["bindings"], pointer: "/results/bindings" }
  if (Array.isArray(bindings)) return { list: bindings, pointer: "/bindings" }
  const [only, ...more] = Object.entries(value).filter(([, part]) => Array.isArray(part))
  return only && more.length === 0 ? { list: only[1] as unknown[], pointer: `/${only[0]}` } : null
}

/**
 * Whether a value is an answer of the Wikidata Query Service: rows with an item and a label or a date as the service writes
 * it; or in full, of any service.
 */
export function isAnswer(value: unknown): boolean {
  const found = rowsIn(value)
  if (!found) return false
  const rows = thingsIn(found.list.slice(0, 50))
  if (found.pointer.endsWith("bindings")) return rows.length > 0
  const cells = rows.flatMap(row => Object.entries(row))
  const texts = cells.map(([, cell]) => wordOf(isThing(cell) ? cell["value"] : cell))
  const hasDate = texts.some(text => isWikidataDate(text) && text.includes("T"))
  return texts.some(text => ENTITY.test(text)) && (hasDate || cells.some(([name]) => name.endsWith("Label")))
}

/** The answer in a value that rowsIn knows. */
export function answerIn(value: unknown): Answer {
  const { list, pointer } = rowsIn(value) ?? { list: [], pointer: "" }
  const head = isThing(value) && isThing(value["head"]) ? listOf(value["head"]["vars"]).map(wordOf) : []
  const variables = new Set(head)
  const odd = new Map<number, unknown>()
  const rows = list.map((row, index) => {
    if (!isThing(row)) odd.set(index, row)
    const cells = isThing(row) ? cellsOf(row) : new Map<string, Cell>()
    for (const name of cells.keys()) variables.add(name)
    return cells
  })
  return { variables: [...variables].filter(Boolean), rows, pointer, odd }
}

function cellsOf(row: Thing): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [name, value] of Object.entries(row)) {
    const cell = isThing(value) ? fullCell(value) : flatCell(value)
    if (cell) cells.set(name, cell)
  }
  return cells
}

function fullCell(cell: Thing): Cell | null {
  const value = wordOf(cell["value"])
  if (value === "") return null
  const { type } = cell
  if (type === "bnode" || isUnknown(value)) return { value, kind: "blank", lang: "" }
  return { value, kind: type === "uri" ? "uri" : "literal", lang: wordOf(cell["xml:lang"] ?? cell["lang"]) }
}

function flatCell(input: unknown): Cell | null {
  // Programs that go on from an answer gather what its rows say of an item.
  const value = Array.isArray(input) ? wordsOnce(input.map(wordOf)).join(" | ") : wordOf(input)
  if (value === "") return null
  if (isUnknown(value) || /^(_:)?t\d+$/.test(value)) return { value, kind: "blank", lang: "" }
  return { value, kind: /^https?:\/\/\S+$/.test(value) ? "uri" : "literal", lang: "" }
}

/** An unknown value, as the service gives it in place of a blank node. */
function isUnknown(value: string): boolean {
  return /\/\.well-known\/genid\//.test(value) || value.startsWith("_:")
}
