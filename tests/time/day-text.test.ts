import * as fc from "fast-check"
import { expect, test } from "vitest"
import { dayInBytes, dayInText, daysOfText } from "../../src/time/day-text.ts"
import { formatEdtf, parseEdtf, readWhen, whenOf } from "../../src/time/edtf.ts"

const day = fc
  .tuple(fc.nat(9999), fc.nat(13), fc.nat(32))
  .map(([year, month, day]) =>
    [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"),
  )
const text = fc.oneof(
  day,
  fc.tuple(day, day).map(pair => pair.join("/")),
  fc.tuple(day, fc.string({ maxLength: 11 })).map(pair => pair.join("/")),
  fc.string({ minLength: 10, maxLength: 10 }),
)

test("a day or two days in a row mean what the parser of EDTF makes of them", () => {
  fc.assert(
    fc.property(text, text => {
      if (daysOfText(text) === null) return
      const parsed = parseEdtf(text)
      if (!parsed.ok) throw new Error(`${text} is no EDTF`)
      expect(formatEdtf(parsed.value)).toBe(text)
      expect(readWhen(text, "2016-01-01")).toEqual(whenOf(parsed.value))
    }),
    { numRuns: 3000 },
  )
})

test("a day in bytes is the day in the text that they are", () => {
  const written = fc.oneof(day, fc.string({ unit: fc.constantFrom(..."0123456789-:/ ٣"), minLength: 10 }))
  fc.assert(
    fc.property(fc.nat(3), written, (before, text) => {
      const bytes = new TextEncoder().encode(" ".repeat(before) + text)
      expect(dayInBytes(bytes, before)).toBe(dayInText(text, 0))
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ["1970-01-01", [0, 0]],
  ["1970-01-02/1970-01-04", [1, 3]],
  ["1970-01-04/1970-01-02", null],
  ["1970-02-30", null],
  ["1970-1-01x", null],
])("the days of %s are %j", (text, days) => {
  expect(daysOfText(text)).toEqual(days)
})
