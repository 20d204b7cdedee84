import * as fc from "fast-check"
import type { Document, EventRecord, Source, Text } from "../src/model/document.ts"
import { PLACE_ROLES, STATUSES } from "../src/model/document.ts"
import type { Selection } from "../src/query/selection.ts"
import { FACETS, type FacetName } from "../src/table/table.ts"

/** Few ids, so that they meet; "nobody" is in no document. */
const ACTORS = ["a", "b", "c", "d", "e"]
const PLACES = ["p", "q", "r", "s"]
const TYPES = ["meeting", "strike", "summit"]
const TAGS = ["x", "y"]
const SOURCES = ["s1", "s2"]
const WORDS = ["Lavrov", "لافروف", "أحمد", "Élan", "حلب", "إدلب", "north", "2016", "٢٠١٦"]
const WHENS = [
  "2016",
  "2016-10",
  "2016-11-15",
  "2016-11-16T09:30Z",
  "2016-11-17/2016-11-23",
  "2016-11-16/..",
  "/2016-11-16",
  "[2016-11-17..2016-11-23]",
  "[..2016-11-17]",
  "{2016-10,2016-12}",
  "2016~",
  "-0044-03-15",
  "../..",
]

const textOf: fc.Arbitrary<Text> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .chain(words =>
    fc.constantFrom<Text>(
      { en: words.join(" ") },
      { ar: words.join(" ") },
      { en: words[0]!, ar: words.join(" ") },
    ),
  )

const some = (ids: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...ids), { maxLength: most })

const eventOf = (index: number): fc.Arbitrary<EventRecord> =>
  fc.record({
    id: fc.constant(`event-${index}`),
    when: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string | null>(...WHENS) }, fc.constant(null)),
    asOf: fc.constantFrom(null, null, "2016-11-16"),
    whenText: fc.constant(null),
    countedFrom: fc.constant(null),
    reported: fc.constantFrom(null, "2016-11-16", "2016-11-17", "2016-12"),
    title: textOf,
    summary: fc.option(textOf),
    type: fc.option(fc.constantFrom(...TYPES)),
    status: fc.constantFrom(...STATUSES),
    actors: some(ACTORS, 4).map(ids => ids.map(id => ({ id, role: null }))),
    places: some(PLACES, 2).map(ids => ids.map(id => ({ id, role: PLACE_ROLES[0] }))),
    sources: some(SOURCES, 2).map(ids => ids.map(id => ({ id, at: null, says: null }))),
    confidence: fc.constant({}),
    figures: fc.constant({}),
    media: fc.constant([]),
    tags: some(TAGS, 2),
    links: fc.constant([]),
  })

/** Each id belongs to some of those before it, so that there are no circles. */
const hierarchy = (ids: readonly string[], most: number) =>
  fc.tuple(...ids.map((_, i) => some(ids.slice(0, Math.max(1, i)), i === 0 ? 0 : most)))

/** A document in normal form with hierarchies, several languages, undated events and every status. */
export const documentOf: fc.Arbitrary<Document> = fc
  .record({
    actorsAbove: hierarchy(ACTORS, 2),
    placesAbove: hierarchy(PLACES, 1),
    names: fc.array(textOf, { minLength: 20, maxLength: 20 }),
    events: fc
      .integer({ min: 0, max: 14 })
      .chain(n => fc.tuple(...Array.from({ length: n }, (_, i) => eventOf(i)))),
  })
  .map(({ actorsAbove, placesAbove, names, events }) => ({
    title: { en: "Random" },
    summary: null,
    lang: "en",
    actors: new Map(
      ACTORS.map((id, i) => [
        id,
        { name: names[i]!, kind: null, partOf: actorsAbove[i]!, note: null, url: null },
      ]),
    ),
    places: new Map(
      PLACES.map((id, i) => [
        id,
        { name: names[5 + i]!, point: null, precision: null, within: placesAbove[i]![0] ?? null },
      ]),
    ),
    types: new Map(TYPES.map(id => [id, { name: { en: id }, colour: null }])),
    tags: new Map(TAGS.map(id => [id, { name: { en: id }, colour: null }])),
    sources: new Map(
      SOURCES.map(id => [
        id,
        { title: { en: id }, publisher: null, published: null, url: null, lang: null } as Source,
      ]),
    ),
    periods: [],
    views: [],
    events,
  }))

const IDS: Record<FacetName, readonly string[]> = {
  actor: ACTORS,
  place: PLACES,
  type: TYPES,
  status: STATUSES,
  tag: TAGS,
  source: SOURCES,
}

const choiceOf = (facet: FacetName) =>
  fc
    .record({
      include: some([...IDS[facet], "?", "nobody"], 3),
      exclude: some([...IDS[facet], "?", "nobody"], 2),
    })
    .map(({ include, exclude }) => ({ include: include.filter(id => !exclude.includes(id)), exclude }))

const NONE = { include: [], exclude: [] }
const dateOf = fc.constantFrom(
  null,
  null,
  "2016",
  "2016-11",
  "2016-11-16",
  "2016-11-17",
  "-0044",
  "not a date",
)

/** Any selection, most clauses of it empty most of the time. */
export const selectionOf: fc.Arbitrary<Selection> = fc.record({
  facets: fc.record(
    Object.fromEntries(
      FACETS.map(facet => [facet, fc.oneof({ weight: 3, arbitrary: fc.constant(NONE) }, choiceOf(facet))]),
    ) as Record<FacetName, fc.Arbitrary<{ include: string[]; exclude: string[] }>>,
  ),
  match: fc.constantFrom("any", "all"),
  q: fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    fc.constantFrom("lavrov", "لاڤروف", "احمد elan", "ادلب", "2016", "nowhere", "a"),
  ),
  from: dateOf,
  to: dateOf,
  range: fc.constantFrom("could", "must"),
  known: fc.constantFrom(null, null, null, "2016-11-16", "2016-11"),
})
