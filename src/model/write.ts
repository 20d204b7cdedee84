import type {
  Actor,
  Citation,
  Document,
  EventRecord,
  Figure,
  Label,
  Media,
  Place,
  Source,
  Text,
} from "./document.ts"
import { contentId, periodId } from "./ids.ts"
import { foldName } from "./names.ts"
import { earliestPublished } from "./reported.ts"
import type { DocumentInput, EventInput, TextInput } from "./schema.ts"

/**
 * The document as people write it, in the short forms of interface §1: plain JSON that checkDocument reads back to the
 * same document without a problem. What would be derived or defaulted is left out: ids, `reported`, names that are only
 * used, the venue role, the status `occurred`.
 */
export function writeDocument(document: Document): DocumentInput {
  return { ...writeHead(document), events: document.events.map(event => writeEvent(event, document)) }
}

/** All of the document but its events, in the same form. */
export function writeHead(document: Document): Omit<DocumentInput, "events"> {
  const { lang } = document
  const text = (value: Text | null) => writeText(value, lang)
  const used = usedIn(document.events)
  const parents = [...document.actors.values()].flatMap(actor => actor.partOf)
  const wholes = [...document.places.values()].flatMap(place => place.within ?? [])
  return {
    dateline: 1,
    ...defined({
      title: text(document.title),
      summary: text(document.summary),
      lang: lang === "und" ? undefined : lang,
      actors: writeMap(document.actors, plainIds(document.actors, lang, used.actors, parents), actor =>
        writeActor(actor, lang),
      ),
      places: writeMap(document.places, plainIds(document.places, lang, used.places, wholes), place =>
        writePlace(place, lang),
      ),
      types: writeMap(document.types, plainIds(document.types, lang, used.types), type =>
        writeLabel(type, lang),
      ),
      tags: writeMap(document.tags, plainIds(document.tags, lang, used.tags), tag => writeLabel(tag, lang)),
      sources: writeMap(document.sources, new Set(), source => writeSource(source, lang)),
      periods: filled(
        document.periods.map(({ id, when, title, kind }) => ({
          ...(id !== periodId(when, title) && { id }),
          when,
          title: text(title) ?? {},
          ...defined({ kind: kind ?? undefined }),
        })),
      ),
      views: filled(
        document.views.map(view => ({
          id: view.id,
          title: text(view.title) ?? {},
          ...defined({ text: text(view.text) }),
          state: view.state,
        })),
      ),
    }),
  }
}

/** One event of a document as people write it. */
export function writeEvent(
  event: EventRecord,
  { lang, sources }: Pick<Document, "lang" | "sources">,
): EventInput {
  const text = (value: Text | null) => writeText(value, lang)
  return defined({
    id: event.id === contentId(event) ? undefined : event.id,
    when: event.when ?? undefined,
    asOf: event.asOf ?? undefined,
    whenText: text(event.whenText),
    countedFrom: event.countedFrom ?? undefined,
    reported:
      event.reported === earliestPublished(event.sources, sources)
        ? undefined
        : (event.reported ?? undefined),
    title: text(event.title),
    summary: text(event.summary),
    type: event.type ?? undefined,
    status: event.status === "occurred" ? undefined : event.status,
    actors: filled(writeActors(event.actors)),
    places: filled(writePlaces(event.places)),
    sources: filled(event.sources.map(citation => writeCitation(citation, lang))),
    confidence: Object.keys(event.confidence).length > 0 ? event.confidence : undefined,
    figures: Object.keys(event.figures).length > 0 ? writeFigures(event.figures) : undefined,
    media: filled(event.media.map(media => writeMedia(media, lang))),
    tags: filled([...event.tags]),
    links: filled([...event.links]),
  })
}

