import type { Faults } from "../../model/faults.ts"
import { canonicalEdtf, joinBounds } from "../../model/edtf-text.ts"
import type { Place } from "../../model/problem.ts"
import type { Field, Mapping } from "../mapping.ts"
import { said, separatorOf, shownCell, statusOf } from "./cells.ts"
import { textOfHtml } from "./html.ts"
import { clockReader, withClock } from "./clocks.ts"
import { figureReader } from "./figures.ts"
import { isHijriName } from "./hijri.ts"
import { listOf, type Columns } from "./lists.ts"
import {
  day,
  inMonth,
  isOfTwoMonths,
  latinDigits,
  orderOf,
  readLooseDate,
  serialDay,
  yearText,
} from "./looseDates.ts"
import { epochReader } from "./numberDates.ts"
import { placeReader } from "./places.ts"

/** Turns rows into events as people write them, and into the places that they stand in. */
export interface RecordReader {
  /** What `read` takes from which cells, where it takes so little that it can be had without reading whole rows. */
  readonly plan: CellPlan | null
  /** The event of a row that stands at this place; null for one that says nothing. */
  read(cells: readonly string[], where?: Place): Record<string, unknown> | null
  /** The column that a field of an event comes from; -1 where it has none, or is put together from several. */
  columnOf(field: string): number
  /** Places met since this was last asked, with their points and what they lie in. */
  takePlaces(): Record<string, unknown> | null
}

/** Where a plain table has what; a column of -1 is not there. */
export interface CellPlan {
  /**
   * Whether cells are as they are; else they are read by `said` and `valuesOf`: blanks around a value are not of it, and
   * some words stand for nothing.
   */
  readonly isExact: boolean
  /** Columns in all. */
  readonly width: number
  readonly id: number
  readonly title: number
  readonly type: number
  readonly status: number
  readonly first: number
  readonly last: number
  /** The date of two cells that say something (the second may be ""), as EDTF; text that is no date comes as it is. */
  readonly dateOf: (first: string, last: string) => string
  readonly lists: Readonly<Record<"actor" | "place" | "source" | "tag", Columns>>
}

/** Fields that a plan knows; a table that has others is read row by row. */
const PLANNED: ReadonlySet<Field> = new Set<Field>(
  "id title type status when start end actor place source tag".split(" ") as Field[],
)

const NOWHERE: Place = {}

/** Dates that were seen, since most repeat in a large table. */
const REMEMBERED = 100_000

/**
 * A reader of rows by a mapping. `sample` are rows from the beginning, by which day and month are told apart, and several
 * values in a cell; what had to be guessed is reported once. `isKnown` where it is known whose table it is.
 */
