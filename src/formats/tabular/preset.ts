import type { Faults } from "../../model/faults.ts"
import type { Field } from "../mapping.ts"
import { said } from "./cells.ts"

/** A cell of a row by the name of its column in lower case; "" where it says nothing. */
export type CellOf = (name: string) => string

/** An event on its way, as people write them. */
export type Draft = Record<string, unknown>

/** Says more of an actor, a place or a type that an event names; what is said first stays. */
export type Declare = (
  kind: "actors" | "places" | "types",
  id: string,
  traits: Readonly<Record<string, unknown>>,
) => void

/** What is known of a table by the names of its columns, where they say whose it is. */
export interface Preset {
  /** What a file with these columns is called. */
  readonly name: string
  /** Columns by their names as they stand, in lower case; others keep what they are taken for. "" is "left alone". */
  readonly columns: Readonly<Record<string, Field | "">>
  /** Finishes an event from its row; gives false for a row that is no event. */
  readonly finish?: (event: Draft, cell: CellOf, declare: Declare) => boolean
  /** Rows of the same key are one event. */
  readonly keyOf?: (cell: CellOf) => string
  /** What the first rows say of the document itself. */
  readonly fieldsIn?: (rows: readonly CellOf[], faults: Faults) => Readonly<Record<string, unknown>> | null
}

/** Says more of the first place that an event names. */
export function declarePlace(
  event: Draft,
  declare: Declare,
  traits: Readonly<Record<string, unknown>>,
): void {
  const [id] = Array.isArray(event["places"]) ? (event["places"] as unknown[]) : []
  if (typeof id === "string") declare("places", id, traits)
}

/** Cells of a row by the names of their columns; of columns of the same name the first. */
export function cellsByName(header: readonly string[]): (row: readonly string[]) => CellOf {
  const at = new Map<string, number>()
  header.forEach((name, i) => {
    if (!at.has(normal(name))) at.set(normal(name), i)
  })
  return row => name => {
    const column = at.get(name)
    return column === undefined ? "" : said(row[column])
  }
}

/** The name of a column as presets have it. */
export function normal(name: string): string {
  return name
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase()
}

/** A number of a cell; null where it holds none, or one below zero, which stands for "unknown" in many data sets. */
export function countIn(cell: string): number | null {
  const value = cell === "" ? Number.NaN : Number(cell)
  return Number.isFinite(value) && value >= 0 ? value : null
}

/** The parts of a list in a cell, each once. */
export function partsOf(cell: string, separator = ";"): string[] {
  return [...new Set(cell.split(separator).map(said).filter(Boolean))]
}
