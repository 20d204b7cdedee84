import * as fc from "fast-check"
import { expect, test } from "vitest"
import { readBySchema } from "../../src/model/event.ts"
import { collectFaults } from "../../src/model/faults.ts"
import { readHead } from "../../src/model/head.ts"
import { readPlain } from "../../src/model/plain.ts"
import { spotAt } from "../../src/model/spot.ts"

const word = fc.oneof(
  fc.constantFrom("lavrov", "Kerry", " KERRY ", "", "  ", "2016", "إدلب", "ادلب", "\u00a0", "__proto__"),
  fc.string(),
)
const date = fc.constantFrom(
  "2016-10-15",
  "2016-02-30",
  "2016-10-15/2016-11-23",
  "2016-11-23/2016-10-15",
  "2016-10-15/2016-10-15",
  " 2016-10-15 ",
  "2016-10-15T12:00Z",
  "2016",
  "..",
  "",
  "soon",
  "156X-12-25",
)
const text = fc.oneof(
  word,
  fc.dictionary(fc.constantFrom("en", "ar", "AR_sy", "not a tag!", "__proto__"), word),
  fc.constantFrom(7, null, []),
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const list = maybe(fc.oneof(fc.array(fc.oneof(word, fc.constantFrom(7, null, { id: "lavrov" }))), word))
const event = fc.record(
  {
    id: maybe(fc.oneof(word, fc.constant(7))),
    when: maybe(fc.oneof(date, fc.constantFrom(1917, null))),
    start: maybe(date),
    end: maybe(date),
    reported: maybe(date),
    title: maybe(text),
    summary: maybe(text),
    type: maybe(word),
    status: maybe(fc.constantFrom("occurred", "planned", "certain", "")),
    actors: list,
    places: list,
    sources: list,
    tags: list,
    unheard: maybe(word),
  },
  { requiredKeys: [] },
)
const HEAD = {
  lang: "en",
  actors: { lavrov: { name: { en: "Kerry" } } },
  places: { idlib: { name: { ar: "إدلب" } } },
  sources: { a: { title: "lavrov", published: "2016-11-17" } },
}

test.each([HEAD, { lang: "ar" }])(
  "what is read without the schema is what the schema makes of it: %j",
  fields => {
    fc.assert(
      fc.property(event, input => {
        const faults = collectFaults()
        const spot = spotAt(faults, () => ({ pointer: "" }))
        const plain = readPlain(input, readHead(fields, spot))
        if (plain === null) return
        const bySchema = readBySchema(input, readHead(fields, spot), spot)
        expect(faults.problems).toEqual([])
        const { id, ...rest } = bySchema!.event
        expect(bySchema!.hasOwnId ? id : "").toBe(plain.id)
        expect(plain).toEqual({ ...rest, id: plain.id })
      }),
      { numRuns: 3000 },
    )
  },
)

test("the common event is read without the schema", () => {
  const spot = spotAt(collectFaults(), () => ({ pointer: "" }))
  const head = readHead(HEAD, spot)
  expect(
    readPlain({ id: "1", title: "Meeting", start: "2016-10-15", end: "2016-10-16", actors: ["Kerry"] }, head),
  ).toMatchObject({ when: "2016-10-15/2016-10-16", actors: [{ id: "lavrov" }] })
})
