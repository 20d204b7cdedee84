import * as fc from "fast-check"
import { CONFIDENCES, PLACE_ROLES, RELATIONS, STATUSES } from "../../src/model/document.ts"
import type { DocumentInput, EventInput, TextInput } from "../../src/model/schema.ts"

const NAMES = [
  "lavrov",
  "Lavrov",
  "كيري",
  "Kerry",
  "lima",
  "?",
  "-x",
  "a/b~c",
  "__proto__",
  "constructor",
  "7",
]
const DATES = [
  "2016",
  "2016-11-15",
  "2016-10-15/2016-11-23",
  "[..2016-11-17]",
  "/..",
  "2016~",
  "-0044-03-15",
  "199u",
]

const name = fc.constantFrom(...NAMES)
const date = fc.constantFrom(...DATES)
const words = fc.constantFrom("Meeting", "لقاء", "  two  words ", "x")
const text: fc.Arbitrary<TextInput> = fc.oneof(
  words,
  fc.dictionary(fc.constantFrom("en", "ar", "ar-SY", "und"), words, { minKeys: 1, maxKeys: 3 }),
)
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 })
const fields = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[] = []) =>
  fc.record(shape, { requiredKeys: required as [] }) as fc.Arbitrary<T>

const actorRef = fc.oneof(name, fc.record({ id: name, role: words }))
const placeRef = fc.oneof(name, fc.record({ id: name, role: fc.constantFrom(...PLACE_ROLES) }))
const number = fc.integer({ min: 0, max: 99 })
const figures = fc.dictionary(
  fc.constantFrom("killed", "wounded"),
  fc.oneof(number, fields({ low: number, best: number, high: number, unit: words })),
)

const event = fields<EventInput>({
  id: fc.constantFrom("e1", "e2", "e3"),
  when: date,
  start: fc.constantFrom("2016-01", "2016-05-01", ""),
  end: fc.constantFrom("2016-06", "", ".."),
  asOf: date,
  whenText: text,
  countedFrom: date,
  reported: date,
  title: text,
  summary: text,
  type: name,
  status: fc.constantFrom(...STATUSES),
  actors: list(actorRef),
  places: list(placeRef),
  sources: list(
    fc.oneof(
      name,
      fields(
        {
          id: name,
          at: text,
          says: fields({
            when: date,
            status: fc.constantFrom(...STATUSES),
            actors: list(actorRef),
            places: list(placeRef),
            figures,
          }),
        },
        ["id"],
      ),
    ),
  ),
  confidence: fields({ when: fc.constantFrom(...CONFIDENCES), event: fc.constantFrom(...CONFIDENCES) }),
  figures,
  media: list(fields({ url: fc.constant("https://example.org/a.jpg"), kind: words, alt: text }, ["url"])),
  tags: list(name),
  links: list(fc.record({ rel: fc.constantFrom(...RELATIONS), event: fc.constantFrom("e1", "e2", "gone") })),
})

/** Documents as people write them, with every field now and then there, names that meet, and some slips. */
export const documentInput: fc.Arbitrary<DocumentInput> = fields<DocumentInput>(
  {
    title: text,
    summary: text,
    lang: fc.constantFrom("en", "ar"),
    actors: fc.dictionary(
      name,
      fields(
        {
          name: text,
          kind: words,
          partOf: fc.oneof(name, list(name)),
          note: text,
          url: fc.constant("mailto:a@b.c"),
        },
        ["name"],
      ),
      { maxKeys: 4 },
    ),
    places: fc.dictionary(
      name,
      fields(
        {
          name: text,
          point: fc.constantFrom<[number, number]>([0, 0], [36.6, 35.9]),
          precision: fc.constantFrom("city", "country"),
          within: name,
        },
        ["name"],
      ),
      { maxKeys: 4 },
    ),
    types: fc.dictionary(name, fields({ name: text, colour: fc.constant("#0b62a6") }, ["name"]), {
      maxKeys: 2,
    }),
    tags: fc.dictionary(name, fields({ name: text }, ["name"]), { maxKeys: 2 }),
    sources: fc.dictionary(
      name,
      fields({ title: text, publisher: text, published: date, url: fc.constant("https://a.b/") }, ["title"]),
      { maxKeys: 2 },
    ),
    periods: list(fields({ id: name, when: date, title: text, kind: words }, ["when", "title"])),
    views: list(
      fields({ id: name, title: text, text, state: fc.constant("actor=lavrov") }, ["id", "title", "state"]),
    ),
    events: fc.array(event, { maxLength: 5 }),
  },
  ["events"],
)
