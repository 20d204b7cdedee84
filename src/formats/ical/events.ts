import type ICAL from "ical.js"
import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { DAY, fieldsOf, instantOf } from "../../time/instant.ts"
import { textOfHtml } from "../tabular/html.ts"
import { mediaOf } from "../trees/media.ts"
import { placeBook, pointOf, type PlaceBook } from "../trees/places.ts"
import type { Tree } from "../trees/tree.ts"
import { saying, webAddress, wordsOnce } from "../trees/values.ts"
import {
  parameter,
  propertiesOf,
  propertyNamed,
  textOf,
  type Component,
  type Property,
} from "./components.ts"
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
import { zonesOf } from "./zones.ts"

/** Occurrences of one rule at most. */
const MOST = 3000

const KINDS: ReadonlySet<string> = new Set(["vevent", "vjournal", "vtodo"])

/** Everything that reading one calendar's events needs. */
interface Calendar {
  readonly zoneNamed: ZoneNamed
  readonly bound: Bound
  readonly now: number | null
  readonly book: PlaceBook
  readonly name: string
  readonly faults: Faults
  readonly ical: typeof ICAL
  /** Rules that were cut, to be told of once. */
  readonly endless: Property[]
}

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

function recurrenceIdOf(entry: Component): Property | null {
  return propertyNamed(entry, "recurrence-id")
}

function* occurrencesIn(
  entry: Component,
  overrides: readonly Component[],
  calendar: Calendar,
): Generator<readonly [event: unknown, where: Place]> {
  const { zoneNamed, faults } = calendar
  const start = startOf(entry, zoneNamed)
  if (!start) {
    const written = propertyNamed(entry, "dtstart")
    yield [eventOf(entry, written ? String(written.values[0]) : "", "", null, calendar), { line: entry.line }]
    return
  }
  const length = lengthOf(entry, start, zoneNamed, faults)
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
    const lasting = one.length ?? (source ? lengthOf(source, moment, zoneNamed, faults) : length)
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
    const span = spanText(moment, lengthOf(override, moment, zoneNamed, faults))
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

function startOf(entry: Component, zoneNamed: ZoneNamed): Moment | null {
  const property =
    propertyNamed(entry, "dtstart") ?? (entry.name === "vtodo" ? propertyNamed(entry, "due") : null)
  return property && momentOf(property.values[0], property, zoneNamed)
}

/** ms from start to end; 0 where neither is said. A day without an end lasts that day (RFC 5545, 3.6.1). */
function lengthOf(entry: Component, start: Moment, zoneNamed: ZoneNamed, faults: Faults): number {
  const property =
    propertyNamed(entry, "dtend") ?? (entry.name === "vtodo" ? propertyNamed(entry, "due") : null)
  const end = property && momentOf(property.values[0], property, zoneNamed)
  if (property && end) {
    const length = lengthBetween(start, end)
    if (length < 0)
      faults.add({
        code: "bad-date",
        severity: "repaired",
        where: { line: property.line },
        found: property.text,
      })
    return length
  }
  return durationOf(propertyNamed(entry, "duration")?.values[0]) ?? 0
}

const STATUSES: Readonly<Record<string, string>> = {
  TENTATIVE: "possible",
  CANCELLED: "cancelled",
  "NEEDS-ACTION": "planned",
  "IN-PROCESS": "ongoing",
  COMPLETED: "occurred",
}

function eventOf(
  entry: Component,
  when: string,
  recurrence: string,
  moment: Moment | null,
  { now, name, book }: Calendar,
  master: Component = entry,
): unknown {
  const said = (property: string) => textOf(entry, property) || textOf(master, property)
  const all = (property: string) => {
    const own = propertiesOf(entry, property)
    return own.length > 0 ? own : propertiesOf(master, property)
  }
  const uid = said("uid")
  const location = said("location")
  const isAddress = webAddress(location) !== ""
  const attached = all("attach").filter(({ type }) => type === "uri")
  const images = [...all("image"), ...attached.filter(isImage)]
  const links = [...all("url"), ...attached.filter(one => !isImage(one))].map(({ values }) =>
    webAddress(values[0]),
  )
  const isComing =
    now !== null && moment !== null && (moment.zone?.instantAt(moment.reading) ?? moment.reading) > now
  return saying({
    id: recurrence === "" || uid === "" ? uid : `${uid}/${recurrence}`,
    when,
    title: inLanguage(all("summary")[0]),
    summary: textOfHtml(said("description") || said("x-alt-desc")),
    type: name,
    status: STATUSES[said("status").toUpperCase()] ?? (isComing ? "planned" : ""),
    places: [isAddress ? "" : placeOf(location, all("geo")[0], book)].filter(Boolean),
    tags: wordsOnce(all("categories").flatMap(({ values }) => values.map(String).map(word => word.trim()))),
    sources: wordsOnce([...links, isAddress ? webAddress(location) : ""]),
    media: images.map(({ values }) => mediaOf(values[0])).filter(one => one !== null),
  })
}

function inLanguage(property: Property | undefined): unknown {
  const text = property ? textOfHtml(String(property.values[0] ?? "").trim()) : ""
  const lang = property && text !== "" ? parameter(property, "language") : ""
  return /^[a-z]{2,3}(-[\w-]+)?$/i.test(lang) ? { [lang]: text } : text
}

function isImage(property: Property): boolean {
  const kind = parameter(property, "fmttype")
  return kind.startsWith("image/") || (kind === "" && mediaOf(property.values[0])?.["kind"] === "image")
}

function placeOf(location: string, geo: Property | undefined, book: PlaceBook): string {
  const at = geo?.values.flat() ?? []
  const point = pointOf(at[1], at[0])
  const name = location.replace(/\s*\n\s*/g, ", ")
  return book.note(name || (point ? `${point[1]}, ${point[0]}` : ""), { point })
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