export function recordReader(
  mapping: Mapping,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  faults: Faults,
  isKnown = false,
): RecordReader {
  const { columns } = mapping
  const all = (field: Field) => columns.flatMap((one, i) => (one === field ? [i] : []))
  const one = (field: Field) => columns.indexOf(field)
  const dateOf = dateReader(mapping, header, sample, faults)
  const listsIn = (field: Field): Columns =>
    all(field).map(column => ({ column, separator: separatorOf(sample.map(row => said(row[column]))) }))
  const actors = listsIn("actor")
  const sources = listsIn("source")
  const tags = listsIn("tag")
  const [id, title, summary, type] = [one("id"), one("title"), one("summary"), one("type")] as const
  const [status, reported, whenText] = [one("status"), one("reported"), one("whenText")] as const
  const counts = figureReader(columns)
  const places = listsIn("place")
  const where = { places, within: all("within"), lat: one("lat"), lon: one("lon") }
  const placeOf = placeReader(where, header, faults, !isKnown)
  const from = new Map([
    ...Object.entries({ id, title, summary, type, status, reported, whenText }),
    ...Object.entries({ actors, places, sources, tags }).map(([name, list]) => [name, onlyOf(list)] as const),
    ...Object.entries(dateOf.columns),
  ])
  const isPlain =
    dateOf.ofCells !== null &&
    title >= 0 &&
    columns.every(field => field === null || PLANNED.has(field)) &&
    [actors, places, sources, tags]
      .flat()
      .every(({ separator }) => separator === "" || separator.charCodeAt(0) < 128)

  return {
    plan: isPlain
      ? {
          ...{ isExact: false, width: header.length, id, title, type, status },
          first: dateOf.ofCells!.first,
          last: dateOf.ofCells!.last,
          dateOf: dateOf.ofCells!.read,
          lists: { actor: actors, place: places, source: sources, tag: tags },
        }
      : null,
    takePlaces: placeOf.take,
    columnOf: field => from.get(field) ?? -1,
    read(row, at = NOWHERE) {
      const event: Record<string, unknown> = {}
      const set = (key: string, column: number) => {
        const text = column < 0 ? "" : said(row[column])
        if (text !== "") event[key] = shownCell(text)
      }
      set("id", id)
      set("title", title)
      const when = dateOf.read(row)
      if (typeof when !== "string") [event["start"], event["end"]] = when
      else if (when !== "") event["when"] = when
      const who = listOf(row, actors)
      if (who) event["actors"] = who
      const where = placeOf.read(row, at)
      if (where) event["places"] = where
      set("type", type)
      if (status >= 0) {
        const word = said(row[status])
        if (word !== "") event["status"] = statusOf(word) ?? word
      }
      const cited = listOf(row, sources)
      if (cited) event["sources"] = cited
      const labels = listOf(row, tags)
      if (labels) event["tags"] = labels
      set("summary", summary)
      if (event["summary"] !== undefined) event["summary"] = textOfHtml(event["summary"] as string)
      if (event["title"] !== undefined) event["title"] = textOfHtml(event["title"] as string)
      set("whenText", whenText)
      if (reported >= 0) {
        const text = said(row[reported])
        if (text !== "") event["reported"] = readLooseDate(text, mapping.order ?? "dmy") ?? text
      }
      const figures = counts(row)
      if (figures) event["figures"] = figures
      if (event["title"] === undefined) {
        const made = titleFrom(event)
        if (made !== "") event["title"] = made
      }
      for (const _ in event) return event
      return null
    },
  }
}

function onlyOf(list: Columns): number {
  return list.length === 1 ? list[0]!.column : -1
}

/** What an event without a title is called: what it is, who and where; else the beginning of what is said of it. */
function titleFrom({ type, actors, places, summary }: Record<string, unknown>): string {
  if (typeof summary === "string") return summary.length > 90 ? `${summary.slice(0, 88).trimEnd()}…` : summary
  const names = [type, ...((actors as string[] | undefined) ?? []).slice(0, 2)]
  const where = ((places as string[] | undefined) ?? []).slice(0, 3).join(", ")
  const who = names.filter(name => typeof name === "string").join(" – ")
  return where ? (who ? `${who}, ${where}` : where) : who
}

/**
 * Reads the date of a row as EDTF; text that is no date comes as it is, and so do a start and an end that make none
 * together, for the checker to name.
 */
interface DateReader {
  /** The columns that an event's fields come from; -1 for one that comes now from this, now from that. */
  readonly columns: Readonly<Record<"when" | "start" | "end", number>>
  read(row: readonly string[]): string | readonly [start: string, end: string]
  /** The same of two cells, where it hangs on no others. */
  readonly ofCells: {
    readonly first: number
    readonly last: number
    readonly read: CellPlan["dateOf"]
  } | null
}

