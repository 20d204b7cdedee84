import { DAY, formatIsoDay } from "../../time/instant.ts"

/** What a number of a spreadsheet says of time by the way that its cell shows it; null for a number that is none. */
export interface DateStyle {
  readonly date: "day" | "month" | "year" | null
  readonly time: boolean
}

/** Formats that every workbook has without describing them (ECMA-376, part 1, 18.8.30), those of East Asia included. */
const BUILT_IN: Readonly<Record<number, string>> = {
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  27: "yyyy/m/d",
  28: "m/d",
  29: "m/d",
  30: "m/d/yy",
  31: "yyyy/m/d",
  32: "h:mm",
  33: "h:mm:ss",
  34: "yyyy/m/d",
  35: "yyyy/m/d",
  36: "yyyy/m/d",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  50: "yyyy/m/d",
  51: "m/d",
  52: "yyyy/m",
  53: "m/d",
  54: "m/d",
  55: "yyyy/m",
  56: "m/d",
  57: "yyyy/m",
  58: "m/d",
}

/** The style of a number format by its id and, where the workbook describes it, its code; null for plain numbers. */
export function dateStyleOf(id: number, code: string | undefined): DateStyle | null {
  const shown = (code ?? BUILT_IN[id] ?? "")
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .split(";", 1)[0]!
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .toLowerCase()
  const time = /[hs]|am\/pm/.test(shown)
  // An m beside hours or seconds is a minute.
  const dates = shown.replace(/(?<=[h\]]\W{0,2})m+|m+(?=\W{0,2}s)/g, "")
  const hasDay = dates.includes("d")
  const hasMonth = dates.includes("m") && !/am\/pm/.test(dates.replace(/(^|[^a])m(?!\/pm)/g, ""))
  const hasYear = /[ye]/.test(dates) && !/[0#?]/.test(dates)
  const date = hasDay ? "day" : hasMonth && (hasYear || !time) ? "month" : hasYear ? "year" : null
  return date === null && !time ? null : { date, time }
}

/**
 * The day number (since 1970) of a serial number; the 1900 system counts a 29 February 1900 that never was, the 1904
 * system begins 1,462 days later. Null beyond the year 9999.
 */
export function dayOfSerial(serial: number, is1904: boolean): number | null {
  const whole = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (!(whole >= 1 && whole < 2_958_466)) return null
  return whole - (whole < 60 ? 25_568 : 25_569)
}

/**
 * The text of a serial number: a date as precise as its cell shows it, with its time of day where it has one; a time
 * alone; null for a number that is no date.
 */
export function serialText(serial: number, { date, time }: DateStyle, is1904: boolean): string | null {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const whole = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const clock = clockOf(seconds % 86_400)
  if (date === null || (serial >= 0 && serial < 1 && time)) return time && serial >= 0 ? clock : null
  const day = dayOfSerial(whole, is1904)
  if (day === null) return null
  const text = formatIsoDay(day * DAY)
  if (date !== "day") return text.slice(0, date === "year" ? 4 : 7)
  return seconds % 86_400 === 0 ? text : `${text} ${clock}`
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (parts[2] === 0) parts.pop()
  return parts.map(part => String(part).padStart(2, "0")).join(":")
}
