import type { Document, EventRecord } from "./document.ts"
import { atOnce } from "./steps.ts"

/**
 * The document with these of its events alone, and of everything that events refer to only what these do, with what that
 * belongs to; links to events that are not there are left out. Its ids stay what they were.
 */
export function excerptOf(document: Omit<Document, "events">, events: Iterable<EventRecord>): Document {
  return atOnce(excerptSteps(document, events))
}

/** The same step by step, an event each: a million events need not be taken at once, nor be there before. */
export function* excerptSteps(
  document: Omit<Document, "events">,
  events: Iterable<EventRecord>,
): Generator<void, Document> {
  const kept: EventRecord[] = []
  const ids = new Set<string>()
  const used = {
    actors: new Set<string>(),
    places: new Set<string>(),
    types: new Set<string>(),
    tags: new Set<string>(),
    sources: new Set<string>(),
  }
  for (const event of events) {
    kept.push(event)
    ids.add(event.id)
    for (const one of [event, ...event.sources.map(({ says }) => says)]) {
      for (const { id } of one?.actors ?? []) used.actors.add(id)
      for (const { id } of one?.places ?? []) used.places.add(id)
    }
    if (event.type !== null) used.types.add(event.type)
    for (const tag of event.tags) used.tags.add(tag)
    for (const { id } of event.sources) used.sources.add(id)
    yield
  }
  for (const [i, event] of kept.entries()) {
    const links = event.links.filter(link => ids.has(link.event))
    if (links.length < event.links.length) kept[i] = { ...event, links }
    yield
  }
  const { actors, places, types, tags, sources } = document
  return {
    ...document,
    actors: withWider(actors, used.actors, id => actors.get(id)?.partOf ?? []),
    places: withWider(places, used.places, id => [places.get(id)?.within ?? []].flat()),
    types: withWider(types, used.types),
    tags: withWider(tags, used.tags),
    sources: withWider(sources, used.sources),
    events: kept,
  }
}

/** The entries of these ids and of all that they lead to, in the order in which they stood. */
function withWider<T>(
  all: ReadonlyMap<string, T>,
  used: ReadonlySet<string>,
  wider: (id: string) => readonly string[] = () => [],
): ReadonlyMap<string, T> {
  const wanted = new Set(used)
  for (const id of wanted) for (const parent of wider(id)) wanted.add(parent)
  return new Map([...all].filter(([id]) => wanted.has(id)))
}