/** The fields that hold something. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}

function writeText(text: Text | null, lang: string): TextInput | undefined {
  if (text === null) return undefined
  const tags = Object.keys(text)
  if (tags.length === 0) return undefined
  return tags.length === 1 && tags[0] === lang ? text[lang]! : text
}

function writeMap<T, U>(map: ReadonlyMap<string, T>, plain: ReadonlySet<string>, write: (value: T) => U) {
  const entries = [...map].filter(([id]) => !plain.has(id))
  return entries.length > 0 ? Object.fromEntries(entries.map(([id, value]) => [id, write(value)])) : undefined
}

/** The ids that events use and that would be added alike were they not described, so that they need not be. */
function plainIds(
  map: ReadonlyMap<string, Actor | Place | Label>,
  lang: string,
  used: ReadonlySet<string>,
  referred: readonly string[] = [],
): ReadonlySet<string> {
  const folded = new Map<string, number>()
  for (const [id, { name }] of map) {
    for (const key of new Set([id, ...Object.values(name)].map(foldName))) {
      folded.set(key, (folded.get(key) ?? 0) + 1)
    }
  }
  const parents = new Set(referred)
  const plain = [...map].filter(([id, thing]) => {
    const bare = Object.values({ ...thing, name: null }).every(value => value === null || isEmptyList(value))
    const own = Object.keys(thing.name).length === 1 && thing.name[lang] === id
    return bare && own && used.has(id) && !parents.has(id) && folded.get(foldName(id)) === 1
  })
  return new Set(plain.map(([id]) => id))
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function usedIn(events: readonly EventRecord[]) {
  return {
    actors: new Set(events.flatMap(event => event.actors.map(actor => actor.id))),
    places: new Set(events.flatMap(event => event.places.map(place => place.id))),
    types: new Set(events.flatMap(event => event.type ?? [])),
    tags: new Set(events.flatMap(event => event.tags)),
  }
}

function writeActor({ name, kind, partOf, note, url }: Actor, lang: string) {
  return {
    name: writeText(name, lang) ?? {},
    ...defined({
      kind: kind ?? undefined,
      partOf: partOf.length > 1 ? [...partOf] : partOf[0],
      note: writeText(note, lang),
      url: url ?? undefined,
    }),
  }
}

function writePlace(place: Place, lang: string) {
  return {
    name: writeText(place.name, lang) ?? {},
    ...defined({
      point: place.point ? ([place.point[0], place.point[1]] as [number, number]) : undefined,
      precision: place.precision ?? undefined,
      within: place.within ?? undefined,
    }),
  }
}

function writeLabel({ name, colour }: Label, lang: string) {
  return { name: writeText(name, lang) ?? {}, ...defined({ colour: colour ?? undefined }) }
}

function writeSource({ title, publisher, published, url, lang: own }: Source, lang: string) {
  return {
    title: writeText(title, lang) ?? {},
    ...defined({
      publisher: writeText(publisher, lang),
      published: published ?? undefined,
      url: url ?? undefined,
      lang: own ?? undefined,
    }),
  }
}

function writeActors(actors: EventRecord["actors"]) {
  return actors.map(({ id, role }) => (role === null ? id : { id, role }))
}

function writePlaces(places: EventRecord["places"]) {
  return places.map(({ id, role }) => (role === "venue" ? id : { id, role }))
}

function writeCitation({ id, at, says }: Citation, lang: string) {
  if (at === null && says === null) return id
  return {
    id,
    ...defined({
      at: writeText(at, lang),
      says: says
        ? {
            ...says,
            ...defined({
              actors: says.actors && writeActors(says.actors),
              places: says.places && writePlaces(says.places),
              figures: says.figures && writeFigures(says.figures),
            }),
          }
        : undefined,
    }),
  }
}

function writeFigures(figures: Readonly<Record<string, Figure>>) {
  return Object.fromEntries(
    Object.entries(figures).map(([key, { low, best, high, unit }]) => {
      if (best !== null && low === null && high === null && unit === null) return [key, best]
      return [
        key,
        defined({
          low: low ?? undefined,
          best: best ?? undefined,
          high: high ?? undefined,
          unit: unit ?? undefined,
        }),
      ]
    }),
  )
}

function writeMedia({ url, kind, caption, credit, alt }: Media, lang: string) {
  return {
    url,
    ...defined({
      kind: kind ?? undefined,
      caption: writeText(caption, lang),
      credit: writeText(credit, lang),
      alt: writeText(alt, lang),
    }),
  }
}
