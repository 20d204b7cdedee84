import { readWhen } from "../time/edtf.ts"
import type { Citation, EventRecord, ReadDocument, Source } from "./document.ts"
import { readEvent, type DraftEvent } from "./event.ts"
import { collectFaults, type Faults } from "./faults.ts"
import { readHead, type Head } from "./head.ts"
import { freeId } from "./ids.ts"
import type { Place } from "./problem.ts"
import { within, type Spot } from "./salvage.ts"
import { DocumentSchema, EventSchema } from "./schema.ts"

export interface CheckOptions {
  /** Faults already found while reading the file; those found here follow them. */
  readonly faults?: Faults
}

/** A document that is given piece by piece, so that whoever reads a large file can pause between pieces. */
export interface Checker {
  /** Takes events as people write them; `placeOf` says where the nth of this batch stands. */
  add(events: readonly unknown[], placeOf: (index: number) => Place): void
  /** The document in normal form with all that was added. */
  finish(): ReadDocument
}

/**
 * A document as people write it, in normal form, and all that was wrong with it; never throws.
 *
 * What cannot be read is left out at the smallest sensible grain and reported with its JSON Pointer. A bare list is a
 * document; an object that has a date and no `events` is a document of one event; `events` may be a map from id to
 * event. What is none of these gives an empty document with a fatal problem.
 */
export function checkDocument(input: unknown, options: CheckOptions = {}): ReadDocument {
  const faults = options.faults ?? collectFaults()
  const parts = splitDocument(input, faults)
  const checker = startCheck(parts.fields, faults)
  checker.add(parts.events, parts.placeOf)
  return checker.finish()
}

/** A document's own fields, apart from its events. */
export interface DocumentParts {
  readonly fields: Readonly<Record<string, unknown>>
  readonly events: readonly unknown[]
  readonly placeOf: (index: number) => Place
}

/** Tells a document's events from the rest, whichever of the forms of checkDocument it has. */
export function splitDocument(input: unknown, faults: Faults): DocumentParts {
  if (Array.isArray(input)) return { fields: {}, events: input, placeOf: index => ({ pointer: `/${index}` }) }
  if (typeof input !== "object" || input === null) {
    faults.add({ code: "not-a-document", severity: "fatal", where: { pointer: "" }, found: input })
    return { fields: {}, events: [], placeOf: eventPlace }
  }
  const fields = input as Readonly<Record<string, unknown>>
  const own = (key: string) => Object.hasOwn(fields, key) && fields[key] != null
  if (!own("events") && (own("when") || own("start"))) {
    return { fields: {}, events: [input], placeOf: () => ({ pointer: "" }) }
  }
  return { fields, ...splitEvents(own("events") ? fields.events : undefined, fields, faults) }
}

function splitEvents(events: unknown, fields: object, faults: Faults): Omit<DocumentParts, "fields"> {
  const where = { pointer: "/events" }
  if (Array.isArray(events)) return { events, placeOf: eventPlace }
  if (typeof events === "object" && events !== null) {
    faults.add({ code: "not-a-list", severity: "repaired", where, found: events })
    const entries = Object.entries(events as Record<string, unknown>)
    const named = entries.map(([id, event]) => nameEvent(id, event))
    return { events: named, placeOf: index => within({ where, faults }, entries[index]![0]).where }
  }
  const code = events === undefined ? "no-events" : "not-a-list"
  faults.add({ code, severity: "fatal", where, found: events ?? fields })
  return { events: [], placeOf: eventPlace }
}

function eventPlace(index: number): Place {
  return { pointer: `/events/${index}` }
}

function nameEvent(id: string, event: unknown): unknown {
  if (typeof event !== "object" || event === null || Array.isArray(event)) return event
  return Object.hasOwn(event, "id") ? event : { ...event, id }
}

