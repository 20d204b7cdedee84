import type { InferOutput } from "valibot"
import type { Citation, EventRecord, Figure, Media, PlaceRole } from "./document.ts"
import { canonicalEdtf, edtfFault, isEdtfOrEmpty, joinBounds } from "./edtf-text.ts"
import type { Head } from "./head.ts"
import { contentId } from "./ids.ts"
import { salvage, within, type Spot } from "./salvage.ts"
import { EventSchema } from "./schema.ts"
import { readText, readWord } from "./text.ts"

/** An event as far as it can be told before all others are known. */
export interface DraftEvent {
  readonly event: EventRecord
  /** Whether the id stood in the input; one that is derived yields to it. */
  readonly hasOwnId: boolean
}

type Sound = InferOutput<typeof EventSchema>

/**
 * The normal form of one event of the input; null where it is no object or has neither a title nor a date. A date that
 * cannot be read leaves an undated event. `reportedBy` is the earliest date of the sources cited.
 */
export function readEvent(
  input: unknown,
  head: Head,
  spot: Spot,
  reportedBy: (sources: readonly Citation[]) => string | null,
): DraftEvent | null {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    spot.faults.add({ code: "not-an-object", severity: "left-out", where: spot.where, found: input })
    return null
  }
  const sound = salvage(EventSchema, withoutBadDate(input, spot), spot)
  if (sound === null) return null
  const event = normalise(sound, head, spot, reportedBy)
  if (event.when === null && Object.keys(event.title).length === 0) {
    spot.faults.add({ code: "empty-event", severity: "left-out", where: spot.where, found: input })
    return null
  }
  const own = readWord(sound.id)
  return { event: own === null ? { ...event, id: contentId(event) } : event, hasOwnId: own !== null }
}

/** Takes a `when` out that is text and no date, and says why in the words of the date's own grammar. */
function withoutBadDate(input: object, spot: Spot): object {
  const when: unknown = Object.hasOwn(input, "when") ? (input as { when?: unknown }).when : undefined
  if (when === undefined || (typeof when === "string" && isEdtfOrEmpty(when))) return input
  if (when === null || (typeof when === "number" && canonicalEdtf(String(when)) !== null)) return input
  const { when: _, ...rest } = input as { when?: unknown }
  const fault = typeof when === "string" ? edtfFault(when) : null
  spot.faults.add({
    code: "bad-date",
    severity: "repaired",
    where: within(spot, "when").where,
    found: when,
    expected: fault ? `${fault.expected} in place of “${fault.found}”` : undefined,
  })
  return rest
}

function normalise(
  input: Sound,
  head: Head,
  spot: Spot,
  reportedBy: (sources: readonly Citation[]) => string | null,
): EventRecord {
  const { lang } = head.document
  const sources = readSources(input, head, spot)
  return {
    id: readWord(input.id) ?? "",
    when: readDate(input, spot),
    asOf: canonicalEdtf(input.asOf ?? ""),
    whenText: input.whenText === undefined ? null : readText(input.whenText, lang, within(spot, "whenText")),
    countedFrom: canonicalEdtf(input.countedFrom ?? ""),
    reported: canonicalEdtf(input.reported ?? "") ?? reportedBy(sources),
    title: (input.title !== undefined && readText(input.title, lang, within(spot, "title"))) || {},
    summary: input.summary === undefined ? null : readText(input.summary, lang, within(spot, "summary")),
    type: input.type === undefined ? null : head.types.resolve(input.type),
    status: input.status ?? "occurred",
    actors: readActors(input.actors, head),
    places: readPlaces(input.places, head),
    sources,
    confidence: input.confidence ?? {},
    figures: readFigures(input.figures),
    media: input.media === undefined ? [] : readMedia(input.media, lang, within(spot, "media")),
    tags: [...new Set((input.tags ?? []).map(head.tags.resolve))],
    links: input.links ?? [],
  }
}

function readDate({ when = "", start = "", end = "" }: Sound, spot: Spot): string | null {
  const own = canonicalEdtf(when)
  if (start === "" && end === "") return own
  const report = (code: "two-dates" | "bad-date", key: "start" | "end", found: string) =>
    spot.faults.add({ code, severity: "repaired", where: within(spot, key).where, found })
  if (own !== null) {
    report("two-dates", start === "" ? "end" : "start", `${start}/${end}`)
    return own
  }
  const joined = joinBounds(start, end)
  if (joined !== null || (start.trim() === "" && end.trim() === "")) return joined
  // Either date alone is sound, so it is the order that is not: what can be kept is the start.
  report("bad-date", "end", end)
  return joinBounds(start, "")
}

function readActors(input: Sound["actors"], { actors }: Head): EventRecord["actors"] {
  if (input === undefined) return []
  const list = input.map(entry =>
    typeof entry === "string"
      ? { id: actors.resolve(entry), role: null }
      : { id: actors.resolve(entry.id), role: readWord(entry.role) },
  )
  return unlike(list)
}

function readPlaces(input: Sound["places"], { places }: Head): EventRecord["places"] {
  if (input === undefined) return []
  const list = input.map(entry =>
    typeof entry === "string"
      ? { id: places.resolve(entry), role: "venue" as PlaceRole }
      : { id: places.resolve(entry.id), role: entry.role ?? "venue" },
  )
  return unlike(list)
}

/** The same actor in the same role twice says nothing more than once. */
function unlike<T extends { readonly id: string; readonly role: string | null }>(
  list: readonly T[],
): readonly T[] {
  if (list.length < 2) return list
  return list.filter(
    (entry, i) => i === list.findIndex(other => other.id === entry.id && other.role === entry.role),
  )
}

function readSources(input: Sound, head: Head, spot: Spot): readonly Citation[] {
  if (input.sources === undefined) return []
  const at = within(spot, "sources")
  return input.sources.map((entry, i) => {
    const name = typeof entry === "string" ? entry : entry.id
    if (head.hasSources && !head.sources.has(name)) {
      const { where } = within(at, i)
      spot.faults.add({ code: "unknown-source", severity: "repaired", where, found: name })
    }
    const id = head.sources.resolve(name)
    if (typeof entry === "string") return { id, at: null, says: null }
    return {
      id,
      at: readText(entry.at, head.document.lang, within(at, i, "at")),
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
  if (input === undefined) return {}
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
    caption: readText(item.caption, lang, within(spot, i, "caption")),
    credit: readText(item.credit, lang, within(spot, i, "credit")),
    alt: readText(item.alt, lang, within(spot, i, "alt")),
  }))
}
