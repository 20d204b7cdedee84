import { DAY, dayOf, civilFromDays } from "../time/instant.ts"

/**
 * The UTC day of an instant as ISO 8601 has it, years beyond four digits with their sign (`-0044-03-15`,
 * `+12345-01-01`); null for one that is open.
 */
export function isoDay(instant: number): string | null {
  if (!Number.isFinite(instant)) return null
  const { year, month, day } = civilFromDays(dayOf(instant))
  const sign = year < 0 ? "-" : year > 9999 ? "+" : ""
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The last day before an exclusive bound. */
export function isoLastDay(end: number): string | null {
  // Half a day back where doubles lie further apart than a millisecond.
  return isoDay(Math.abs(end) > Number.MAX_SAFE_INTEGER ? end - DAY / 2 : end - 1)
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0")
}