function dateReader(
  { columns, order }: Mapping,
  header: readonly string[],
  sample: readonly (readonly string[])[],
  faults: Faults,
): DateReader {
  const at = (field: Field) => columns.indexOf(field)
  const [when, start, end] = [at("when"), at("start"), at("end")] as const
  const precision = at("precision")
  const clock = clockReader(columns)
  const parts = { year: at("year"), month: at("month"), day: at("day") }
  const ends = { year: at("endYear"), month: at("endMonth"), day: at("endDay") }
  if (when >= 0 || start >= 0) {
    const main = when >= 0 ? when : start
    // Where the date of a row is not said, its start or its year may be.
    const other = when >= 0 ? start : -1
    const cells = [main, other, end].filter(column => column >= 0)
    const values = sample.flatMap(row => cells.map(column => said(row[column]))).filter(Boolean)
    const found = orderOf(values)
    if (!found.isSure && order === null)
      faults.add({
        code: "guessed-order",
        severity: "repaired",
        where: { column: header[main] ?? String(main + 1) },
        found: values.find(value => /^\d{1,2}[/.-]/.test(value)) ?? "",
      })
    const areSerials =
      values.length > 0 && values.every(value => /^\d{5}(\.\d+)?$/.test(value) && Number(value) > 10_000)
    const epochs = epochReader(values)
    const areHijri = isHijriName(header[main] ?? "")
    let isTold = false
    const tellOfTwoMonths = (text: string) => {
      if (!isTold)
        faults.add({
          code: "two-months",
          severity: "repaired",
          where: { column: header[main] ?? String(main + 1) },
          found: text,
        })
      isTold = true
    }
    const read = remembering((text: string) => {
      if (areSerials) return serialDay(Number(text)) ?? text
      if (epochs) return epochs(text) ?? text
      if (areHijri) return readLooseDate(`${text} هـ`, order ?? found.order) ?? text
      // Few digits are a year of long ago; people write no day so.
      const digits = latinDigits(text)
      if (/^(?:\d{3}|-\d{1,9})$/.test(digits)) return yearText(Number(digits)) ?? text
      const date = readLooseDate(text, order ?? found.order)
      if (date !== null && isOfTwoMonths(text, date)) tellOfTwoMonths(text)
      return date ?? text
    })
    const ofCells = (first: string, last: string, exact: string, at = "", until = "") => {
      const from = first === "" ? "" : withClock(read(first), at)
      const to = last === "" ? "" : withClock(read(last), until)
      const joined = stretch(from, to)
      return typeof joined === "string" ? widened(joined, from, to, exact) : joined
    }
    const ofRow = (row: readonly string[]) => {
      const first = said(row[main]) || (other < 0 ? "" : said(row[other]))
      const last = end < 0 ? "" : said(row[end])
      if (first === "" && last === "" && parts.year >= 0) return fromParts(row, parts, clock.start(row))
      return ofCells(first, last, precision < 0 ? "" : said(row[precision]), clock.start(row), clock.end(row))
    }
    const isOfTwo = precision < 0 && other < 0 && parts.year < 0
    const begin = other < 0 && parts.year < 0 ? main : -1
    return {
      columns: { when: begin, start: begin, end },
      read: ofRow,
      ofCells: isOfTwo
        ? { first: main, last: end, read: (first, last) => [ofCells(first, last, "")].flat().join("/") }
        : null,
    }
  }
  return {
    columns: { when: parts.year, start: parts.year, end: ends.year },
    ofCells: null,
    read(row) {
      if (parts.year < 0) return ""
      const from = fromParts(row, parts, clock.start(row))
      const to = ends.year < 0 ? "" : fromParts(row, ends, clock.end(row))
      return stretch(from, to)
    },
  }
}

/**
 * From one date to another; both as they are where they make no stretch. Of a window its outer side counts, of hours of
 * the first day the first.
 */
function stretch(from: string, to: string): string | readonly [start: string, end: string] {
  const [begin = "", until] = from.split("/")
  if (to === "" || to === from || until?.startsWith(to)) return from
  if (until !== undefined) return joinBounds(begin, to) ?? [begin, to]
  const first = from.replace(/^\[(.+?)(?:\.\.|,).*\]$/, "$1~")
  const last = to.replace(/^\[.*(?:\.\.|,)(.+?)\]$/, "$1~")
  return joinBounds(first, last) ?? [from, to]
}

/** A window in which one event lies, where a table's precision says that it is no more (UCDP 2–5, ACLED 2 and 3). */
function widened(joined: string, from: string, to: string, precision: string): string {
  if (!/^[2-9]$/.test(precision) || joined === "") return joined
  if (to !== "" && to !== from) return canonicalEdtf(`[${from}..${to}]`) ?? joined
  return canonicalEdtf(`${precision === "3" ? from.slice(0, 7) : from}~`) ?? joined
}

function fromParts(
  row: readonly string[],
  { year, month, day: date }: { year: number; month: number; day: number },
  clock: string,
): string {
  const cell = (column: number) => (column < 0 ? "" : latinDigits(said(row[column])))
  const text = cell(year)
  if (text === "") return ""
  const number = Number(text)
  if (!Number.isInteger(number)) return readLooseDate(text, "dmy") ?? text
  const at = (column: number) => (cell(column) === "" ? 0 : Number(cell(column)))
  const dated = (one: number) => day(number, one, at(date), clock || undefined) ?? yearText(number)
  return (
    (Number.isNaN(at(month)) ? inMonth(cell(month), dated) : dated(at(month))) ?? yearText(number) ?? text
  )
}

function remembering(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    let found = known.get(text)
    if (found === undefined) {
      if (known.size >= REMEMBERED) known.clear()
      known.set(text, (found = read(text)))
    }
    return found
  }
}
