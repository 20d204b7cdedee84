import type { InferOutput } from "valibot"
import type { Citation, EventRecord, Figure, Media, PlaceRole } from "./document.ts"
import { canonicalEdtf, isEdtfOrEmpty, joinBounds } from "./edtf-text.ts"
import type { Head } from "./head.ts"
import { contentId } from "./ids.ts"
import { NONE, NOTHING } from "./nothing.ts"
import { readPlain } from "./plain.ts"
import { earliestPublished } from "./reported.ts"
import { salvage } from "./salvage.ts"
import { EventSchema } from "./schema.ts"
import { isByColumns, report, within, type Spot } from "./spot.ts"
import { wantedOfDate } from "./wantedOfDate.ts"
import { readText, readWord } from "./text.ts"
import { unlike } from "./unlike.ts"

/** An event as far as it can be told before all others are known. */
export interface DraftEvent {
  readonly event: EventRecord
  /** Whether the id stood in the input; one that is derived yields to it. */
  readonly hasOwnId: boolean
  /** Null for an event that came without the schema; nothing was wrong with it then. */
  readonly spot: Spot | null
}

type Sound = InferOutput<typeof EventSchema>

/**
 * The normal form of one event of the input; null where it is no object or has neither a title nor a date. A date that
 * cannot be read leaves an undated event. Where it does not say when it became known, its sources do.
 */
export function readEvent(input: unknown, head: Head, spotOf: () => Spot): DraftEvent | null {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    report(spotOf(), "not-an-object", "left-out", input)
    return null
  }
  const plain = readPlain(input as Readonly<Record<string, unknown>>, head)
  if (plain === null) return readBySchema(input, head, spotOf())
  const hasOwnId = plain.id !== ""
  return { event: hasOwnId ? plain : { ...plain, id: contentId(plain) }, hasOwnId, spot: null }
}

/** The same for any event, however much it says. */
export function readBySchema(input: object, head: Head, spot: Spot): DraftEvent | null {
  const kept = salvage(EventSchema, withoutBadDate(input, spot), spot)
  if (kept === null) return null
  const { value: sound } = kept
  const event = normalise(sound, head, kept.spot)
  if (event.when === null && Object.keys(event.title).length === 0) {
    report(spot, "empty-event", "left-out", input)
    return null
  }
  const own = readWord(sound.id)
  return {
    event: own === null ? { ...event, id: contentId(event) } : event,
    hasOwnId: own !== null,
    spot: kept.spot,
  }
}

/** Takes a `when` out that is text and no date, and says why. */
function withoutBadDate(input: object, spot: Spot): object {
  const when: unknown = Object.hasOwn(input, "when") ? (input as { when?: unknown }).when : undefined
  if (when === undefined || (typeof when === "string" && isEdtfOrEmpty(when))) return input
  if (when === null || (typeof when === "number" && canonicalEdtf(String(when)) !== null)) return input
  const { when: _, ...rest } = input as { when?: unknown }
  const wanted = typeof when === "string" ? wantedOfDate(when, isByColumns(spot)) : undefined
  report(within(spot, "when"), "bad-date", "repaired", when, wanted)
  return rest
}

function normalise(input: Sound, head: Head, spot: Spot): EventRecord {
  const { lang } = head.document
  const sources = readSources(input, head, spot)
  return {
    id: readWord(input.id) ?? "",
    when: readDate(input, spot),
    asOf: optionalEdtf(input.asOf),
    whenText: input.whenText === undefined ? null : readText(input.whenText, lang, within(spot, "whenText")),
    countedFrom: optionalEdtf(input.countedFrom),
    reported: optionalEdtf(input.reported) ?? earliestPublished(sources, head.sources.declared),
    title: (input.title !== undefined && readText(input.title, lang, within(spot, "title"))) || {},
    summary: input.summary === undefined ? null : readText(input.summary, lang, within(spot, "summary")),
    type: input.type === undefined ? null : head.types.resolve(input.type),
    status: input.status ?? "occurred",
    actors: readActors(input.actors, head),
    places: readPlaces(input.places, head),
    sources,
    confidence: input.confidence ?? NOTHING,
    figures: readFigures(input.figures),
    media: input.media === undefined ? NONE : readMedia(input.media, lang, spot),
    tags: input.tags === undefined ? NONE : [...new Set(input.tags.map(head.tags.resolve))],
    links: input.links ?? NONE,
  }
}

