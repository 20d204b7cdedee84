import type { Document, EventRecord, ReadDocument } from "./document.ts"
import { readEvent, type DraftEvent } from "./event.ts"
import { collectFaults, pointerTo, type Faults } from "./faults.ts"
import { declare, readHead, type Head } from "./head.ts"
import { freeId } from "./ids.ts"
import type { Place } from "./problem.ts"
import { report, spotAt, within, type OriginOf, type Spot } from "./spot.ts"
import { DocumentSchema, EventSchema } from "./schema.ts"

export interface CheckOptions {
  /** Faults already found while reading the file; those found here follow them. */
  readonly faults?: Faults
}

/** Takes events in normal form, in the order of the file but for those that had to wait for all others. */
export interface EventSink {
  /** Whether an event of this id was added. */
  has(id: string): boolean
  /** `at` counts the events of the input from 0. */
  add(event: EventRecord, at: number): void
}

/** A document that is given piece by piece, so that whoever reads a large file can pause between pieces. */
export interface Checker {
  /** The names by which events refer to actors, places and so on; they grow by what events name. */
  readonly head: Head
  /**
   * Takes events as people write them; `placeOf` says where the nth of this batch stands, `originOf` where the fields of
   * those came from that were told by columns.
   */
  add(events: readonly unknown[], placeOf: (index: number) => Place, originOf?: OriginOf): void
  /** Counts events that went to the sink without being looked at here. */
  count(events: number): void
  /** Declares actors, places, types and tags that are not there yet, as the document's own maps of them would. */
  declare(fields: Readonly<Record<string, unknown>>): void
  /** Gives the sink what had to wait. Nothing can be added after. */
  finish(): Omit<ReadDocument, "document">
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
  const gathering = gatherDocument()
  const checker = startCheck(parts.fields, faults, gathering.begin)
  checker.add(parts.events, parts.placeOf)
  const outcome = checker.finish()
  return { document: gathering.document(), ...outcome }
}

/** Gathers a document that comes piece by piece: its head to `begin`, which gives what takes the events. */
export function gatherDocument(): {
  readonly begin: (head: Omit<Document, "events">) => EventSink
  readonly document: () => Document
} {
  const ids = new Set<string>()
  const events: EventRecord[] = []
  let document: Omit<Document, "events"> | null = null
  return {
    begin(head) {
      document = head
      return {
        has: id => ids.has(id),
        add(event, at) {
          ids.add(event.id)
          events[at] = event
        },
      }
    },
    // What was left out is a hole in the list.
    document: () => ({ ...document!, events: events.filter(() => true) }),
  }
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

/**
 * A checker for the events of a document with these fields. `sinkFor` is given the document, whose maps grow by what
 * events name, and what it gives takes each event as soon as it can be told: those whose id is taken already, or that
 * link to others, come at the end.
 */
export function startCheck(
  fields: Readonly<Record<string, unknown>>,
  faults: Faults,
  sinkFor: (document: Omit<Document, "events">) => EventSink,
): Checker {
  const root = spotAt(faults, () => ({ pointer: "" }))
  reportUnknown(fields, DOCUMENT_FIELDS, root, new Set())
  if (fields.dateline != null && fields.dateline !== 1) {
    report(within(root, "dateline"), "unknown-version", "repaired", fields.dateline)
  }
  const head = readHead(fields, root)
  const sink = sinkFor({
    ...head.document,
    actors: head.actors.declared,
    places: head.places.declared,
    types: head.types.declared,
    tags: head.tags.declared,
    sources: head.sources.declared,
  })
  const waiting: Waiting[] = []
  const unknown = new Set<string>()
  /** Ids of events that wait, which are taken as well. */
  const promised = new Set<string>()
  const isTaken = (id: string) => sink.has(id) || promised.has(id)
  let read = 0
  let leftOut = 0
  return {
    head,
    count(events) {
      read += events
    },
    add(events, placeOf, originOf) {
      for (const [index, input] of events.entries()) {
        const at = read++
        const spotOf = () => spotAt(faults, () => placeOf(index), originOf)
        const draft = readEvent(input, head, spotOf)
        // An event that came without the schema has no other fields.
        if (!draft || draft.spot) reportUnknown(input, EVENT_FIELDS, spotOf(), unknown)
        if (draft === null) leftOut++
        else if (isTaken(draft.event.id))
          waiting.push({ ...draft, at, spot: draft.spot ?? spotOf(), repeats: true })
        else if (draft.event.links.length > 0) {
          promised.add(draft.event.id)
          waiting.push({ ...draft, at, spot: draft.spot ?? spotOf(), repeats: false })
        } else sink.add(draft.event, at)
      }
    },
    declare(more) {
      declare(head, more, root)
    },
    finish() {
      for (const event of linked(numbered(waiting, isTaken), isTaken)) sink.add(event.event, event.at)
      return { problems: faults.problems, read, leftOut }
    },
  }
}

/** An event that can be told only when all others are known. */
interface Waiting extends DraftEvent {
  readonly at: number
  readonly spot: Spot
  /** Whether its id was taken when it came. */
  readonly repeats: boolean
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

/** The same events, a number after each id that was taken; ids that stand in the input go before numbered ones. */
function numbered(waiting: readonly Waiting[], isTaken: (id: string) => boolean): Waiting[] {
  const given = new Set<string>()
  const counters = new Map<string, number>()
  const taken = { has: (id: string) => given.has(id) || isTaken(id) }
  return waiting.map(draft => {
    if (!draft.repeats) return draft
    const id = freeId(draft.event.id, taken, counters)
    given.add(id)
    if (draft.hasOwnId) report(within(draft.spot, "id"), "repeated-id", "repaired", draft.event.id)
    else report(draft.spot, "repeated-event", "repaired", draft.event.id)
    return { ...draft, event: { ...draft.event, id } }
  })
}

/** The same events without links to events that are not there. */
function linked(waiting: readonly Waiting[], isTaken: (id: string) => boolean): Waiting[] {
  const own = new Set(waiting.map(({ event }) => event.id))
  return waiting.map(draft => {
    const { event, spot } = draft
    const leads = ({ event: to }: EventRecord["links"][number]) =>
      to !== event.id && (own.has(to) || isTaken(to))
    if (event.links.every(leads)) return draft
    const links = event.links.filter((link, n) => {
      if (leads(link)) return true
      report(within(spot, "links", n, "event"), "unknown-event", "left-out", link.event)
      return false
    })
    return { ...draft, event: { ...event, links } }
  })
}
