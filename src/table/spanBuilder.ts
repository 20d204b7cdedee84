import { daysWhen } from "../time/days.ts"
import { QUALIFIER, type When } from "../time/when.ts"
import { daySpans } from "./daySpans.ts"
import { growing, push, reserve, take, unknownPace } from "./growing.ts"
import type { DatedRows } from "./order.ts"
import { reorder, type Reordering } from "./reorder.ts"
import type { WhenColumns } from "./table.ts"

/** The spans of time of rows in the order in which they come; what many rows share is kept once. */
export interface SpanBuilder {
  add(span: When): void
  /** Adds the span of whole days since 1970, from the first to the last, as time/days daysWhen makes it. */
  addDays(first: number, last: number): void
  /** What rows are ordered by. */
  dates(): DatedRows
  /** A column of each of a span's parts, in a new order of rows; with `last` the builder's own memory is given up. */
  columns(order: Reordering, last: boolean): WhenColumns
}

/** Spans up to which each new one is looked for among those that are known: where most differ it gains nothing. */
const KNOWN = 1 << 18

/** What is kept of a span, side by side so that looking at one is looking at one place. */
const PARTS = 6

/** A builder without rows. */
export function spanBuilder(pace = unknownPace()): SpanBuilder {
  const spans = growing(Float64Array, 1024 * PARTS)
  const rows = growing(Uint32Array, 1024, pace)
  /** Open addressing: a span plus 1, 0 where there is none. */
  let slots = new Uint32Array(2048)
  let entered = 0
  let size = 0
  /** Whole days, which are the dates of most rows, have a quicker way. */
  const days = daySpans()

  const append = ({ beginMin, endMax, beginMax, endMin, precision, qualifiers }: When) => {
    reserve(spans, PARTS)
    const { array, length: at } = spans
    array[at] = beginMin
    array[at + 1] = endMax
    array[at + 2] = beginMax
    array[at + 3] = endMin
    array[at + 4] = precision
    array[at + 5] = qualifiers
    spans.length += PARTS
    return size++
  }
  const grow = () => {
    const before = slots
    slots = new Uint32Array(before.length * 2)
    for (const entry of before) {
      if (entry === 0) continue
      const at = (entry - 1) * PARTS
      let slot = hashOf(spans.array[at]!, spans.array[at + 1]!) & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = entry
    }
  }
  const codeOf = (span: When) => {
    if (size >= KNOWN) return append(span)
    const mask = slots.length - 1
    let slot = hashOf(span.beginMin, span.endMax) & mask
    for (; slots[slot] !== 0; slot = (slot + 1) & mask)
      if (isSame(spans.array, (slots[slot]! - 1) * PARTS, span)) return slots[slot]! - 1
    const code = append(span)
    slots[slot] = code + 1
    if (++entered * 2 > slots.length) grow()
    return code
  }
  const codeOfDays = (first: number, last: number) => {
    const place = size < KNOWN ? days.placeOf(first, last) : -1
    if (place < 0) return codeOf(daysWhen(first, last))
    const known = days.codes[place]!
    if (known !== 0) return known - 1
    const code = append(daysWhen(first, last))
    days.codes[place] = code + 1
    return code
  }
  const part = (at: number) => {
    const values = new Float64Array(size)
    for (let code = 0; code < size; code++) values[code] = spans.array[code * PARTS + at]!
    return values
  }

  return {
    add: span => push(rows, codeOf(span)),
    addDays: (first, last) => push(rows, codeOfDays(first, last)),
    dates: () => ({
      undated: code => (spans.array[code * PARTS + 5]! & QUALIFIER.undated) !== 0,
      beginMin: part(0),
      endMax: part(1),
      spans: rows.array.subarray(0, rows.length),
    }),
    columns(order, last) {
      const codes = reorder(rows.array, order, last)
      const n = rows.length
      if (last) take(rows, true)
      const columns = {
        beginMin: new Float64Array(n),
        beginMax: new Float64Array(n),
        endMin: new Float64Array(n),
        endMax: new Float64Array(n),
        precision: new Uint8Array(n),
        qualifiers: new Uint16Array(n),
      }
      const { beginMin, beginMax, endMin, endMax, precision, qualifiers } = columns
      const { array } = spans
      for (let row = 0; row < n; row++) {
        const at = codes[row]! * PARTS
        beginMin[row] = array[at]!
        endMax[row] = array[at + 1]!
        beginMax[row] = array[at + 2]!
        endMin[row] = array[at + 3]!
        precision[row] = array[at + 4]!
        qualifiers[row] = array[at + 5]!
      }
      if (last) take(spans, true)
      return columns
    },
  }
}

function isSame(spans: Float64Array, at: number, span: When): boolean {
  return (
    spans[at] === span.beginMin &&
    spans[at + 1] === span.endMax &&
    spans[at + 2] === span.beginMax &&
    spans[at + 3] === span.endMin &&
    spans[at + 4] === span.precision &&
    spans[at + 5] === span.qualifiers
  )
}

const numbers = new Float64Array(2)
const words = new Uint32Array(numbers.buffer)

/** Of two doubles. Days and hours differ in few of their bits, which are therefore mixed. */
function hashOf(a: number, b: number): number {
  numbers[0] = a
  numbers[1] = b
  let hash = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e37_79b1), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ words[2]!, 0xc2b2_ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.imul(words[3]!, 0x27d4_eb2f), 0x1656_67b1)
  return (hash ^ (hash >>> 16)) >>> 0
}
