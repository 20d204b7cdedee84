import type { GenericSchema, InferOutput } from "valibot"
import type { Actor, Document, Label, Period, Place, SavedView, Source } from "./document.ts"
import { canonicalEdtf } from "./edtf-text.ts"
import { cutCycles } from "./hierarchy.ts"
import { freeId, periodId } from "./ids.ts"
import { namesOf, type Names } from "./names.ts"
import { salvage } from "./salvage.ts"
import { ActorSchema, LabelSchema, PeriodSchema, PlaceSchema, SourceSchema, ViewSchema } from "./schema.ts"
import { TextSchema } from "./schema.ts"
import { report, within, type Spot } from "./spot.ts"
import { canonicalLang, readText, readWord } from "./text.ts"

/** All of a document but its events, in normal form, and the names by which events refer to it. */
export interface Head {
  readonly document: Omit<Document, "events" | "actors" | "places" | "types" | "tags" | "sources">
  readonly actors: Names<Actor>
  readonly places: Names<Place>
  readonly types: Names<Label>
  readonly tags: Names<Label>
  readonly sources: Names<Source>
  /** Whether the document describes its sources, so that one it does not describe is a slip. */
  readonly hasSources: boolean
}

type Fields = Readonly<Record<string, unknown>>

/** The head of a document's fields; what cannot be read is reported and left out, entry by entry. */
export function readHead(fields: Fields, spot: Spot): Head {
  const lang = readLang(fields.lang, within(spot, "lang"))
  const text = (key: string) => {
    const kept = fields[key] == null ? null : salvage(TextSchema, fields[key], within(spot, key))
    return kept === null ? null : readText(kept.value, lang, kept.spot)
  }
  const labels = (key: string) => readLabels(fields[key], lang, within(spot, key))

  const actors = namesOf(readActors(fields.actors, lang, within(spot, "actors")), name =>
    newActor(name, lang),
  )
  const places = namesOf(readPlaces(fields.places, lang, within(spot, "places")), name =>
    newPlace(name, lang),
  )
  const sources = readMap(SourceSchema, fields.sources, within(spot, "sources"), (input, at) => ({
    title: readText(input.title, lang, within(at, "title")) ?? {},
    publisher: readText(input.publisher, lang, within(at, "publisher")),
    published: canonicalEdtf(input.published ?? ""),
    url: readWord(input.url),
    lang: canonicalLang(input.lang ?? ""),
  }))
  linkActors(actors, within(spot, "actors"))
  linkPlaces(places, within(spot, "places"))

  return {
    document: {
      title: text("title") ?? {},
      summary: text("summary"),
      lang,
      periods: readPeriods(fields.periods, lang, within(spot, "periods")),
      views: readViews(fields.views, lang, within(spot, "views")),
    },
    actors,
    places,
    types: namesOf(labels("types"), name => ({ name: { [lang]: name }, colour: null })),
    tags: namesOf(labels("tags"), name => ({ name: { [lang]: name }, colour: null })),
    sources: namesOf(sources, name => newSource(name, lang)),
    hasSources: sources.size > 0,
  }
}

function newActor(name: string, lang: string): Actor {
  return { name: { [lang]: name }, kind: null, partOf: [], note: null, url: null }
}

function newPlace(name: string, lang: string): Place {
  return { name: { [lang]: name }, point: null, precision: null, within: null }
}

/** A source that is only named; where the name is an address, it is one to follow. */
function newSource(name: string, lang: string): Source {
  const url = /^https?:\/\/\S+$/i.test(name) && URL.canParse(name) ? name : null
  return { title: { [lang]: name }, publisher: null, published: null, url, lang: null }
}

function readLang(input: unknown, spot: Spot): string {
  if (input == null) return "und"
  const tag = typeof input === "string" ? canonicalLang(input) : null
  if (tag === null) report(spot, "bad-language", "left-out", input)
  return tag ?? "und"
}

/** The entries of a map from id to description, read one by one; dangerous keys are ids like any other here. */
function readMap<const S extends GenericSchema, T>(
  schema: S,
  input: unknown,
  spot: Spot,
  read: (value: InferOutput<S>, at: Spot) => T,
): Map<string, T> {
  const result = new Map<string, T>()
  if (input == null) return result
  if (typeof input !== "object" || Array.isArray(input)) {
    report(spot, "not-a-map", "left-out", input)
    return result
  }
  for (const [key, entry] of Object.entries(input)) {
    const at = within(spot, key)
    const id = key.trim()
    if (id === "" || result.has(id)) {
      const code = id === "" ? "empty-id" : "repeated-id"
      report(at, code, "left-out", key)
      continue
    }
    const kept = salvage(schema, entry, at)
    if (kept !== null) result.set(id, read(kept.value, kept.spot))
  }
  return result
}

function readList<const S extends GenericSchema, T>(
  schema: S,
  input: unknown,
  spot: Spot,
  read: (value: InferOutput<S>, at: Spot) => T,
): T[] {
  if (input == null) return []
  if (!Array.isArray(input)) {
    report(spot, "not-a-list", "left-out", input)
    return []
  }
  return input.flatMap((entry: unknown, index) => {
    const at = within(spot, index)
    const kept = salvage(schema, entry, at)
    return kept === null ? [] : [read(kept.value, kept.spot)]
  })
}

function readActors(input: unknown, lang: string, spot: Spot): Map<string, Actor> {
  return readMap(ActorSchema, input, spot, (actor, at) => ({
    name: readText(actor.name, lang, within(at, "name")) ?? {},
    kind: readWord(actor.kind),
    partOf: [actor.partOf ?? []].flat().map(id => id.trim()),
    note: readText(actor.note, lang, within(at, "note")),
    url: readWord(actor.url),
  }))
}

