import { canonicalEdtf, joinBounds } from "../model/edtf-text.ts"
import { letterAt, type CellBlock } from "./tabular/cellBytes.ts"
import { cutterBy, type Cutter } from "./tabular/cutter.ts"
import type { CellPlan } from "./tabular/records.ts"

/** What a line may hold, by the cell that it goes to: the common fields of an event that are texts or lists of texts. */
const COLUMNS = {
  id: 0,
  title: 1,
  when: 2,
  start: 2,
  end: 3,
  type: 4,
  status: 5,
  actors: 6,
  places: 7,
  sources: 8,
  tags: 9,
}
const WIDTH = 10
const LISTS = 6

/** Whether a file's dates are one text or two; lines of the other kind are read in full. */
export type DateForm = "when" | "start"

/** Lines of JSON as cells of a table; see CellBlock, of which the rows are lines that hold anything. */
export interface LineBlock extends CellBlock {
  /** Number of each row's line, counted from 1, and where it begins and ends. */
  readonly numbers: Uint32Array
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** Where lines have what. */
export function linePlan(form: DateForm): CellPlan {
  return {
    isExact: true,
    width: WIDTH,
    id: COLUMNS.id,
    title: COLUMNS.title,
    type: COLUMNS.type,
    status: COLUMNS.status,
    first: COLUMNS.when,
    last: form === "when" ? -1 : COLUMNS.end,
    dateOf: (first, last) => (form === "when" ? canonicalEdtf(first) : joinBounds(first, last)) ?? "",
    lists: {
      actor: listIn(COLUMNS.actors),
      place: listIn(COLUMNS.places),
      source: listIn(COLUMNS.sources),
      tag: listIn(COLUMNS.tags),
    },
  }
}

/**
 * Whether values, of which there are some, are all of them events that lines hold as cells, each with a title and a start:
 * they are then of no other kind that has its events in such lines (trees/lines foreignLines).
 */
export function areCells(values: readonly unknown[]): boolean {
  return values.every(
    value =>
      isObject(value) &&
      Object.hasOwn(value, "title") &&
      Object.hasOwn(value, "start") &&
      // A stretch behind the items of vis-timeline.
      value["type"] !== "background" &&
      Object.entries(value).every(
        ([key, one]) => Object.hasOwn(COLUMNS, key) && (Array.isArray(one) ? one : [one]).every(isWord),
      ),
  )
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** A text, but not the address of an item, by which answers of Wikidata are told. */
function isWord(value: unknown): boolean {
  return typeof value === "string" && !value.includes("/entity/")
}

function listIn(column: number): CellPlan["lists"]["actor"] {
  return [{ column, separator: '"' }]
}

const encoder = new TextEncoder()
const KEYS = Object.entries(COLUMNS).map(([key, column]) => ({ bytes: encoder.encode(key), key, column }))

const [TAB, LINE_FEED, RETURN, BLANK, QUOTE, COMMA, COLON, BACKSLASH] = [
  9, 10, 13, 32, 34, 44, 58, 92,
] as const
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125] as const

/**
 * A cutter for events of the native format, one a line. A line that holds more than the common fields, or says them in
 * another way than as texts without escapes, is marked as escaped: whoever takes the cells must read it in full. Gets
 * stuck at bytes that are no UTF-8, and at a line of a length that no event has; rows are numbered by their lines.
 */
export function lineCutter(form: DateForm): Cutter<LineBlock> {
  const keys = KEYS.filter(({ key }) => key !== (form === "when" ? "start" : "when"))
  let room = roomFor(0)
  return cutterBy((bytes, isLast, line) => {
    if (room.starts.length < roomNeeded(bytes.length)) room = roomFor(bytes.length)
    const { rows, end, line: row, isStuck } = scan(bytes, keys, isLast, line, room)
    return { block: rows === 0 ? null : { bytes, first: 1, rows, quote: "", ...room }, end, row, isStuck }
  })
}

interface Room {
  readonly cells: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly escaped: Uint8Array
  readonly numbers: Uint32Array
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** A line that holds anything has two bytes at least. */
function roomNeeded(bytes: number): number {
  return ((bytes >> 1) + 2) * WIDTH
}

function roomFor(bytes: number): Room {
  const cells = roomNeeded(bytes)
  const rows = cells / WIDTH
  const numbers = () => new Uint32Array(rows)
  return {
    cells: Uint32Array.from({ length: rows + 1 }, (_, row) => row * WIDTH),
    starts: new Uint32Array(cells),
    ends: new Uint32Array(cells),
    escaped: new Uint8Array(rows),
    ...{ numbers: numbers(), from: numbers(), to: numbers() },
  }
}

type Keys = readonly { readonly bytes: Uint8Array; readonly column: number }[]

/** Writes the whole lines that are there; `line` is the number of the first. */
function scan(bytes: Uint8Array, keys: Keys, isLast: boolean, line: number, room: Room) {
  const { length } = bytes
  let rows = 0
  let at = 0
  for (;;) {
    const newline = bytes.indexOf(LINE_FEED, at)
    if (newline < 0 && (!isLast || at >= length)) break
    const end = newline < 0 ? length : newline
    const begin = skip(bytes, at, end)
    if (begin < end) {
      room.starts.fill(0, rows * WIDTH, (rows + 1) * WIDTH)
      room.ends.fill(0, rows * WIDTH, (rows + 1) * WIDTH)
      room.numbers[rows] = line
      room.from[rows] = at
      room.to[rows] = end
      const reached = cutLine(bytes, begin, end, keys, rows * WIDTH, room)
      room.escaped[rows] = reached === end ? 0 : 1
      if (reached !== end && !isText(bytes, reached, end)) return { rows, end: at, line, isStuck: true }
      rows++
    }
    line++
    at = end + 1
    if (newline < 0) {
      at = length
      break
    }
  }
  return { rows, end: at, line, isStuck: false }
}

function skip(bytes: Uint8Array, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(bytes[at]!)) at++
  return at
}

function isBlank(byte: number): boolean {
  return byte === BLANK || byte === TAB || byte === RETURN
}

/** Whether bytes are letters, each whole; a place within a letter is none to begin at. */
function isText(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end;) {
    const size = bytes[at]! < 128 ? 1 : letterAt(bytes, at)
    if (size === 0 || at + size > end) return false
    at += size
  }
  return true
}

