import type { CellBatch } from "../formats/format.ts"
import { mayBeNothing, said, statusOf } from "../formats/tabular/cells.ts"
import type { CellPlan } from "../formats/tabular/records.ts"
import { STATUSES } from "../model/document.ts"
import type { Head } from "../model/head.ts"
import { contentId } from "../model/ids.ts"
import type { PlainRow, TableBuilder } from "../table/build.ts"
import { daysText } from "../table/event.ts"
import type { CodeList } from "../table/ragged.ts"
import { daysWhen } from "../time/days.ts"
import { cellDates, type CellDates } from "./cellDates.ts"
import {
  exactWord,
  listReader,
  looseWord,
  NONE,
  ODD,
  valueReader,
  type ListReader,
  type WordOf,
} from "./cellValues.ts"

/**
 * Takes the rows of a batch from one on into a table, until one must be read in full: its id is taken, its date is none,
 * a cell holds HTML, and so on. Says which; the number of rows where none is left.
 */
export type CellFiller = (batch: CellBatch, from: number) => number

/**
 * Fills a table from the bytes of a file: cells are compared and copied there, and only those that were not met before
 * become texts. What it adds is what the rows would be when read in full.
 */
export function cellFiller(plan: CellPlan, head: Head, table: TableBuilder): CellFiller {
  const row = emptyRow(head.document.lang)
  const { isExact } = plan
  const wordOf = isExact ? exactWord : looseWord
  const dates = cellDates(plan.dateOf, isExact ? text => text : said)
  const lists = listReaders(plan, head, table, row, wordOf)
  const typeOf = valueReader(wordOf, word => table.code("type", head.types.resolve(word)))
  const statusIn = valueReader(isExact ? text => text : said, word => {
    const status = isExact ? word : (statusOf(word) ?? word)
    return (STATUSES as readonly string[]).includes(status) ? table.code("status", status) : ODD
  })
  const occurred = table.code("status", STATUSES[0])
  const { type, status } = row.codes

  return ({ block }, from) => {
    const { bytes, cells, starts, ends, escaped } = block
    row.bytes = bytes
    for (let r = from; r < block.rows; r++) {
      const cell = cells[r]!
      if (escaped[r] === 1 || cells[r + 1]! - cell !== plan.width) return r
      if (!takeTitle(row, starts[cell + plan.title]!, ends[cell + plan.title]!, isExact)) return r
      if (!takeDate(row, dates, block, cell, plan)) return r
      for (let i = 0; i < lists.length; i++) if (!lists[i]!(block, cell)) return r
      if (plan.type >= 0) {
        const at = cell + plan.type
        if (!putOne(type, typeOf(bytes, starts[at]!, ends[at]!), NONE)) return r
      }
      if (plan.status < 0) putOne(status, occurred, NONE)
      else {
        const at = cell + plan.status
        if (!putOne(status, statusIn(bytes, starts[at]!, ends[at]!), occurred)) return r
      }
      const id = cell + plan.id
      if (plan.id < 0 || (isExact && starts[id] === ends[id])) deriveId(row, table)
      else if (!takeId(row, starts[id]!, ends[id]!, isExact)) return r
      if (!table.addRow(row)) return r
    }
    return block.rows
  }
}

type Row = PlainRow

/** Makes a value, or else another, all that a list holds; false where the row must be read in full. */
function putOne(list: CodeList, code: number, otherwise: number): boolean {
  const one = code === NONE ? otherwise : code
  list.codes[0] = one
  list.count = one === NONE ? 0 : 1
  return code !== ODD
}

function emptyRow(lang: string): Row {
  const nothing = new Uint8Array(0)
  return {
    ...{ idBytes: nothing, idFrom: 0, idTo: 0, bytes: nothing, titleFrom: 0, titleTo: 0 },
    ...{ lang, firstDay: 0, lastDay: 0, when: null, whenText: null },
    codes: {
      actor: noCodes(),
      place: noCodes(),
      type: noCodes(),
      status: noCodes(),
      tag: noCodes(),
      source: noCodes(),
    },
  }
}

function noCodes(): CodeList {
  return { codes: [], count: 0 }
}

