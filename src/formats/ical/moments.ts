import { DAY, daysInMonth, fieldsOf, HOUR, instantOf, MINUTE, SECOND } from "../../time/instant.ts"
import { parameter, type Property } from "./components.ts"
import { UTC, type Zone } from "./zones.ts"

/** A date or a time as a calendar has it. */
export interface Moment {
  /** What the clocks of its zone show, as the instant at which one in UTC shows the same; midnight for a day. */
  readonly reading: number
  readonly isDay: boolean
  /** Null for a day, and for a time that floats: it is meant by the clock of whoever reads it. */
  readonly zone: Zone | null
}

/** How names of zones are understood; a name that says nothing is told once. */
export type ZoneNamed = (name: string, property: Property) => Zone | null

const DATE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?(Z)?)?/i

/** The moment of a value of a property; null for what is none. */
export function momentOf(value: unknown, property: Property, zoneNamed: ZoneNamed): Moment | null {
  const found = typeof value === "string" ? DATE.exec(value) : null
  if (!found) return null
  const [, year, month, day, hour, minute, second, utc] = found
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  if (date.month < 1 || date.month > 12 || date.day < 1) return null
  if (date.day > daysInMonth(date.year, date.month)) return null
  if (hour === undefined || property.type === "date")
    return { reading: instantOf(date), isDay: true, zone: null }
  const reading = instantOf({
    ...date,
    hour: Number(hour),
    minute: Number(minute),
    second: Math.min(59, Number(second ?? 0)),
  })
  const name = parameter(property, "tzid")
  const zone = utc ? UTC : name === "" ? null : zoneNamed(name, property)
  return { reading, isDay: false, zone }
}

/** The same moment as the clock of another shows it, so that the two can be compared; a day stays the day. */
export function readingBy(moment: Moment, { zone }: Moment): number {
  if (moment.isDay || !moment.zone || !zone || moment.zone === zone) return moment.reading
  return zone.readingAt(moment.zone.instantAt(moment.reading))
}

const DURATION = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i

/** Milliseconds of a duration of RFC 5545 (3.3.6); null for what is none. */
export function durationOf(value: unknown): number | null {
  const found = typeof value === "string" ? DURATION.exec(value.trim()) : null
  if (!found || /^[+-]?PT?$/i.test(found[0])) return null
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const length = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND
  return found[1] === "-" ? -length : length
}

/**
 * The EDTF of a stretch from a moment that lasts so many milliseconds. Ends are exclusive in calendars: the last day of
 * whole days is the one before, and a time that ends at midnight ends at 24:00 of the day before.
 */
export function spanText(from: Moment, length: number): string {
  const start = momentText(from)
  if (length <= 0) return start
  if (from.isDay) {
    const last = from.reading + Math.max(DAY, Math.round(length / DAY) * DAY) - DAY
    return last === from.reading ? start : `${start}/${momentText({ ...from, reading: last })}`
  }
  const end = endOf(from, length)
  const isMidnight = (end.reading % DAY) + 0 === 0
  if (!isMidnight) return `${start}/${momentText(end)}`
  const eve = momentText({ ...end, reading: end.reading - DAY })
  return `${start}/${eve.replace("T00:00", "T24:00")}`
}

/** Length is real time, though the clocks may change meanwhile. */
function endOf(from: Moment, length: number): Moment {
  if (!from.zone) return { ...from, reading: from.reading + length }
  const instant = from.zone.instantAt(from.reading) + length
  return { ...from, reading: from.zone.readingAt(instant) }
}

/** Milliseconds between two moments, by real time where both have a zone. */
export function lengthBetween(from: Moment, to: Moment): number {
  const isReal = from.zone !== null && to.zone !== null
  const at = (moment: Moment) => (isReal ? moment.zone!.instantAt(moment.reading) : moment.reading)
  return at(to) - at(from)
}

/** The EDTF of a moment: the day and the clock as written, with the offset that the zone has then. */
export function momentText({ reading, isDay, zone }: Moment): string {
  const { year, month, day, hour, minute, second } = fieldsOf(reading)
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`
  if (isDay) return date
  const clock = `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ""}`
  return `${date}T${clock}${zone ? offsetText(zone, reading) : ""}`
}

function offsetText(zone: Zone, reading: number): string {
  if (zone === UTC) return "Z"
  const minutes = Math.round((reading - zone.instantAt(reading)) / MINUTE)
  if (minutes === 0) return "Z"
  const size = Math.abs(minutes)
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
