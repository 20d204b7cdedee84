import * as fc from "fast-check"
import { expect, test } from "vitest"
import { areCells } from "../../src/formats/json-cells.ts"
import { foreignLines } from "../../src/formats/trees/lines.ts"

/** Words by which other kinds are told. */
const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    ...[
      "Feature",
      "FeatureCollection",
      "Topology",
      "Event",
      "background",
      "timeline",
      "2016-10-15",
      "14 Mar 2011",
    ],
    ...[
      "http://www.wikidata.org/entity/Q42",
      "+2016-10-15T00:00:00Z",
      "https://schema.org/Event",
      "1476489600000",
    ],
  ),
)
const value = fc.oneof(word, fc.array(word, { maxLength: 3 }))
const other = fc.oneof(fc.integer(), fc.constant(null), fc.dictionary(word, word, { maxKeys: 2 }))

/** Lines of which many are plain events; the others have names and values of other kinds as well. */
const line = fc.record(
  {
    title: fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: other }),
    start: fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: other }),
    end: word,
    id: word,
    type: value,
    status: word,
    actors: value,
    places: value,
    sources: value,
    tags: value,
  },
  { requiredKeys: ["title", "start"] },
)
const odd = fc.dictionary(
  fc.constantFrom(
    ..."@type @context content group headline date associations claims properties geometry".split(" "),
  ),
  fc.oneof(value, other),
  { minKeys: 1, maxKeys: 2 },
)

test("lines that are events at a glance are of no other kind when looked at in full", () => {
  let cells = 0
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 12, arbitrary: line }, { weight: 1, arbitrary: odd }), {
        minLength: 1,
        maxLength: 5,
      }),
      values => {
        if (!areCells(values)) return
        cells++
        expect(foreignLines(values)).toBeNull()
      },
    ),
    { numRuns: 2000 },
  )
  expect(cells).toBeGreaterThan(200)
})

test("lines with other names or values are looked at in full", () => {
  expect(areCells([{ title: "Talks", start: "2016-10-15", actors: ["lavrov"] }])).toBe(true)
  for (const other of [
    { start: "2016-10-15" },
    { title: "Talks" },
    { title: "Talks", start: 1476489600000 },
    null,
    ["Talks"],
  ])
    expect(areCells([{ title: "Talks", start: "2016-10-15" }, other])).toBe(false)
  expect(areCells([{ title: "Talks", start: "2016-10-15", content: "<b>Talks</b>" }])).toBe(false)
  expect(areCells([{ title: "Talks", start: "2016-10-15", type: "background" }])).toBe(false)
  expect(areCells([{ title: "http://www.wikidata.org/entity/Q42", start: "2016-10-15" }])).toBe(false)
})
