import type { EventRecord, ReadDocument } from "./document.ts"
import { readEvent, type DraftEvent } from "./event.ts"
import { collectFaults, pointerTo, type Faults } from "./faults.ts"
import { readHead } from "./head.ts"
import { freeId } from "./ids.ts"
import type { Place } from "./problem.ts"
import { report, spotAt, within, type Spot } from "./spot.ts"
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
    return { events: named, placeOf: index => ({ pointer: pointerTo(where.pointer, entries[index]![0]) }) }
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
  const root = spotAt(faults, () => ({ pointer: "" }))
  reportUnknown(fields, DOCUMENT_FIELDS, root, new Set())
  if (fields.dateline != null && fields.dateline !== 1) {
    report(within(root, "dateline"), "unknown-version", "repaired", fields.dateline)
  }
  const head = readHead(fields, root)
  const drafts: DraftEvent[] = []
  const unknown = new Set<string>()
  let read = 0
  return {
    add(events, placeOf) {
      for (const [index, input] of events.entries()) {
        read += 1
        const spot = spotAt(faults, () => placeOf(index))
        reportUnknown(input, EVENT_FIELDS, spot, unknown)
        const draft = readEvent(input, head, spot)
        if (draft !== null) drafts.push(draft)
      }
    },
    finish() {
      const events = linkEvents(giveIds(drafts), drafts)
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
    report(within(spot, key), "unknown-field", "left-out", key)
  }
}

/** Every event with an id of its own. Ids that stand in the input go before derived ones; repeated ones get a number. */
function giveIds(drafts: readonly DraftEvent[]): EventRecord[] {
  const firstWith = new Map<string, number>()
  for (const own of [true, false]) {
    for (const [i, { event, hasOwnId }] of drafts.entries()) {
      if (hasOwnId === own && !firstWith.has(event.id)) firstWith.set(event.id, i)
    }
  }
  const counters = new Map<string, number>()
  return drafts.map(({ event, hasOwnId, spot }, i) => {
    if (firstWith.get(event.id) === i) return event
    const id = freeId(event.id, firstWith, counters)
    firstWith.set(id, i)
    if (hasOwnId) report(within(spot, "id"), "repeated-id", "repaired", event.id)
    else report(spot, "repeated-event", "repaired", event.id)
    return { ...event, id }
  })
}

/** Leaves out links to events that are not there. */
function linkEvents(events: readonly EventRecord[], drafts: readonly DraftEvent[]): EventRecord[] {
  if (!events.some(event => event.links.length > 0)) return [...events]
  const ids = new Set(events.map(event => event.id))
  return events.map((event, i) => {
    if (event.links.every(link => ids.has(link.event) && link.event !== event.id)) return event
    const links = event.links.filter((link, n) => {
      if (ids.has(link.event) && link.event !== event.id) return true
      report(within(drafts[i]!.spot, "links", n, "event"), "unknown-event", "left-out", link.event)
      return false
    })
    return { ...event, links }
  })
}
