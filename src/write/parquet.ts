import type { ColumnSource } from "hyparquet-writer"
import type { EventRecord } from "../model/document.ts"
import { columnsOf, TABLE_DROPS, type Column } from "./columns.ts"
import type { Writer } from "./writer.ts"

/** Columns of numbers; all others are text, or lists of it. */
const NUMBERS = /^(lat|lon|killed|injured|figure: .*)$/
/** Columns of days, which databases sort and filter by. */
const DAYS = new Set(["earliest", "latest"])
const LISTS = new Set(["actors", "places", "tags", "sources", "source links"])

/**
 * A table of columns with types (parquet.apache.org), packed by Snappy: the columns of the CSV, but lists as lists, numbers as
 * numbers, and the first and the last day as days where those have a place (years of 32 bits of days).
 */
export const parquetWriter: Writer = {
  name: "parquet",
  extensions: [".parquet"],
  mediaType: "application/vnd.apache.parquet",
  drops: TABLE_DROPS,
  async *write(document, { lang = document.lang } = {}) {
    const { parquetWriteBuffer } = await import("hyparquet-writer")
    const columns = columnsOf(document, lang)
    const schema = [
      { name: "root", num_children: columns.length },
      ...columns.flatMap(([name]) => elementsOf(name)),
    ]
    const columnData = columns.map(column => sourceOf(column, document.events))
    yield new Uint8Array(parquetWriteBuffer({ columnData, schema: schema as never, createdBy: "dateline" }))
  },
}

const OPTIONAL = { repetition_type: "OPTIONAL" } as const
const TEXT = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } } as const

/** The elements of the schema that a column is described by (LogicalTypes.md). */
function elementsOf(name: string): object[] {
  if (NUMBERS.test(name)) return [{ name, type: "DOUBLE", ...OPTIONAL }]
  if (DAYS.has(name)) return [{ name, type: "INT32", converted_type: "DATE", ...OPTIONAL }]
  if (!LISTS.has(name)) return [{ name, ...TEXT, ...OPTIONAL }]
  return [
    { name, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" }, ...OPTIONAL },
    { name: "list", num_children: 1, repetition_type: "REPEATED" },
    { name: "element", ...TEXT, ...OPTIONAL },
  ]
}

function sourceOf([name, cell]: Column, events: readonly EventRecord[]): ColumnSource {
  const valueOf = (text: string) =>
    text === "" ? null : NUMBERS.test(name) ? Number(text) : DAYS.has(name) ? dayOf(text) : text
  const data = events.map(event => {
    const value = cell(event)
    if (typeof value !== "string") return value.length > 0 ? value : null
    return valueOf(value)
  })
  return { name, data: data as never }
}

const DAY = 86_400_000

/** Days since 1970 of an ISO day; null for one that no JavaScript date has. */
function dayOf(text: string): number | null {
  const time = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : Math.floor(time / DAY)
}
