import { tzName } from "@date-fns/tz/tzName"
import { tzOffset } from "@date-fns/tz/tzOffset"
import { MINUTE } from "./instant.ts"

/** The reach of Date, which the zone data is asked with; beyond it a zone keeps the offset it has at the edge. */
const REACH = 8.64e15

const known = new Map<string, boolean>([["UTC", true]])

/** Whether a text names an IANA zone that this engine knows. Bare offsets such as `+03:00` are no zones. */
export function isZone(text: string): boolean {
  const before = known.get(text)
  if (before !== undefined) return before
  const answer = text.length < 60 && /^[A-Za-z][\w+/-]*$/.test(text) && canFormat(text)
  if (known.size < 1000) known.set(text, answer)
  return answer
}

function canFormat(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}

/**
 * Milliseconds by which clocks in a zone run ahead of UTC at an instant (west is negative); null for an unknown zone.
 * Before standard time it is the local mean time, to the second.
 */
export function offsetAt(instant: number, zone: string): number | null {
  if (zone === "UTC") return 0
  if (!isZone(zone)) return null
  const date = new Date(Math.min(Math.max(Number.isNaN(instant) ? 0 : instant, -REACH), REACH))
  const minutes = tzOffset(zone, date)
  if (Number.isNaN(minutes)) return null
  // The library loses the minus of offsets under an hour, such as Dublin's -00:25:21 of 1900.
  const lost = minutes > 0 && minutes < 60 && tzName(zone, date, "short").includes("-")
  return Math.round((lost ? -minutes : minutes) * MINUTE)
}

/**
 * What a clock in a zone reads at an instant, as the instant at which a clock in UTC reads the same; an unknown zone is
 * taken as UTC.
 */
export function clockIn(instant: number, zone: string): number {
  return instant + (offsetAt(instant, zone) ?? 0)
}

/**
 * The inverse of clockIn. A reading that comes twice (autumn) is the earlier or later as the zone data falls; one that is
 * skipped (spring) is moved on by the gap.
 */
export function instantAtClock(reading: number, zone: string): number {
  const guess = reading - (offsetAt(reading, zone) ?? 0)
  const better = reading - (offsetAt(guess, zone) ?? 0)
  return clockIn(better, zone) === reading ? better : Math.max(guess, better)
}
