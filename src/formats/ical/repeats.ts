import type ICAL from "ical.js"
import { DAY, fieldsOf, instantOf } from "../../time/instant.ts"
import { propertiesOf, type Component, type Property } from "./components.ts"
import { durationOf, lengthBetween, momentOf, readingBy, type Moment, type ZoneNamed } from "./moments.ts"

/** One occurrence of an event that repeats. */
export interface Occurrence {
  /** By the clock of the event's own zone. */
  readonly reading: number
  /** Its length in ms where it has one of its own. */
  readonly length: number | null
}

/** How far rules are followed. */
export interface Bound {
  /** Last reading of a rule without an end of its own. */
  readonly until: number
  /** Occurrences of one rule. */
  readonly count: number
}

export interface Expanded {
  readonly occurrences: readonly Occurrence[]
  /** Rules that would go on where they were cut: for want of an end, or because there are too many. */
  readonly endless: readonly Property[]
  readonly tooMany: readonly Property[]
  /** Rules that are none, or of which no day was found in a long search. */
  readonly bad: readonly Property[]
}

/** Steps of the search for a day that a rule names; one that names none would be searched for ever. */
const STEPS = 50_000
const CYCLE = 400 * 365.2425 * DAY

/**
 * The occurrences of an event, in order, by its DTSTART, RRULE, RDATE, EXRULE and EXDATE (RFC 5545, 3.8.5), the first
 * always among them. Rules are reckoned on the clock of the event's zone.
 */
export function occurrencesOf(
  event: Component,
  start: Moment,
  zoneNamed: ZoneNamed,
  bound: Bound,
  ical: typeof ICAL,
): Expanded {
  const found = new Map<number, number | null>([[start.reading, null]])
  const [endless, tooMany, bad]: Property[][] = [[], [], []]
  const follow = (property: Property, take: (reading: number) => void) => {
    const outcome = followRule(property, start, zoneNamed, bound, ical, take)
    if (outcome === "endless") endless!.push(property)
    else if (outcome === "too-many") tooMany!.push(property)
    else if (outcome === "bad") bad!.push(property)
  }
  for (const rule of propertiesOf(event, "rrule"))
    follow(rule, reading => !found.has(reading) && found.set(reading, null))
  for (const property of propertiesOf(event, "rdate"))
    for (const value of property.values) {
      const added = addedBy(value, property, start, zoneNamed)
      if (added) found.set(added.reading, added.length)
    }
  for (const rule of propertiesOf(event, "exrule")) follow(rule, reading => found.delete(reading))
  for (const property of propertiesOf(event, "exdate"))
    for (const value of property.values) {
      const gone = momentOf(value, property, zoneNamed)
      if (gone) remove(found, gone, start)
    }
  const occurrences = [...found].map(([reading, length]) => ({ reading, length }))
  return {
    occurrences: occurrences.toSorted((a, b) => a.reading - b.reading),
    endless: endless!,
    tooMany: tooMany!,
    bad: bad!,
  }
}

/** A day takes out what begins on it, since some programs leave the clock out of the exceptions. */
function remove(found: Map<number, number | null>, gone: Moment, start: Moment): void {
  const reading = readingBy(gone, start)
  if (!gone.isDay || start.isDay) found.delete(reading)
  else for (const one of found.keys()) if (one >= reading && one < reading + DAY) found.delete(one)
}

function addedBy(value: unknown, property: Property, start: Moment, zoneNamed: ZoneNamed): Occurrence | null {
  const [from, to] = Array.isArray(value)
    ? (value as unknown[])
    : typeof value === "string"
      ? value.split("/")
      : []
  const moment = momentOf(from, property, zoneNamed)
  if (!moment) return null
  const end = to === undefined ? null : momentOf(to, property, zoneNamed)
  const length = to === undefined ? null : end ? lengthBetween(moment, end) : durationOf(to)
  return { reading: readingBy(moment, start), length }
}

type Outcome = "ended" | "endless" | "too-many" | "bad"

function followRule(
  property: Property,
  start: Moment,
  zoneNamed: ZoneNamed,
  bound: Bound,
  ical: typeof ICAL,
  take: (reading: number) => void,
): Outcome {
  try {
    const { until: written, ...parts } = property.values[0] as Record<string, unknown>
    const until = written === undefined ? null : momentOf(written, { ...property, type: "" }, zoneNamed)
    const last = until ? lastReading(until, start) : Infinity
    const rule = ical.Recur.fromData(withLeapDay(parts, start) as never)
    // The calendar comes round after four hundred years: what was not found until then never will be.
    rule.until = timeOf({ ...start, reading: start.reading + CYCLE }, ical)
    const iterator = boundedIterator(rule, timeOf(start, ical), ical)
    for (let taken = 0; ; taken++) {
      const time = iterator.next() as ICAL.Time | null
      if (!time) return "ended"
      const reading = readingOf(time)
      if (reading > last) return "ended"
      if (reading > bound.until && last === Infinity && !rule.count) return "endless"
      if (taken >= bound.count) return "too-many"
      take(reading)
    }
  } catch {
    return "bad"
  }
}

/** A rule of each year from 29 February is one of leap years: a day that a year has not is left out (RFC 5545, 3.3.10). */
function withLeapDay(rule: Record<string, unknown>, { reading }: Moment): Record<string, unknown> {
  const { month, day } = fieldsOf(reading)
  const isByDate = rule["freq"] === "YEARLY" && !Object.keys(rule).some(part => part.startsWith("by"))
  return isByDate && month === 2 && day === 29 ? { ...rule, bymonth: [2], bymonthday: [29] } : rule
}

/** UNTIL is inclusive; where it is a day and the event has a clock, all of that day counts. */
function lastReading(until: Moment, start: Moment): number {
  const reading = readingBy(until, start)
  return until.isDay && !start.isDay ? reading + DAY - 1 : reading
}

/** The library's iterator, with an end to its search for days that no year has. */
function boundedIterator(rule: ICAL.Recur, dtstart: ICAL.Time, ical: typeof ICAL): ICAL.RecurIterator {
  const iterator = new ical.RecurIterator({ rule, dtstart })
  const check = iterator.check_contracting_rules.bind(iterator)
  let steps = 0
  iterator.check_contracting_rules = () => {
    if (++steps > STEPS) throw new RangeError("no day found")
    const isRight = check()
    if (isRight) steps = 0
    return isRight
  }
  return iterator
}

function timeOf({ reading, isDay }: Moment, ical: typeof ICAL): ICAL.Time {
  const { year, month, day, hour, minute, second } = fieldsOf(reading)
  return new ical.Time({ year, month, day, hour, minute, second, isDate: isDay }, ical.Timezone.localTimezone)
}

function readingOf({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return instantOf({ year, month, day, hour, minute, second })
}
