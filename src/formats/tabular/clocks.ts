import { canonicalEdtf } from "../../model/edtf-text.ts"
import type { Field } from "../mapping.ts"
import { said } from "./cells.ts"
import { clockText, latinDigits } from "./looseDates.ts"

/** Times of day that stand in columns of their own, as text; "" for none. */
export interface ClockReader {
  start(row: readonly string[]): string
  end(row: readonly string[]): string
}

/**
 * Reads times of day from one column, or from hours, minutes and seconds apart. An hour without its minute is left out: it
 * is less exact than any way to write it.
 */
export function clockReader(columns: readonly (Field | null)[]): ClockReader {
  const cellOf = (field: Field) => {
    const column = columns.indexOf(field)
    return (row: readonly string[]) => (column < 0 ? "" : latinDigits(said(row[column])))
  }
  const [time, endTime] = [cellOf("time"), cellOf("endTime")]
  const [hour, minute, second] = [cellOf("hour"), cellOf("minute"), cellOf("second")]
  return {
    start(row) {
      const whole = time(row)
      if (whole !== "") return whole
      const [h, m] = [hour(row), minute(row)]
      if (h.includes(":")) return h
      if (!/^\d{1,2}(\.0+)?$/.test(h) || !/^\d{1,2}(\.0+)?$/.test(m)) return ""
      const seconds = Math.floor(Number(second(row) || 0)) || 0
      return [Number(h), Number(m), seconds].map(part => String(part).padStart(2, "0")).join(":")
    },
    end: endTime,
  }
}

const DAY = /^-?\d{4}-\d{2}-\d{2}$/
const FROM_TO = /^(\d{1,2}:\d{2}(?::\d{2})?)\s*[-\u2013\u2014]\s*(\d{1,2}:\d{2}(?::\d{2})?)$/

/** A day with a time of day, or with a stretch of it (`15:00-16:00`); what is no day, or no time, leaves it as it is. */
export function withClock(date: string, clock: string): string {
  if (clock === "" || !DAY.test(date)) return date
  const found = FROM_TO.exec(clock)
  if (found) {
    const [from, to] = [at(date, found[1]!), at(date, found[2]!)]
    return (from !== null && to !== null && canonicalEdtf(`${from}/${to}`)) || from || date
  }
  return at(date, clock) ?? date
}

function at(date: string, clock: string): string | null {
  const time = clockText(clock)
  return time && canonicalEdtf(`${date}T${time}`)
}
