import type ICAL from "ical.js"
import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { DAY } from "../../time/instant.ts"
import { parameter, propertyNamed, type Component, type Property } from "./components.ts"
import { eventOf, type Said } from "./entry.ts"
import {
  durationOf,
  lengthBetween,
  momentOf,
  momentText,
  readingBy,
  spanText,
  type Moment,
  type ZoneNamed,
} from "./moments.ts"
import { occurrencesOf, type Bound, type Occurrence } from "./repeats.ts"

/** Everything that reading one calendar's events needs. */
export interface Calendar extends Said {
  readonly zoneNamed: ZoneNamed
  readonly bound: Bound
  readonly faults: Faults
  readonly ical: typeof ICAL
  /** Rules that were cut, to be told of once. */
  readonly endless: Property[]
  /** Dates that were told of: an entry that repeats has one end. */
  readonly told: Set<Property>
}

/** The property by which an entry says which instance of a repeated one it stands for; null where it is one of its own. */
export function recurrenceIdOf(entry: Component): Property | null {
  return propertyNamed(entry, "recurrence-id")
}

/** The events that an entry stands for, one for each time that it takes place, with those that changes of single instances make of it. */
export function* occurrencesIn(
  entry: Component,
  overrides: readonly Component[],
  calendar: Calendar,
): Generator<readonly [event: unknown, where: Place]> {
  const { zoneNamed, faults } = calendar
  const start = startOf(entry, zoneNamed)
  if (!start) {
    const written = startProperty(entry)
    if (written) tellOfDate(written, "date-in-calendar", calendar)
    yield [eventOf(entry, "", "", null, calendar), { line: entry.line }]
    return
  }
  const length = lengthOf(entry, start, calendar)
  const expanded = occurrencesOf(entry, start, zoneNamed, calendar.bound, calendar.ical)
  calendar.endless.push(...expanded.endless)
  for (const { line, text } of expanded.tooMany)
    faults.add({ code: "too-many-repeats", severity: "repaired", where: { line }, found: text })
  for (const { line, text } of expanded.bad)
    faults.add({ code: "bad-rule", severity: "repaired", where: { line }, found: text })
  const isOne = expanded.occurrences.length <= 1 && overrides.length === 0
  const replaced = replacements(overrides, start, zoneNamed)
  for (const one of expanded.occurrences) {
    const recurrence = isOne ? "" : momentText({ ...start, reading: one.reading })
    const { source, shift } = replaced(one)
    const moment = movedTo(source, one, start, shift, zoneNamed)
    const lasting = one.length ?? (source ? lengthOf(source, moment, calendar) : length)
    const component = source ?? entry
    yield [
      eventOf(component, spanText(moment, lasting), recurrence, moment, calendar, entry),
      { line: component.line },
    ]
  }
  // An override of an instance that no rule makes adds one.
  const times = new Set(expanded.occurrences.map(({ reading }) => reading))
  for (const override of overrides) {
    const id = recurrenceOf(override, start, zoneNamed)
    const moment = startOf(override, zoneNamed)
    if (!moment || (id !== null && times.has(id))) continue
    const span = spanText(moment, lengthOf(override, moment, calendar))
    yield [eventOf(override, span, momentText(moment), moment, calendar, entry), { line: override.line }]
  }
}

function recurrenceOf(override: Component, start: Moment, zoneNamed: ZoneNamed): number | null {
  const property = recurrenceIdOf(override)
  const moment = property && momentOf(property.values[0], property, zoneNamed)
  if (!moment) return null
  // A day stands for what begins on it at the event's own time.
  const reading = readingBy(moment, start)
  return moment.isDay && !start.isDay ? reading + modDay(start.reading) : reading
}

function modDay(reading: number): number {
  return ((reading % DAY) + DAY) % DAY
}

interface Replacement {
  readonly source: Component | null
  /** ms by which a change from here on moved what follows. */
  readonly shift: number
}

/** Which component tells an occurrence: its override, the last one before it that holds from there on, or none. */
function replacements(
  overrides: readonly Component[],
  start: Moment,
  zoneNamed: ZoneNamed,
): (one: Occurrence) => Replacement {
  const exact = new Map<number, Component>()
  const onwards: { readonly from: number; readonly source: Component; readonly shift: number }[] = []
  for (const override of overrides) {
    const id = recurrenceOf(override, start, zoneNamed)
    if (id === null) continue
    exact.set(id, override)
    const isOnwards = parameter(recurrenceIdOf(override)!, "range").toUpperCase() === "THISANDFUTURE"
    const moved = isOnwards ? startOf(override, zoneNamed) : null
    if (moved) onwards.push({ from: id, source: override, shift: readingBy(moved, start) - id })
  }
  onwards.sort((a, b) => b.from - a.from)
  return ({ reading }) => {
    const own = exact.get(reading)
    if (own) return { source: own, shift: 0 }
    const before = onwards.find(({ from }) => from <= reading)
    return before ? { source: before.source, shift: before.shift } : { source: null, shift: 0 }
  }
}

function movedTo(
  source: Component | null,
  { reading }: Occurrence,
  start: Moment,
  shift: number,
  zoneNamed: ZoneNamed,
): Moment {
  const id = source && recurrenceOf(source, start, zoneNamed)
  const own = source && id === reading ? startOf(source, zoneNamed) : null
  return own ?? { ...start, reading: reading + shift }
}

function startProperty(entry: Component): Property | null {
  return propertyNamed(entry, "dtstart") ?? (entry.name === "vtodo" ? propertyNamed(entry, "due") : null)
}

function startOf(entry: Component, zoneNamed: ZoneNamed): Moment | null {
  const property = startProperty(entry)
  return property && momentOf(property.values[0], property, zoneNamed)
}

/** Says of a date that is left out what stands there and what was wanted, once. */
function tellOfDate(
  property: Property,
  word: "date-in-calendar" | "later-end",
  { told, faults }: Calendar,
): void {
  if (told.has(property)) return
  told.add(property)
  const { line, text: found } = property
  faults.add({ code: "bad-date", severity: "repaired", where: { line }, found, wanted: { word } })
}

/** ms from start to end; 0 where neither is said. A day without an end lasts that day (RFC 5545, 3.6.1). */
function lengthOf(entry: Component, start: Moment, calendar: Calendar): number {
  const property =
    propertyNamed(entry, "dtend") ?? (entry.name === "vtodo" ? propertyNamed(entry, "due") : null)
  const end = property && momentOf(property.values[0], property, calendar.zoneNamed)
  if (property && end) {
    const length = lengthBetween(start, end)
    if (length < 0) tellOfDate(property, "later-end", calendar)
    return length
  }
  if (property) tellOfDate(property, "date-in-calendar", calendar)
  return durationOf(propertyNamed(entry, "duration")?.values[0]) ?? 0
}
