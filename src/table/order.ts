import { digitSpace, digitsOf, sortByDigits, type DigitSpace } from "./digits.ts"

/** Spans of time, each perhaps more than once, and which of them each row has. */
export interface DatedRows {
  readonly undated: (span: number) => boolean
  readonly beginMin: Float64Array
  readonly endMax: Float64Array
  /** By row. */
  readonly spans: Uint32Array
}

/** The rows' ids as UTF-8: id i is bytes[offsets[i] … offsets[i + 1]). */
export interface RowIds {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
  /** Whether each row's id comes after those of all rows before it, by length and then by bytes. */
  readonly isAscending: boolean
}

/** Rows that stand in their order before a longer stretch of them is sorted by digits. */
const SHORT = 32

/** Rows of one date up to which those whose ids ascend are put in their order one by one. */
const FEW = 1024

/**
 * The rows in order of beginMin, endMax and the bytes of the id, undated ones last; [0, dated) are those with a date.
 * O(n): the spans are ranked, rows counted by rank, and only within a rank ids are looked at.
 */
export function orderRows(
  dates: DatedRows,
  ids: RowIds,
): { readonly order: Uint32Array; readonly dated: number } {
  const { spans } = dates
  const space = digitSpace()
  const { ranks, count, dated: datedRanks } = rankSpans(dates, space)
  const ends = new Uint32Array(count + 1)
  const ranked = new Uint32Array(spans.length)
  for (let row = 0; row < spans.length; row++) ends[(ranked[row] = ranks[spans[row]!]!) + 1]!++
  for (let rank = 0; rank < count; rank++) ends[rank + 1]! += ends[rank]!
  const next = ends.slice()
  const order = new Uint32Array(spans.length)
  for (let row = 0; row < spans.length; row++) order[next[ranked[row]!]!++] = row
  let sort: ((rows: Uint32Array) => void) | null = null
  for (let rank = 0; rank < count; rank++) {
    const [from, to] = [ends[rank]!, ends[rank + 1]!]
    if (to - from < 2) continue
    if (ids.isAscending && to - from <= FEW) mergeLengths(order, from, to, ids)
    else (sort ??= idSorter(ids, spans.length, space))(order.subarray(from, to))
  }
  return { order, dated: ends[datedRanks]! }
}

/** The rank of each span, those that begin and end alike of one rank; how many ranks there are, and how many have a date. */
function rankSpans({ undated, beginMin, endMax }: DatedRows, space: DigitSpace) {
  const size = beginMin.length
  const sorted = new Uint32Array(size)
  for (let span = 0; span < size; span++) sorted[span] = span
  const last = new Uint32Array(size)
  for (let span = 0; span < size; span++) last[span] = undated(span) ? 1 : 0
  sortByDigits(sorted, [...digitsOf(endMax), ...digitsOf(beginMin), last], space)
  const ranks = new Uint32Array(size)
  let count = 0
  let dated = 0
  for (let i = 0; i < size; i++) {
    const span = sorted[i]!
    const before = sorted[i - 1]
    const isAlike =
      before !== undefined &&
      beginMin[span] === beginMin[before] &&
      endMax[span] === endMax[before] &&
      last[span] === last[before]
    if (!isAlike) count++
    ranks[span] = count - 1
    if (last[span] === 0) dated = count
  }
  return { ranks, count, dated }
}

/**
 * Sorts rows of which the ids ascend by length and then by bytes, as numbers do: those of one length stand in their order,
 * and the shorter ones, of which there are few, are moved among the longer ones.
 */
function mergeLengths(rows: Uint32Array, from: number, to: number, ids: RowIds): void {
  const { offsets } = ids
  const lengthAt = (at: number) => offsets[rows[at]! + 1]! - offsets[rows[at]!]!
  const longest = lengthAt(to - 1)
  let at = to - 1
  while (at >= from && lengthAt(at) === longest) at--
  for (; at >= from; at--) {
    const row = rows[at]!
    let low = at + 1
    let high = to
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareBytes(ids, rows[middle]!, row) < 0) low = middle + 1
      else high = middle
    }
    rows.copyWithin(at, at + 1, low)
    rows[low - 1] = row
  }
}

/** Sorts rows by their ids: by the eight bytes after what all ids begin with, and what is then alike by all bytes. */
function idSorter(ids: RowIds, length: number, space: DigitSpace): (rows: Uint32Array) => void {
  const [low, high] = idDigits(ids, length)
  const compare = (a: number, b: number) =>
    high[a]! - high[b]! || low[a]! - low[b]! || compareBytes(ids, a, b)
  return rows => {
    const n = rows.length
    if (n > SHORT) sortByDigits(rows, [low, high], space)
    for (let i = 1; i < n; i++) {
      const row = rows[i]!
      let at = i
      while (at > 0 && compare(rows[at - 1]!, row) > 0) {
        // Many ids that differ only later: no longer by moving one at a time.
        if (i - at > SHORT) {
          rows[at] = row
          rows.sort(compare)
          return
        }
        rows[at] = rows[at - 1]!
        at--
      }
      rows[at] = row
    }
  }
}

function compareBytes({ bytes, offsets }: RowIds, a: number, b: number): number {
  let i = offsets[a]!
  let j = offsets[b]!
  const endA = offsets[a + 1]!
  const endB = offsets[b + 1]!
  for (; i < endA && j < endB; i++, j++) if (bytes[i] !== bytes[j]) return bytes[i]! - bytes[j]!
  return endA - i - (endB - j)
}

/** Eight bytes of each id after what all ids begin with, as two numbers, of which the second counts more. */
function idDigits({ bytes, offsets }: RowIds, length: number): [Uint32Array, Uint32Array] {
  const common = commonStart(bytes, offsets, length)
  const low = new Uint32Array(length)
  const high = new Uint32Array(length)
  for (let row = 0; row < length; row++) {
    const from = offsets[row]! + common
    const end = offsets[row + 1]!
    let a = 0
    let b = 0
    for (let i = from; i < from + 4; i++) a = (a << 8) | (i < end ? bytes[i]! : 0)
    for (let i = from + 4; i < from + 8; i++) b = (b << 8) | (i < end ? bytes[i]! : 0)
    high[row] = a
    low[row] = b
  }
  return [low, high]
}

function commonStart(bytes: Uint8Array, offsets: Uint32Array, length: number): number {
  let common = length > 0 ? offsets[1]! : 0
  for (let row = 1; row < length && common > 0; row++) {
    const start = offsets[row]!
    common = Math.min(common, offsets[row + 1]! - start)
    for (let i = 0; i < common; i++) if (bytes[i] !== bytes[start + i]) common = i
  }
  return common
}
