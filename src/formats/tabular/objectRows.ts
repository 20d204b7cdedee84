import { pointerTo, type Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import type { OriginOf } from "../../model/spot.ts"
import { fieldNamed, proposeColumns, withDateParts, type Field } from "../mapping.ts"
import { flat, headerOf, isInLanguage, isThing, withLanguages, type Thing } from "./flat.ts"
import { numberDates, withDateColumn } from "./numberDates.ts"
import { reportGuessed, withPartlyNamed } from "./partlyNamed.ts"
import { recordReader } from "./records.ts"

/** Objects by which columns are told. */
const SAMPLE = 500

/** Turns objects into events as people write them, their columns being told as those of a table are. */
export interface ObjectReader {
  /** Null for an object that says nothing. */
  read(object: Thing, where?: Place): Record<string, unknown> | null
  /** Places met since this was last asked. */
  takePlaces(): Record<string, unknown> | null
  /** Where the fields of its events came from. */
  readonly originOf: OriginOf
}

/** What the columns of objects are, by those at the beginning. */
export interface ObjectColumns {
  /** The objects at the beginning. */
  readonly sample: readonly Thing[]
  readonly header: readonly string[]
  readonly columns: readonly (Field | null)[]
  readonly rows: readonly (readonly string[])[]
  /** Indexes of those that were taken by a part of their names. */
  readonly guessed: readonly number[]
  /** Columns that objects may have in place of another: what is a `title` of one is the `name` of the next. */
  readonly others: readonly Other[]
}

interface Other {
  readonly column: number
  /** The column whose field it has, and for which it stands where that is empty. */
  readonly main: number
}

/** Fields of which one column is taken though an object may have them under another name. */
const SINGLE: ReadonlySet<Field | null> = new Set<Field | null>(
  "id title summary when start end place type status source whenText".split(" ") as Field[],
)

function othersIn(columns: readonly (Field | null)[], names: readonly string[]): Other[] {
  return columns.flatMap((field, column) => {
    if (field !== null) return []
    const own = fieldNamed(names[column]!)
    const main = SINGLE.has(own) ? columns.indexOf(own) : -1
    return main < 0 ? [] : [{ column, main }]
  })
}

function filled(row: readonly string[], others: readonly Other[]): readonly string[] {
  let whole: string[] | null = null
  for (const { column, main } of others) {
    if (row[column] === "" || (whole ?? row)[main] !== "") continue
    whole ??= [...row]
    whole[main] = row[column]!
  }
  return whole ?? row
}

export function objectColumns(objects: readonly Thing[], flatten: typeof flat = flat): ObjectColumns {
  const sample = objects.slice(0, SAMPLE)
  const cells = sample.map(object => flatten(object))
  const header = headerOf(cells)
  const rows = cells.map(row => header.map(key => row.get(key) ?? ""))
  const names = namesIn(header)
  // Texts in several languages are put together by their names.
  const single = names.map(name => (isInLanguage(name) ? "" : name))
  const { columns, guessed } = withPartlyNamed(proposeColumns(names, null), single, rows)
  const dated = withDateColumn(columns, header, rows)
  const titled = withTitleColumn(withDateParts(dated, names, rows), rows)
  return { sample, header, columns: titled, others: othersIn(titled, single), rows, guessed }
}

/**
 * The names by which columns are told. What wraps each record, as the `attributes` or `node` of many services do, says
 * nothing: where no date stands beside it and one stands in it, its columns go by the names that they have there.
 */
function namesIn(header: readonly string[]): readonly string[] {
  if (header.some(isDateName)) return header
  const inner = header.find(name => isDateName(name.slice(name.lastIndexOf(".") + 1)))
  if (inner === undefined) return header
  const wrap = inner.slice(0, inner.lastIndexOf(".") + 1)
  return header.map(name => (name.startsWith(wrap) ? name.slice(wrap.length) : name))
}

function isDateName(name: string): boolean {
  return DATES.has(fieldNamed(name))
}

const DATES: ReadonlySet<Field | null> = new Set<Field | null>(["when", "start", "year"])

/** Letters of which a text that says what happened has some more, and a key or a number fewer. */
const WORDY = 5

/** Where no column says what happened, the first of texts that differ from each other does. */
function withTitleColumn(
  columns: readonly (Field | null)[],
  rows: readonly (readonly string[])[],
): readonly (Field | null)[] {
  if (columns.some(field => field === "title" || field === "summary")) return columns
  const found = columns.findIndex((field, column) => {
    if (field !== null) return false
    const cells = rows.map(row => row[column] ?? "").filter(Boolean)
    const texts = cells.filter(
      cell => cell.length > WORDY && /\p{L}{3}/u.test(cell) && !/^\S+:\S+$|^[\w-]+$/.test(cell),
    )
    return texts.length * 2 > rows.length && new Set(texts).size * 2 > texts.length
  })
  return found < 0 ? columns : columns.with(found, "title")
}

/** Whether a column of dates is among them. */
export function hasDates({ columns }: ObjectColumns): boolean {
  return columns.some(field => DATES.has(field))
}

/**
 * The values that cells were made of by the names of those, as pointers from their objects, or from what those hold under
 * the key `within`; null for one that was made otherwise. Looks through the sample once for each name.
 */
export function originsIn(sample: readonly Thing[], within?: string): (name: string) => ReturnType<OriginOf> {
  const known = new Map<string, ReturnType<OriginOf>>()
  return name => {
    if (!known.has(name)) known.set(name, originIn(sample, name, within))
    return known.get(name)!
  }
}

function originIn(sample: readonly Thing[], name: string, within?: string): ReturnType<OriginOf> {
  const start = within === undefined ? [] : [within]
  const paths = [
    [...start, name],
    [...start, ...name.split(".")],
  ]
  const path = paths.find(keys => sample.some(object => holds(object, keys)))
  return path ? { pointer: path.reduce(pointerTo, "") } : null
}

function holds(object: Thing, keys: readonly string[]): boolean {
  let value: unknown = object
  for (const key of keys) {
    if (!isThing(value) || !Object.hasOwn(value, key)) return false
    value = value[key]
  }
  return true
}

/** A reader of objects that have these columns, which lie in those under the key `within` where there is one. */
export function objectReader(
  { sample, header, columns, others, rows, guessed }: ObjectColumns,
  faults: Faults,
  flatten: typeof flat = flat,
  within?: string,
): ObjectReader {
  reportGuessed(columns, guessed, header, faults)
  const dates = numberDates(columns, rows)
  const dated = (row: readonly string[]) => filled(row, others).map((cell, i) => dates[i]?.(cell) ?? cell)
  const records = recordReader({ columns, order: null }, header, rows.map(dated), faults)
  const originOf = originsIn(sample, within)
  return {
    takePlaces: records.takePlaces,
    originOf(field) {
      const column = records.columnOf(field)
      // What may stand under another name stands now here, now there.
      if (column < 0 || others.some(({ main }) => main === column)) return null
      return originOf(header[column]!)
    },
    read(object, where) {
      const row = flatten(object)
      const event = records.read(dated(header.map(key => row.get(key) ?? "")), where)
      return event && withLanguages(event, row)
    },
  }
}