function optionalEdtf(text: string | undefined): string | null {
  return text === undefined ? null : canonicalEdtf(text)
}

function readDate({ when = "", start = "", end = "" }: Sound, spot: Spot): string | null {
  const own = canonicalEdtf(when)
  if (start === "" && end === "") return own
  if (own !== null) {
    report(within(spot, start === "" ? "end" : "start"), "two-dates", "repaired", `${start}/${end}`)
    return own
  }
  const joined = joinBounds(start, end)
  if (joined !== null || (start.trim() === "" && end.trim() === "")) return joined
  // Either date alone is sound, so it is the order that is not: what can be kept is the start.
  report(within(spot, "end"), "bad-date", "repaired", end, { word: "later-end" })
  return joinBounds(start, "")
}

function readActors(input: Sound["actors"], { actors }: Head): EventRecord["actors"] {
  if (input === undefined) return NONE
  const list = input.map(entry =>
    typeof entry === "string"
      ? { id: actors.resolve(entry), role: null }
      : { id: actors.resolve(entry.id), role: readWord(entry.role) },
  )
  return unlike(list)
}

function readPlaces(input: Sound["places"], { places }: Head): EventRecord["places"] {
  if (input === undefined) return NONE
  const list = input.map(entry =>
    typeof entry === "string"
      ? { id: places.resolve(entry), role: "venue" as PlaceRole }
      : { id: places.resolve(entry.id), role: entry.role ?? "venue" },
  )
  return unlike(list)
}

function readSources(input: Sound, head: Head, spot: Spot): readonly Citation[] {
  if (input.sources === undefined) return NONE
  return input.sources.map((entry, i) => {
    const name = typeof entry === "string" ? entry : entry.id
    if (head.hasSources && !head.sources.has(name)) {
      report(within(spot, "sources", i), "unknown-source", "repaired", name)
    }
    const id = head.sources.resolve(name)
    if (typeof entry === "string") return { id, at: null, says: null }
    return {
      id,
      at: readText(entry.at, head.document.lang, within(spot, "sources", i, "at")),
      says: readSays(entry.says, head),
    }
  })
}

type SaysInput = Exclude<NonNullable<Sound["sources"]>[number], string>["says"]

function readSays(input: SaysInput, head: Head): Citation["says"] {
  if (input === undefined) return null
  const when = canonicalEdtf(input.when ?? "")
  const says = {
    ...(when !== null && { when }),
    ...(input.status !== undefined && { status: input.status }),
    ...(input.actors !== undefined && { actors: readActors(input.actors, head) }),
    ...(input.places !== undefined && { places: readPlaces(input.places, head) }),
    ...(input.figures !== undefined && { figures: readFigures(input.figures) }),
  }
  return Object.keys(says).length > 0 ? says : null
}

function readFigures(input: Sound["figures"]): Readonly<Record<string, Figure>> {
  if (input === undefined) return NOTHING
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      typeof value === "number"
        ? { low: null, best: value, high: null, unit: null }
        : {
            low: value.low ?? null,
            best: value.best ?? null,
            high: value.high ?? null,
            unit: readWord(value.unit),
          },
    ]),
  )
}

function readMedia(input: NonNullable<Sound["media"]>, lang: string, spot: Spot): readonly Media[] {
  return input.map((item, i) => ({
    url: item.url.trim(),
    kind: readWord(item.kind),
    caption: readText(item.caption, lang, within(spot, "media", i, "caption")),
    credit: readText(item.credit, lang, within(spot, "media", i, "credit")),
    alt: readText(item.alt, lang, within(spot, "media", i, "alt")),
  }))
}