function listReaders(
  { lists }: CellPlan,
  head: Head,
  table: TableBuilder,
  { codes }: Row,
  wordOf: WordOf,
): readonly ListReader[] {
  const { actors, places, sources, tags } = head
  return [
    listReader(codes.actor, lists.actor, true, wordOf, word => table.code("actor", actors.resolve(word))),
    listReader(codes.place, lists.place, true, wordOf, word => table.code("place", places.resolve(word))),
    // The same source twice may be two texts that mean one: only the full reading tells.
    listReader(codes.source, lists.source, false, wordOf, word =>
      // A source that is described says when the event became known.
      head.hasSources ? ODD : table.code("source", sources.resolve(word)),
    ),
    listReader(codes.tag, lists.tag, true, wordOf, word => table.code("tag", tags.resolve(word))),
  ].filter((_, i) => [lists.actor, lists.place, lists.source, lists.tag][i]!.length > 0)
}

function takeTitle(row: Row, start: number, end: number, isExact: boolean): boolean {
  const { bytes } = row
  if (isExact) {
    row.titleFrom = start
    row.titleTo = end
    // A first letter that is no blank says that it says something.
    return start < end && bytes[start]! > 32 && !mayBeBlank(bytes[start]!)
  }
  let from = start
  let to = end
  while (from < to && isBlank(bytes[from]!)) from++
  while (from < to && isBlank(bytes[to - 1]!)) to--
  if (!isText(bytes, from, to, false)) return false
  // What may be HTML.
  for (let i = from; i < to; i++) if (bytes[i] === 60 || bytes[i] === 38) return false
  row.titleFrom = from
  row.titleTo = to
  return true
}

function takeId(row: Row, start: number, end: number, isExact: boolean): boolean {
  let from = start
  let to = end
  while (from < to && isBlank(row.bytes[from]!)) from++
  while (from < to && isBlank(row.bytes[to - 1]!)) to--
  row.idBytes = row.bytes
  row.idFrom = from
  row.idTo = to
  return isText(row.bytes, from, to, isExact)
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
}

/** Whether these bytes say something and neither begin nor end with what a cell's text may be without: blanks, a mark. */
function isText(bytes: Uint8Array, from: number, to: number, isExact: boolean): boolean {
  if (from >= to || mayBeBlank(bytes[from]!)) return false
  if (!isExact && (bytes[from] === 39 || mayBeNothing(bytes, from, to))) return false
  let lead = to - 1
  while (lead > from && (bytes[lead]! & 0xc0) === 0x80) lead--
  return !mayBeBlank(bytes[lead]!)
}

/** Whether a letter that begins so may be a blank: U+00A0, U+1680, U+2000 and on, U+3000, U+FEFF. */
function mayBeBlank(lead: number): boolean {
  return lead === 0xc2 || (lead >= 0xe1 && lead <= 0xe3) || lead === 0xef
}

function takeDate(
  row: Row,
  dates: CellDates,
  { bytes, starts, ends }: CellBatch["block"],
  cell: number,
  plan: CellPlan,
) {
  const first = cell + plan.first
  const last = cell + plan.last
  const isDate =
    plan.last < 0
      ? dates.read(bytes, starts[first]!, ends[first]!, 0, 0)
      : dates.read(bytes, starts[first]!, ends[first]!, starts[last]!, ends[last]!)
  row.firstDay = dates.firstDay
  row.lastDay = dates.lastDay
  row.when = dates.when
  row.whenText = dates.text
  return isDate
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The id that follows from what the row says, for a table that has none. */
function deriveId(row: Row, table: TableBuilder): void {
  const title = { [row.lang]: decoder.decode(row.bytes.subarray(row.titleFrom, row.titleTo)) }
  const ids = (facet: "actor" | "place") =>
    row.codes[facet].codes
      .slice(0, row.codes[facet].count)
      .map(code => ({ id: table.idOf(facet, code), role: null }))
  const { beginMin, endMax, qualifiers } = row.when ?? daysWhen(row.firstDay, row.lastDay)
  const when = row.whenText ?? daysText(beginMin, endMax, qualifiers)
  const places = ids("place").map(({ id }) => ({ id, role: "venue" as const }))
  row.idBytes = encoder.encode(contentId({ when, title, actors: ids("actor"), places }))
  row.idFrom = 0
  row.idTo = row.idBytes.length
}