/**
 * Writes the cells of a line. Gives its end where it is plain, else a place, at the beginning of a letter, up to which it
 * was looked at.
 */
function cutLine(bytes: Uint8Array, from: number, end: number, keys: Keys, cell: number, room: Room): number {
  const { starts, ends } = room
  if (bytes[from] !== OPEN) return from
  let at = from + 1
  for (;;) {
    at = skip(bytes, at, end)
    if (bytes[at] !== QUOTE) return at < end ? at : from
    const key = keyAt(bytes, at + 1, keys)
    if (key < 0) return at
    const column = keys[key]!.column
    at = skip(bytes, at + 2 + keys[key]!.bytes.length, end)
    if (at >= end || bytes[at] !== COLON) return from
    at = skip(bytes, at + 1, end)
    if (at >= end) return from
    // The same key twice: the last holds.
    if (starts[cell + column] !== 0) return at
    const start = at
    if (column >= LISTS) {
      if (bytes[at] !== OPEN_LIST) return at
      at = listEnd(bytes, at + 1, end)
      if (at < 0) return start
      // From the first text to the last, without the quotes around them; an empty list is an empty cell.
      let first = skip(bytes, start + 1, at - 1)
      let last = at - 1
      while (last > first && isBlank(bytes[last - 1]!)) last--
      if (first < last) [first, last] = [first + 1, last - 1]
      starts[cell + column] = first
      ends[cell + column] = last
    } else {
      if (bytes[at] !== QUOTE) return at
      at = stringEnd(bytes, at + 1, end)
      if (at < 0) return start
      // Dates may be empty, as cells of spreadsheets are; of other fields only the schema knows what that means.
      if (at === start + 2 && column !== COLUMNS.when && column !== COLUMNS.end) return start
      starts[cell + column] = start + 1
      ends[cell + column] = at - 1
    }
    at = skip(bytes, at, end)
    if (bytes[at] === COMMA) at++
    else if (bytes[at] === CLOSE) {
      const after = skip(bytes, at + 1, end)
      return after === end ? end : at
    } else return start
  }
}

/** Which key stands at a place, a quote after it; -1 for none of them. */
function keyAt(bytes: Uint8Array, at: number, keys: Keys): number {
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!.bytes
    if (bytes[at] !== key[0] || bytes[at + key.length] !== QUOTE) continue
    let i = 1
    while (i < key.length && bytes[at + i] === key[i]) i++
    if (i === key.length) return k
  }
  return -1
}

/** Where a text ends, its quote included; -1 where it has escapes, signs that JSON forbids, or no end. */
function stringEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end;) {
    const byte = bytes[at]!
    if (byte === QUOTE) return at + 1
    if (byte < 32 || byte === BACKSLASH) return -1
    if (byte < 128) at++
    else {
      const size = letterAt(bytes, at)
      if (size === 0 || at + size > end) return -1
      at += size
    }
  }
  return -1
}

/** Where a list of texts that say something ends, its bracket included; -1 for any other. */
function listEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = skip(bytes, from, end)
  if (bytes[at] === CLOSE_LIST && at < end) return at + 1
  for (;;) {
    if (at >= end || bytes[at] !== QUOTE) return -1
    const next = stringEnd(bytes, at + 1, end)
    if (next < 0 || next === at + 2) return -1
    at = skip(bytes, next, end)
    if (at >= end) return -1
    if (bytes[at] === CLOSE_LIST) return at + 1
    if (bytes[at] !== COMMA) return -1
    at = skip(bytes, at + 1, end)
  }
}
