import type { Document, EventRecord, Place, Text } from "../model/document.ts"
import { sayText } from "../model/sayText.ts"
import { parseEdtf, readWhen, type EdtfDate } from "../time/edtf.ts"
import { formatIsoDay, formatIsoLastDay } from "../time/instant.ts"
import type { Writer, WriteOptions } from "./writer.ts"

/** A node of JSON-LD; what is undefined is not written. */
type Node = Readonly<Record<string, unknown>>

/**
 * Events as schema.org describes them (https://schema.org/Event), for search engines and linked data: an ItemList of
 * Events. A text in several languages is a list of language-tagged strings. What schema.org cannot say of a date or a
 * status is said in words (`disambiguatingDescription`), so that a rumour is never published as a fact without a word.
 */
export const jsonldWriter: Writer = {
  name: "jsonld",
  extensions: [".jsonld"],
  mediaType: "application/ld+json",
  drops: new Set([
    ...(["fuzzy-dates", "as-of", "counted-from", "reported", "status", "actor-roles", "accounts"] as const),
    ...(["confidence", "figures", "figure-ranges", "links", "periods", "views", "colours"] as const),
    ...(["before-year-0", "after-year-9999", "place-roles", "source-places"] as const),
  ]),
  *write(document, options = {}) {
    const head = {
      "@context": "https://schema.org",
      "@type": "ItemList",
      name: textValue(document.title, document.lang),
      description: textValue(document.summary, document.lang),
      itemListOrder: "https://schema.org/ItemListOrderAscending",
      numberOfItems: document.events.length,
    }
    yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "itemListElement": [`
    let separator = "\n    "
    for (const event of document.events) {
      yield separator + JSON.stringify(eventNode(event, document, options))
      separator = ",\n    "
    }
    yield document.events.length > 0 ? "\n  ]\n}\n" : "]\n}\n"
  },
}

function eventNode(event: EventRecord, document: Document, options: WriteOptions): Node {
  const { lang } = document
  const { actors, types, tags, sources } = document
  const named = (map: ReadonlyMap<string, { readonly name: Text }>, id: string) =>
    sayText(map.get(id)?.name, options.lang ?? lang)?.text ?? id
  const dates = event.when === null ? null : datesOf(event.when)
  return {
    "@type": "Event",
    "@id": `#${encodeURIComponent(event.id)}`,
    identifier: event.id,
    name: textValue(event.title, lang),
    description: textValue(event.summary, lang),
    disambiguatingDescription: inWords(event, dates?.isExact ?? true, options),
    startDate: dates?.start,
    endDate: dates?.end,
    eventStatus: STATUSES[event.status],
    location: one(event.places.map(({ id }) => placeNode(id, document, new Set()))),
    about: one(
      event.actors.map(({ id }) => ({
        "@type": ACTOR_TYPES[actors.get(id)?.kind ?? ""] ?? "Thing",
        name: textValue(actors.get(id)?.name ?? { [lang]: id }, lang),
        url: actors.get(id)?.url ?? undefined,
      })),
    ),
    keywords: one([
      ...(event.type === null ? [] : [named(types, event.type)]),
      ...event.tags.map(id => named(tags, id)),
    ]),
    image: one(event.media.filter(({ kind }) => kind === null || kind === "image").map(({ url }) => url)),
    subjectOf: one(
      event.sources.map(({ id }) => {
        const source = sources.get(id)
        return {
          "@type": "CreativeWork",
          name: textValue(source?.title ?? { [lang]: id }, lang),
          url: source?.url ?? undefined,
          datePublished: source?.published ? datesOf(source.published)?.start : undefined,
          inLanguage: source?.lang ?? undefined,
          publisher: source?.publisher
            ? { "@type": "Organization", name: textValue(source.publisher, lang) }
            : undefined,
        }
      }),
    ),
  }
}

const STATUSES: Readonly<Partial<Record<EventRecord["status"], string>>> = {
  announced: "https://schema.org/EventScheduled",
  planned: "https://schema.org/EventScheduled",
  cancelled: "https://schema.org/EventCancelled",
}

const ACTOR_TYPES: Readonly<Record<string, string>> = {
  person: "Person",
  organization: "Organization",
  government: "GovernmentOrganization",
  "armed-force": "Organization",
  vessel: "Vehicle",
  group: "Organization",
}

function placeNode(id: string, document: Document, above: Set<string>): Node {
  const place: Place | undefined = document.places.get(id)
  const within = place?.within ?? null
  above.add(id)
  return {
    "@type": place?.precision === "country" ? "Country" : place?.precision === "city" ? "City" : "Place",
    name: textValue(place?.name ?? { [document.lang]: id }, document.lang),
    geo: place?.point
      ? { "@type": "GeoCoordinates", latitude: place.point[1], longitude: place.point[0] }
      : undefined,
    containedInPlace: within === null || above.has(within) ? undefined : placeNode(within, document, above),
  }
}

function inWords(
  { when, whenText, status }: EventRecord,
  isExact: boolean,
  { lang = "und", sayDate = edtf => edtf, sayStatus = one => one }: WriteOptions,
): string | undefined {
  const told = sayText(whenText, lang)
  const parts = [
    when !== null && !isExact && sayDate(when),
    told && `“${told.text}”`,
    status !== "occurred" && sayStatus(status),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(" · ") : undefined
}

/** Level 0 of EDTF is ISO 8601 as it stands; null for what is none, or has no day. */
function plain(date: EdtfDate | "open" | "unknown", text: string): string | null {
  return typeof date === "object" && /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) ? text : null
}

/** The first and the last day, or times, that a date may mean, in ISO 8601; absent where there are none of four digits. */
function datesOf(when: string): { start?: string; end?: string; isExact: boolean } | null {
  const parsed = parseEdtf(when)
  const span = readWhen(when)
  if (!parsed.ok || !span) return null
  const { value } = parsed
  if (value.kind === "date") {
    const own = plain(value, when)
    if (own !== null) return { start: own, isExact: true }
  }
  if (value.kind === "interval") {
    const [from = "", to = ""] = when.split("/")
    const [start, end] = [plain(value.begin, from), plain(value.end, to)]
    if (start !== null && end !== null) return { start, end, isExact: true }
  }
  const first = Number.isFinite(span.beginMin) ? formatIsoDay(span.beginMin) : ""
  const last = Number.isFinite(span.endMax) ? formatIsoLastDay(span.endMax) : ""
  return {
    ...(/^\d{4}-/.test(first) && { start: first }),
    ...(/^\d{4}-/.test(last) && last !== first && { end: last }),
    isExact: false,
  }
}

function textValue(text: Text | null, lang: string): unknown {
  if (text === null) return undefined
  const tags = Object.keys(text)
  if (tags.length === 0) return undefined
  if (tags.length === 1 && (tags[0] === lang || tags[0] === "und")) return text[tags[0]!]
  return tags.map(tag => (tag === "und" ? text[tag] : { "@language": tag, "@value": text[tag] }))
}

/** Nothing, the one thing, or all of them. */
function one<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length > 1 ? list : list[0]
}
