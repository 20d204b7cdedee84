process.env.TZ = "America/St_Johns"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dateLocale } from "../../src/words/dates-locale.ts"
import { parseSpokenDate } from "../../src/words/dates-spoken.ts"
import { sayEdtf } from "../../src/words/dates.ts"
import { edtf } from "../time/arbitraries.ts"
import "../../src/words/more-ar.ts"
import "../../src/words/more-en.ts"

function two(n: number): string {
  return String(n).padStart(2, "0")
}

describe("what a reader types", () => {
  test.each([
    ["15 October 2016", "2016-10-15"],
    ["15 oct. 2016", "2016-10-15"],
    ["Oct 2016", "2016-10"],
    ["OCTOBER 2016", "2016-10"],
    ["1st of May 2016", "2016-05-01"],
    ["November 15, 2016", "2016-11-15"],
    ["Thursday 17 November 2016", "2016-11-17"],
    ["Thursday, November 17, 2016", "2016-11-17"],
    ["2016", "2016"],
    ["2016-11-17", "2016-11-17"],
    ["2016/11/7", "2016-11-07"],
    ["17/11/2016", "2016-11-17"],
    ["11/17/2016", "2016-11-17"],
    ["7/11/2016", "2016-11-07"],
    ["17.11.2016", "2016-11-17"],
    ["11/2016", "2016-11"],
    ["16 November 2016, 09:30 UTC", "2016-11-16T09:30Z"],
    ["16 November 2016 at 9:30", "2016-11-16T09:30"],
    ["44 BC", "-0043"],
    ["44 b.c.e.", "-0043"],
    ["44bc", "-0043"],
    ["44 CE", "0044"],
    ["15 March 44 BCE", "-0043-03-15"],
    ["1066 AD", "1066"],
    ["AD 1066", "1066"],
    ["10,000 BCE", "-9999"],
    ["20,000 BCE", "Y-19999"],
    ["about 1560", "1560~"],
    ["c. October 2016", "2016-10~"],
    ["1560s", "156X"],
    ["the 16th century", "15XX"],
    ["2nd century BC", "-01XX"],
    ["spring 2001", "2001-21"],
    ["fall 1973", "1973-23"],
    ["12 June 16", "0016-06-12"],
    ["15 تشرين الأول 2016", "2016-10-15"],
    ["15 تشرين الاول 2016", "2016-10-15"],
    ["15 تشرين أول 2016", "2016-10-15"],
    ["15 تشرين الأول/أكتوبر 2016", "2016-10-15"],
    ["15 تشرين الأول / اكتوبر 2016", "2016-10-15"],
    ["١٧ نوفمبر ٢٠١٦", "2016-11-17"],
    ["۱۷ نوفمبر ۲۰۱۶", "2016-11-17"],
    ["\u200F١٧/١١/٢٠١٦", "2016-11-17"],
    ["الخميس 17 نوفمبر 2016", "2016-11-17"],
    ["يوم الخميس، 17 نوفمبر 2016", "2016-11-17"],
    ["نوفـمبر 2016", "2016-11"],
    ["2 آب 2016", "2016-08-02"],
    ["2 اب 2016", "2016-08-02"],
    ["5 غشت 2016", "2016-08-05"],
    ["دجنبر 2016", "2016-12"],
    ["12 جويلية 1962", "1962-07-12"],
    ["12 يوليه 1962", "1962-07-12"],
    ["1 أيلول 2016", "2016-09-01"],
    ["44 ق.م", "-0043"],
    ["44 قبل الميلاد", "-0043"],
    ["نحو 1560", "1560~"],
    ["حوالي أكتوبر 2016", "2016-10~"],
    ["خريف 1973", "1973-23"],
    ["عام 1973", "1973"],
    ["16 نوفمبر 2016، 09:30 بتوقيت غرينتش", "2016-11-16T09:30Z"],
    ["2016-11-17/2016-11-23", "2016-11-17/2016-11-23"],
    ["199u", "199X"],
  ])("%s", (text, expected) => expect(parseSpokenDate(text)).toBe(expected))

  test.each([
    "",
    " ",
    "hello",
    "17",
    "30 February 2016",
    "32/1/2016",
    "13/13/2016",
    "15 تشرين الأول/نوفمبر 2016",
    "1st century BC",
    "0 BC",
    "May",
    "x".repeat(300),
  ])("%j is no date", text => expect(parseSpokenDate(text)).toBeNull())

  test("is understood as it is said, in every family of months and digits", () => {
    const tags = fc.constantFrom("en", "ar", "ar-SY", "ar-EG", "ar-MA", "ar-DZ", "ar-MR", "ar-LB-u-nu-latn")
    const years = fc.integer({ min: -9998, max: 9999 })
    const date = fc
      .tuple(
        years,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 2 }),
      )
      .map(([year, month, day, parts]) => {
        const y = (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0")
        return [y, two(month), two(day)].slice(0, parts + 1).join("-")
      })
    fc.assert(
      fc.property(date, tags, fc.boolean(), (text, tag, weekday) => {
        expect(parseSpokenDate(sayEdtf(edtf(text), dateLocale(tag), "UTC", { weekday }))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  test("never breaks anything", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), text => {
        const found = parseSpokenDate(text)
        if (found !== null) expect(edtf(found).kind).toMatch(/date|interval|set/)
      }),
      { numRuns: 500 },
    )
  })
})
