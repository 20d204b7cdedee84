process.env.TZ = "America/St_Johns"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { instantOf, parseInstant } from "../../src/time/instant.ts"
import { ticks } from "../../src/time/ticks.ts"
import { dateLocale } from "../../src/words/dates-locale.ts"
import { sayTick } from "../../src/words/dates-ticks.ts"
import "../../src/words/more-ar.ts"
import "../../src/words/more-en.ts"

const english = dateLocale("en")

/** The labels of an axis of 1000 px, major ones in brackets. */
function labels(from: string, to: string, zone = "UTC"): string {
  return ticks([parseInstant(from)!, parseInstant(to)!], 1000, { minPx: 70, zone })
    .map(tick => (tick.major ? `[${sayTick(tick, english)}]` : sayTick(tick, english)))
    .join(" ")
}

describe("an axis", () => {
  test.each([
    ["2016-11-16T09:30", "2016-11-16T09:30:20", "[16 November 2016] 09:30:00 09:30:05 09:30:10 09:30:15"],
    [
      "2016-11-16T09:30",
      "2016-11-16T14:15",
      "[16 November 2016] 09:30 10:00 10:30 11:00 11:30 12:00 12:30 13:00 13:30 14:00",
    ],
    [
      "2016-11-16T20:00",
      "2016-11-17T08:00",
      "[16 November 2016] 20:00 21:00 22:00 23:00 00:00 [17 November 2016] 01:00 02:00 03:00 04:00 05:00 06:00 07:00",
    ],
    ["2016-10-28", "2016-11-05", "[October 2016] 28 29 30 31 1 [November 2016] 2 3 4"],
    ["2016-10-14", "2016-11-25", "[October 2016] 15 22 1 [November 2016] 8 15 22"],
    ["2016-01-14", "2017-11-25", "[2016] Apr Jul Oct Jan [2017] Apr Jul Oct"],
    ["2016-01-14", "2016-09-25", "[2016] Feb Mar Apr May Jun Jul Aug Sep"],
    ["2011-01-14", "2019-11-25", "[the 2010s] 2012 2013 2014 2015 2016 2017 2018 2019"],
    [
      "1911-01-14",
      "2019-11-25",
      "[20th century] 1920 1930 1940 1950 1960 1970 1980 1990 2000 [21st century] 2010",
    ],
    [
      "-0511-01-14",
      "0219-11-25",
      "[1st millennium BCE] 500 BCE 400 BCE 300 BCE 200 BCE 100 BCE 1 CE [1st millennium] 100 200",
    ],
    ["-0007-01-14", "0009-11-25", "[1st century BCE] 6 BCE 4 BCE 2 BCE [1st century] 2 CE 4 CE 6 CE 8 CE"],
    [
      "-9999-01-01",
      "2000-01-01",
      "10,000 BCE 9000 BCE 8000 BCE 7000 BCE 6000 BCE 5000 BCE 4000 BCE 3000 BCE 2000 BCE 1000 BCE 1 CE 1000",
    ],
    [
      "-3999999999-01-01",
      "2000-01-01",
      "4 billion BCE 3.5 billion BCE 3 billion BCE 2.5 billion BCE 2 billion BCE 1.5 billion BCE 1 billion BCE 500 million BCE 1 CE",
    ],
  ])("from %s to %s", (from, to, expected) => expect(labels(from, to)).toBe(expected))

  test("of hours follows the zone, and the day changes at that zone's midnight", () => {
    expect(labels("2016-11-16T18:15", "2016-11-17T00:15", "Asia/Kathmandu")).toBe(
      "00:00 [17 November 2016] 00:30 01:00 01:30 02:00 02:30 03:00 03:30 04:00 04:30 05:00 05:30",
    )
  })

  test("of days never follows a zone, since dates do not", () => {
    expect(labels("2016-10-28", "2016-11-05", "Asia/Kathmandu")).toBe(labels("2016-10-28", "2016-11-05"))
  })

  test("leaves out the hour that spring skips", () => {
    expect(labels("2016-03-26T23:00", "2016-03-27T05:00", "Europe/Berlin")).not.toContain("02:")
  })

  test("knows no year 0, at any scale", () => {
    for (const years of [3, 20, 90, 700, 5000, 90_000, 4e6, 8e9]) {
      for (const tick of ticks([instantOf({ year: -years }), instantOf({ year: years })], 1000)) {
        expect(sayTick(tick, english)).not.toMatch(/^-|^0( |$)/)
      }
    }
  })

  test.each([
    [0, 0],
    [5, 1],
    [Number.NaN, 1],
    [-Infinity, Infinity],
  ])("of the domain [%d, %d) is empty", (from, to) => expect(ticks([from, to], 1000)).toEqual([]))

  test("keeps its ticks in order, in the domain, and about as far apart as asked, whatever the scale", () => {
    const spans = fc.double({ min: 3, max: 20.6, noNaN: true }).map(power => 10 ** power)
    const starts = fc.double({ min: -4e20, max: 4e20, noNaN: true })
    const near = fc.double({ min: -1e14, max: 1e13, noNaN: true })
    fc.assert(
      fc.property(
        fc.oneof(near, starts),
        spans,
        fc.constantFrom("UTC", "Asia/Damascus"),
        (from, span, zone) => {
          // A domain is never so short that its numbers cannot be told apart.
          fc.pre(span > Math.abs(from) * 1e-12)
          const list = ticks([from, from + span], 1000, { minPx: 80, zone })
          const minor = list.filter(tick => !tick.major).map(tick => tick.at)
          expect(list.map(tick => tick.at)).toEqual(list.map(tick => tick.at).toSorted((a, b) => a - b))
          expect(minor.every(at => at >= from && at < from + span)).toBe(true)
          expect(minor.length).toBeLessThanOrEqual(1000 / 80 + 4)
          expect(list.filter(tick => tick.major && tick.at < from).length).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 300 },
    )
  })
})
