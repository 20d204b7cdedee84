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
}

/** Rows that stand in their order before a longer stretch of them is sorted by digits. */
const SHORT = 32

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
  const sort = idSorter(ids, spans.length, space)
  for (let rank = 0; rank < count; rank++)
    if (ends[rank + 1]! - ends[rank]! > 1) sort(order.subarray(ends[rank], ends[rank + 1]))
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
