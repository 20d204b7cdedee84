import type ICAL from "ical.js"
import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { DAY, fieldsOf, instantOf } from "../../time/instant.ts"
import { placeBook } from "../trees/places.ts"
import type { Tree } from "../trees/tree.ts"
import { saying, wordsOnce } from "../trees/values.ts"
import { textOf, type Component } from "./components.ts"
import { momentOf, momentText, type ZoneNamed } from "./moments.ts"
import { occurrencesIn, recurrenceIdOf, type Calendar } from "./occurrences.ts"
import { zonesOf } from "./zones.ts"

/** Occurrences of one rule at most. */
const MOST = 3000

const KINDS: ReadonlySet<string> = new Set(["vevent", "vjournal", "vtodo"])

/**
 * The events of the calendars of a file (RFC 5545). Rules without an end are followed to the end of the year after the
 * newest date in the file, or after `now` where that is later; what was cut is reported. An event that is still to come
 * is planned unless it says otherwise.
 */
export function treeOfCalendars(
  root: Component,
  faults: Faults,
  ical: typeof ICAL,
  now: number | null,
): Tree {
  // Events outside any calendar are read as if there were one.
  const calendars = root.inner.filter(({ name }) => name === "vcalendar")
  const whole = calendars.length > 0 ? calendars : [root]
  const book = placeBook()
  const titles = wordsOnce(whole.map(nameOf))
  const bound = { until: endOfYearAfter(Math.max(now ?? -Infinity, newestIn(whole))), count: MOST }
  const read = whole.map(component => {
    const zones = zonesOf(
      component.inner.filter(({ name }) => name === "vtimezone"),
      ical,
    )
    const calendar: Calendar = {
      zoneNamed: toldOnce(zones, faults),
      bound,
      now,
      book,
      name: titles.length > 1 ? nameOf(component) : "",
      faults,
      ical,
      endless: [],
      told: new Set(),
    }
    return { component, calendar }
  })
  return {
    fields: saying({
      title: titles.join(" · "),
      summary: wordsOnce(whole.map(one => textOf(one, "x-wr-caldesc") || textOf(one, "description"))).join(
        "\n\n",
      ),
    }),
    takePlaces: book.take,
    events: eventsIn(read),
  }
}

function* eventsIn(
  read: readonly { readonly component: Component; readonly calendar: Calendar }[],
): Generator<readonly [event: unknown, where: Place]> {
  for (const { component, calendar } of read) {
    const entries = component.inner.filter(({ name }) => KINDS.has(name))
    const overrides = new Map<string, Component[]>()
    const masters = new Set(
      entries.filter(entry => !recurrenceIdOf(entry)).map(entry => textOf(entry, "uid")),
    )
    const isOverride = (entry: Component) =>
      recurrenceIdOf(entry) !== null && masters.has(textOf(entry, "uid"))
    for (const entry of entries.filter(isOverride)) {
      const uid = textOf(entry, "uid")
      overrides.set(uid, [...(overrides.get(uid) ?? []), entry])
    }
    for (const entry of entries) {
      if (isOverride(entry)) continue
      const own = overrides.get(textOf(entry, "uid")) ?? []
      yield* occurrencesIn(entry, own, calendar)
      // The first entry of an id has them; another of the same id is one of its own.
      overrides.delete(textOf(entry, "uid"))
    }
    if (calendar.endless.length > 0)
      calendar.faults.add({
        code: "endless-repeats",
        severity: "repaired",
        where: { line: calendar.endless[0]!.line },
        ...(calendar.endless.length === 1
          ? { found: calendar.endless[0]!.text }
          : { seen: { word: "rules", of: String(calendar.endless.length) } }),
        wanted: {
          word: "rules-that-end-by",
          of: momentText({ reading: calendar.bound.until, isDay: true, zone: null }),
        },
      })
  }
}

function nameOf(calendar: Component): string {
  return textOf(calendar, "x-wr-calname") || textOf(calendar, "name")
}

function toldOnce(zones: ReturnType<typeof zonesOf>, faults: Faults): ZoneNamed {
  const told = new Set<string>()
  return (name, property) => {
    const zone = zones(name)
    if (zone || told.has(name)) return zone
    told.add(name)
    faults.add({ code: "unknown-zone", severity: "repaired", where: { line: property.line }, found: name })
    return null
  }
}

const DATED = ["dtstart", "dtend", "dtstamp", "last-modified", "rdate", "recurrence-id"]

/** The newest date that the file states; none beyond what a person could have meant. */
function newestIn(calendars: readonly Component[]): number {
  let newest = -Infinity
  for (const calendar of calendars)
    for (const entry of calendar.inner)
      for (const property of entry.properties) {
        if (!DATED.includes(property.name)) continue
        for (const value of property.values) {
          const reading = momentOf(value, property, () => null)?.reading
          if (reading !== undefined && reading > newest && reading < FAR) newest = reading
        }
      }
  return newest
}

const FAR = instantOf({ year: 2200 })

function endOfYearAfter(instant: number): number {
  const { year } = fieldsOf(Number.isFinite(instant) ? instant : 0)
  return instantOf({ year: year + 2 }) - DAY
}
