import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EMPTY_SELECTION, type Selection } from "../../src/query/selection.ts"
import { readAddress, writeAddress } from "../../src/state/address.ts"
import { INITIAL_STATE, LANE_FIELDS, PARTS, SHOWS, type State } from "../../src/state/state.ts"
import { FACETS } from "../../src/table/table.ts"

const DAY = 86_400_000

const words = fc.string({ unit: "binary", minLength: 1, maxLength: 12 })
const ids = fc.uniqueArray(words, { maxLength: 4 })
const maybe = fc.option(words, { nil: null })
const selection: fc.Arbitrary<Selection> = fc.record({
  facets: fc.record(
    Object.fromEntries(FACETS.map(facet => [facet, fc.record({ include: ids, exclude: ids })])),
  ) as fc.Arbitrary<Selection["facets"]>,
  match: fc.constantFrom("any", "all"),
  q: fc.oneof(fc.constant(""), words),
  from: maybe,
  to: maybe,
  range: fc.constantFrom("could", "must"),
  known: maybe,
})
const state: fc.Arbitrary<State> = fc.record({
  data: maybe,
  format: maybe,
  map: maybe,
  selection,
  rest: fc.constantFrom("hide", "dim"),
  domain: fc.option(
    fc
      .tuple(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 1, max: 1e13 }))
      .map(([from, span]) => [from, from + span] as const),
    { nil: null },
  ),
  lanes: fc.constantFrom(null, ...LANE_FIELDS),
  pins: ids,
  event: maybe,
  align: maybe,
  edition: maybe,
  show: fc.constantFrom(...SHOWS),
  lang: fc.constantFrom(null, "ar", "ar-SY", "en"),
  theme: fc.constantFrom("auto", "light", "dark"),
  dir: fc.constantFrom(null, "time-ltr", "time-rtl"),
  tz: fc.constantFrom("UTC", "Asia/Damascus", "America/Lima"),
  embed: fc.boolean(),
  hide: fc.subarray([...PARTS]),
  unknown: fc.array(fc.tuple(fc.constantFrom("utm_source", "x", "محور"), fc.string({ unit: "binary" })), {
    maxLength: 3,
  }),
})

describe("the address of a view", () => {
  it("gives back any view it was written for", () => {
    fc.assert(
      fc.property(state, view => {
        expect(readAddress(writeAddress(view))).toEqual(view)
      }),
      { numRuns: 300 },
    )
  })

  it("can be read whatever stands in it, and is then written the same way for ever", () => {
    const names = fc.constantFrom(
      "actor",
      "view",
      "tz",
      "lang",
      "match",
      "embed",
      "show",
      "constructor",
      "%",
      "",
    )
    const query = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.tuple(names, fc.string({ unit: "binary" })))
        .map(pairs => pairs.map(([name, value]) => `${name}=${value}`).join("&")),
    )
    fc.assert(
      fc.property(query, text => {
        const once = writeAddress(readAddress(text))
        expect(writeAddress(readAddress(once))).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  it("is empty for the view that everybody begins with", () => {
    expect(writeAddress(INITIAL_STATE)).toBe("")
    expect(readAddress("")).toEqual(INITIAL_STATE)
    expect(readAddress("?")).toEqual(INITIAL_STATE)
  })

  it("stays under 2000 characters with twenty filters in Arabic", () => {
    const include = Array.from({ length: 20 }, (_, i) => `وزارة-الخارجية-${i}`)
    const facets = { ...EMPTY_SELECTION.facets, actor: { include, exclude: [] } }
    const written = writeAddress({ ...INITIAL_STATE, selection: { ...EMPTY_SELECTION, facets } })
    expect(written.length).toBeLessThanOrEqual(2000)
  })
})

describe.each([
  ["actor=lavrov&actor=kerry&match=all", "both together"],
  ["place=switzerland&place=?&place=-geneva", "chosen, excluded and not stated"],
  ["q=%D8%A5%D8%AF%D9%84%D8%A8", "a search in Arabic"],
  ["from=2016-11&to=2016-11-17&range=must", "a stretch of time"],
  ["view=2016-10-15/2016-11-24", "a visible stretch of whole days"],
  ["view=2016-11-15T09:30Z/2016-11-15T18:00:00.250Z", "a visible stretch of hours"],
  ["view=-0044-03-15/0001-01-01", "a visible stretch long ago"],
  ["lanes=place&pin=idlib&pin=homs&event=lima", "lanes, pins and an event"],
  ["show=list&lang=ar-SY&theme=dark&dir=time-ltr&tz=Asia/Damascus&embed=1", "how it looks"],
  ["data=https://example.org/a.json?b%3Dc&format=json", "a file from elsewhere"],
  ["data=a.csv&map=A:title,C:start,dmy,windows-1256", "how the columns of a table are matched"],
  ["actor=lavrov&utm_source=mail&x=", "unknown parameters"],
  ["actor=%5C-17&actor=--17", "an id that begins with a dash, chosen and excluded"],
])("%s", (query, what) => {
  it(`keeps ${what} as it was written`, () => {
    expect(writeAddress(readAddress(query))).toBe(query)
  })
})

describe.each([
  ["match=some", ""],
  ["view=2016-11-17/2016-11-15", ""],
  ["view=2016-11-15", ""],
  ["view=2016-11-15/2016-11-17/2016-11-19", ""],
  ["view=../..", ""],
  ["view=tomorrow/later&actor=lavrov", "actor=lavrov"],
  ["lanes=colour&lanes=place", "lanes=place"],
  ["tz=Mars/Olympus", ""],
  ["lang=C", ""],
  ["lang=%3Cscript%3E&theme=dark", "theme=dark"],
  ["embed=yes", ""],
  ["actor=&actor=-", ""],
  ["actor=a&actor=b&actor=a&pin=p&pin=p", "actor=a&actor=b&pin=p"],
  ["actor=%E0%A4%A&show=list", "actor=%EF%BF%BD%25A&show=list"],
  ["__proto__=x&hasOwnProperty=y", "__proto__=x&hasOwnProperty=y"],
])("%s", (query, left) => {
  it("loses what it cannot mean and nothing else", () => {
    expect(writeAddress(readAddress(query))).toBe(left)
  })
})

it("reads each parameter of the interface into the state", () => {
  const read = readAddress("?actor=-kerry&status=?&known=2016-11-16&rest=dim&align=lausanne&edition=ab12")
  expect(read.selection.facets.actor).toEqual({ include: [], exclude: ["kerry"] })
  expect(read.selection.facets.status).toEqual({ include: ["?"], exclude: [] })
  expect(read.selection.known).toBe("2016-11-16")
  expect([read.rest, read.align, read.edition]).toEqual(["dim", "lausanne", "ab12"])
})

it("takes the days of a visible stretch from their beginning", () => {
  expect(readAddress("view=1970-01-02/1970-01-03").domain).toEqual([DAY, 2 * DAY])
})
