import type { EventRecord, PlaceRole, Status } from "../model/document.ts"
import { daysOfText } from "../time/day-text.ts"
import { DAY, formatIsoDay } from "../time/instant.ts"
import { QUALIFIER } from "../time/when.ts"
import { FACETS, type FacetName, type Table } from "./table.ts"

/** What a record has where nothing is said; the part of it that the columns do not hold. */
const SILENT = {
  when: null,
  asOf: null,
  whenText: null,
  countedFrom: null,
  reported: null,
  summary: null,
  confidence: {},
  figures: {},
  media: [],
  links: [],
} as const satisfies Partial<EventRecord>

type Key = keyof typeof SILENT

/**
 * What the columns do not say of an event, as JSON: fields that say anything, and actors, places and sources where they
 * say more than who, where and who says so. Titles, type, status, tags and plain references stand in columns, and a date
 * of whole days follows from its bounds.
 */
export function writeDetails(event: EventRecord): string {
  const rest: Partial<Record<keyof EventRecord, unknown>> = {}
  let only = true
  for (const key in SILENT) {
    const value = event[key as Key]
    if (value === null || key === "when" || (typeof value === "object" && isEmpty(value))) continue
    rest[key as Key] = value
    only = false
  }
  if (!event.actors.every(actor => actor.role === null)) [rest.actors, only] = [event.actors, false]
  if (!event.places.every(place => place.role === "venue")) [rest.places, only] = [event.places, false]
  if (!event.sources.every(({ at, says }) => at === null && says === null) || isRepeated(event.sources))
    [rest.sources, only] = [event.sources, false]
  const isWritten = event.when !== null && !daysOfText(event.when)
  // Many rows of a large table say no more than their date, and canonical EDTF needs no escapes.
  if (only) return isWritten ? `{"when":"${event.when}"}` : ""
  if (isWritten) rest.when = event.when
  return JSON.stringify(rest)
}

/** The EDTF of a day or days, which its bounds say; null for no date. */
export function daysText(beginMin: number, endMax: number, qualifiers: number): string | null {
  if ((qualifiers & QUALIFIER.undated) !== 0) return null
  const first = formatIsoDay(beginMin)
  return (qualifiers & QUALIFIER.interval) === 0 ? first : `${first}/${formatIsoDay(endMax - DAY)}`
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false
  return true
}

function isRepeated(list: EventRecord["sources"]): boolean {
  return list.length > 1 && new Set(list.map(({ id }) => id)).size < list.length
}

/** The whole event of a row in normal form; asked for only when one is opened, spoken or exported. */
export function eventOf(table: Table, row: number): EventRecord {
  const { when } = table
  const written = table.details.get(row)
  const rest = (written === "" ? {} : JSON.parse(written)) as Partial<EventRecord>
  const ids = Object.fromEntries(FACETS.map(facet => [facet, idsOf(table, facet, row)])) as Record<
    FacetName,
    string[]
  >
  const title = Object.fromEntries(
    Object.entries(table.titles)
      .map(([lang, column]) => [lang, column.get(row)] as const)
      .filter(([, text]) => text !== ""),
  )
  return {
    id: table.ids.get(row),
    ...SILENT,
    title,
    type: ids.type[0] ?? null,
    status: (ids.status[0] ?? "occurred") as Status,
    actors: ids.actor.map(id => ({ id, role: null })),
    places: ids.place.map(id => ({ id, role: "venue" as PlaceRole })),
    sources: ids.source.map(id => ({ id, at: null, says: null })),
    tags: ids.tag,
    when: daysText(when.beginMin[row]!, when.endMax[row]!, when.qualifiers[row]!),
    ...rest,
  }
}

function idsOf(table: Table, facet: FacetName, row: number): string[] {
  const { offsets, codes, values } = table.facets[facet]
  const ids: string[] = []
  for (let i = offsets[row]!; i < offsets[row + 1]!; i++) if (codes[i] !== 0) ids.push(values.ids[codes[i]!]!)
  return ids
}
