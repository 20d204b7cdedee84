import type { Document, EventRecord } from "./document.ts"

/**
 * The document with these of its events alone, and of everything that events refer to only what these do, with what that
 * belongs to; links to events that are not there are left out. Its ids stay what they were.
 */
export function excerptOf(document: Omit<Document, "events">, events: readonly EventRecord[]): Document {
  const { actors, places, types, tags, sources } = document
  const kept = new Set(events.map(({ id }) => id))
  return {
    ...document,
    actors: used(actors, actorsIn(events), id => actors.get(id)?.partOf ?? []),
    places: used(places, placesIn(events), id => [places.get(id)?.within ?? []].flat()),
    types: used(
      types,
      events.flatMap(({ type }) => type ?? []),
    ),
    tags: used(
      tags,
      events.flatMap(event => event.tags),
    ),
    sources: used(
      sources,
      events.flatMap(event => event.sources.map(({ id }) => id)),
    ),
    events: events.map(event => {
      const links = event.links.filter(link => kept.has(link.event))
      return links.length === event.links.length ? event : { ...event, links }
    }),
  }
}

function actorsIn(events: readonly EventRecord[]): string[] {
  return events
    .flatMap(({ actors, sources }) => [...actors, ...sources.flatMap(({ says }) => says?.actors ?? [])])
    .map(({ id }) => id)
}

function placesIn(events: readonly EventRecord[]): string[] {
  return events
    .flatMap(({ places, sources }) => [...places, ...sources.flatMap(({ says }) => says?.places ?? [])])
    .map(({ id }) => id)
}

/** The entries of these ids and of all that they lead to, in the order in which they stood. */
function used<T>(
  all: ReadonlyMap<string, T>,
  ids: readonly string[],
  wider: (id: string) => readonly string[] = () => [],
): ReadonlyMap<string, T> {
  const wanted = new Set(ids)
  for (const id of wanted) for (const parent of wider(id)) wanted.add(parent)
  return new Map([...all].filter(([id]) => wanted.has(id)))
}