/** A checker for the events of a document with these fields. */
export function startCheck(
  fields: Readonly<Record<string, unknown>>,
  faults: Faults = collectFaults(),
): Checker {
  const root: Spot = { where: { pointer: "" }, faults }
  reportUnknown(fields, DOCUMENT_FIELDS, root, new Set())
  if (fields.dateline != null && fields.dateline !== 1) {
    const { where } = within(root, "dateline")
    faults.add({ code: "unknown-version", severity: "repaired", where, found: fields.dateline })
  }
  const head = readHead(fields, root)
  const reportedBy = earliestReport(head)
  const drafts: DraftEvent[] = []
  const places: Place[] = []
  const unknown = new Set<string>()
  let read = 0
  return {
    add(events, placeOf) {
      for (const [index, input] of events.entries()) {
        read += 1
        const spot: Spot = { where: placeOf(index), faults }
        reportUnknown(input, EVENT_FIELDS, spot, unknown)
        const draft = readEvent(input, head, spot, reportedBy)
        if (draft === null) continue
        drafts.push(draft)
        places.push(spot.where)
      }
    },
    finish() {
      const events = linkEvents(giveIds(drafts, places, faults), places, faults)
      const document = {
        ...head.document,
        actors: head.actors.declared,
        places: head.places.declared,
        types: head.types.declared,
        tags: head.tags.declared,
        sources: head.sources.declared,
        events,
      }
      return { document, problems: faults.problems, read, leftOut: read - events.length }
    },
  }
}

const DOCUMENT_FIELDS = new Set(Object.keys(DocumentSchema.entries))
const EVENT_FIELDS = new Set(Object.keys(EventSchema.entries))

/** A field of no meaning here may be a slip of the pen; each is named once. `$…` and `_…` are for other programs. */
function reportUnknown(input: unknown, known: ReadonlySet<string>, spot: Spot, reported: Set<string>): void {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return
  for (const key of Object.keys(input)) {
    if (known.has(key) || reported.has(key) || /^[$_]/.test(key)) continue
    reported.add(key)
    const { where } = within(spot, key)
    spot.faults.add({ code: "unknown-field", severity: "left-out", where, found: key })
  }
}

/** The earliest `published` of the sources cited, as EDTF; where two begin alike, the one cited first. */
function earliestReport({ sources }: Head): (cited: readonly Citation[]) => string | null {
  const known = new Map<Source, number>()
  const beginOf = (source: Source): number => {
    const before = known.get(source)
    if (before !== undefined) return before
    const begin = (source.published === null ? null : readWhen(source.published)?.beginMin) ?? Infinity
    known.set(source, begin)
    return begin
  }
  return cited => {
    let best: Source | undefined
    for (const { id } of cited) {
      const source = sources.declared.get(id)
      if (source?.published && (best === undefined || beginOf(source) < beginOf(best))) best = source
    }
    return best?.published ?? null
  }
}

/** Every event with an id of its own. Ids that stand in the input go before derived ones; repeated ones get a number. */
function giveIds(drafts: readonly DraftEvent[], places: readonly Place[], faults: Faults): EventRecord[] {
  const firstWith = new Map<string, number>()
  for (const own of [true, false]) {
    for (const [i, { event, hasOwnId }] of drafts.entries()) {
      if (hasOwnId === own && !firstWith.has(event.id)) firstWith.set(event.id, i)
    }
  }
  const counters = new Map<string, number>()
  return drafts.map(({ event, hasOwnId }, i) => {
    if (firstWith.get(event.id) === i) return event
    const id = freeId(event.id, firstWith, counters)
    firstWith.set(id, i)
    const where = hasOwnId ? within({ where: places[i]!, faults }, "id").where : places[i]!
    const code = hasOwnId ? "repeated-id" : "repeated-event"
    faults.add({ code, severity: "repaired", where, found: event.id })
    return { ...event, id }
  })
}

/** Leaves out links to events that are not there. */
function linkEvents(events: readonly EventRecord[], places: readonly Place[], faults: Faults): EventRecord[] {
  if (!events.some(event => event.links.length > 0)) return [...events]
  const ids = new Set(events.map(event => event.id))
  return events.map((event, i) => {
    if (event.links.every(link => ids.has(link.event) && link.event !== event.id)) return event
    const links = event.links.filter((link, n) => {
      if (ids.has(link.event) && link.event !== event.id) return true
      const { where } = within({ where: places[i]!, faults }, "links", n, "event")
      faults.add({ code: "unknown-event", severity: "left-out", where, found: link.event })
      return false
    })
    return { ...event, links }
  })
}