function readPlaces(input: unknown, lang: string, spot: Spot): Map<string, Place> {
  return readMap(PlaceSchema, input, spot, (place, at) => ({
    name: readText(place.name, lang, within(at, "name")) ?? {},
    point: place.point ?? null,
    precision: place.precision ?? null,
    within: readWord(place.within),
  }))
}

/** Adds actors, places, types and tags to a head that is in use; those that are there already stay as they are. */
export function declare(head: Head, fields: Fields, spot: Spot): void {
  const { lang } = head.document
  for (const [id, place] of readPlaces(fields.places, lang, within(spot, "places"))) {
    if (head.places.declared.has(id)) continue
    // Taken in first, so that what it lies in may name it too.
    head.places.declared.set(id, { ...place, within: null })
    if (place.within !== null)
      head.places.declared.set(id, { ...place, within: head.places.resolve(place.within) })
  }
  for (const [id, actor] of readActors(fields.actors, lang, within(spot, "actors")))
    if (!head.actors.declared.has(id))
      head.actors.declared.set(id, { ...actor, partOf: actor.partOf.map(head.actors.resolve) })
  for (const key of ["types", "tags"] as const)
    for (const [id, label] of readLabels(fields[key], lang, within(spot, key)))
      if (!head[key].declared.has(id)) head[key].declared.set(id, label)
}

function readLabels(input: unknown, lang: string, spot: Spot): Map<string, Label> {
  return readMap(LabelSchema, input, spot, (label, at) => ({
    name: readText(label.name, lang, within(at, "name")) ?? {},
    colour: readWord(label.colour),
  }))
}

/** Turns the names in `partOf` into ids, adds those not declared, and cuts what would make a thing part of itself. */
function linkActors(actors: Names<Actor>, spot: Spot): void {
  for (const [id, actor] of actors.declared) {
    if (actor.partOf.length === 0) continue
    const partOf = actor.partOf.map(name => linkTo(actors, name, "unknown-actor", within(spot, id, "partOf")))
    actors.declared.set(id, { ...actor, partOf: [...new Set(partOf)] })
  }
  const cuts: [string, string][] = []
  cutCycles(
    actors.declared.keys(),
    id => actors.declared.get(id)?.partOf ?? [],
    (id, parent) => {
      cuts.push([id, parent])
      reportCycle(id, parent, within(spot, id, "partOf"))
    },
  )
  for (const [id, parent] of cuts) {
    const actor = actors.declared.get(id)!
    actors.declared.set(id, { ...actor, partOf: actor.partOf.filter(other => other !== parent) })
  }
}

function linkPlaces(places: Names<Place>, spot: Spot): void {
  for (const [id, place] of places.declared) {
    if (place.within === null) continue
    const parent = linkTo(places, place.within, "unknown-place", within(spot, id, "within"))
    places.declared.set(id, { ...place, within: parent })
  }
  const parentsOf = (id: string) => {
    const parent = places.declared.get(id)?.within
    return parent == null ? [] : [parent]
  }
  const cuts: string[] = []
  cutCycles(places.declared.keys(), parentsOf, (id, parent) => {
    cuts.push(id)
    reportCycle(id, parent, within(spot, id, "within"))
  })
  for (const id of cuts) places.declared.set(id, { ...places.declared.get(id)!, within: null })
}

function linkTo<T>(
  names: Names<T>,
  name: string,
  code: "unknown-actor" | "unknown-place",
  spot: Spot,
): string {
  if (!names.has(name)) report(spot, code, "repaired", name)
  return names.resolve(name)
}

function reportCycle(id: string, parent: string, spot: Spot): void {
  report(spot, "cycle", "repaired", `${id} in ${parent}`)
}

function readPeriods(input: unknown, lang: string, spot: Spot): Period[] {
  const taken = new Set<string>()
  const counters = new Map<string, number>()
  const periods = readList(PeriodSchema, input, spot, (period, at) => {
    const when = canonicalEdtf(period.when)!
    const title = readText(period.title, lang, within(at, "title")) ?? {}
    const wished = readWord(period.id) ?? periodId(when, title)
    const id = claim(wished, taken, counters, at)
    return { id, when, title, kind: readWord(period.kind) }
  })
  return periods
}

function readViews(input: unknown, lang: string, spot: Spot): SavedView[] {
  const taken = new Set<string>()
  const counters = new Map<string, number>()
  const withIds = Array.isArray(input)
    ? input.map((view: unknown, i) => nameView(view, i, within(spot, i)))
    : input
  return readList(ViewSchema, withIds, spot, (view, at) => ({
    id: claim(view.id.trim(), taken, counters, at),
    title: readText(view.title, lang, within(at, "title")) ?? {},
    text: readText(view.text, lang, within(at, "text")),
    state: view.state.trim().replace(/^\?/, ""),
  }))
}

/** A view without an id gets one by its place in the story. */
function nameView(view: unknown, index: number, spot: Spot): unknown {
  if (typeof view !== "object" || view === null || Array.isArray(view) || Object.hasOwn(view, "id"))
    return view
  report(within(spot, "id"), "missing", "repaired", undefined)
  return { ...view, id: `view-${index + 1}` }
}

function claim(wished: string, taken: Set<string>, counters: Map<string, number>, at: Spot): string {
  const id = freeId(wished, taken, counters)
  if (id !== wished) {
    report(within(at, "id"), "repeated-id", "repaired", wished)
  }
  taken.add(id)
  return id
}
