process.env.TZ = "Asia/Kathmandu"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { instantOf } from "../../src/time/instant.ts"
import { PRECISION } from "../../src/time/when.ts"
import { dateLocale } from "../../src/words/dates-locale.ts"
import { formatNumber } from "../../src/words/numbers.ts"
import { sayEdtf } from "../../src/words/dates.ts"
import { sayHijri } from "../../src/words/dates-hijri.ts"
import { sayInstant, sayStretch } from "../../src/words/dates-instant.ts"
import { edtf, edtfs } from "../time/arbitraries.ts"
import "../../src/words/more-ar.ts"
import "../../src/words/more-en.ts"

const ALM = "\u061C"
const say = (text: string, tag: string, zone?: string) => sayEdtf(edtf(text), dateLocale(tag), zone)

describe("a date in English and Arabic", () => {
  test.each([
    ["2016", "2016", "2016"],
    ["0044", "44 CE", "44 م"],
    ["0000", "1 BCE", "1 ق.م"],
    ["-0043", "44 BCE", "44 ق.م"],
    ["-9999", "10,000 BCE", "10,000 ق.م"],
    ["Y170000002", "170,000,002 CE", "170,000,002 م"],
    ["2016-11", "November 2016", "نوفمبر 2016"],
    ["2016-11-15", "15 November 2016", "15 نوفمبر 2016"],
    ["-0043-03-15", "15 March 44 BCE", "15 مارس 44 ق.م"],
    ["2016-10~", "about October 2016", "نحو أكتوبر 2016"],
    ["2016-10?", "October 2016 (uncertain)", "أكتوبر 2016 (غير مؤكد)"],
    ["2016-10%", "about October 2016 (uncertain)", "نحو أكتوبر 2016 (غير مؤكد)"],
    ["2004-06~-11", "11 June 2004 (year and month approximate)", "11 يونيو 2004 (على التقريب: السنة والشهر)"],
    [
      "?2004-06-~11",
      "11 June 2004 (day approximate; year uncertain)",
      "11 يونيو 2004 (على التقريب: اليوم؛ غير مؤكد: السنة)",
    ],
    ["2001-21", "spring 2001", "ربيع 2001"],
    ["2001-30", "summer 2001 (southern hemisphere)", "صيف 2001 (نصف الكرة الجنوبي)"],
    ["2001-34", "second quarter of 2001", "الربع الثاني من 2001"],
    ["2001-39", "third third of 2001", "الثلث الثالث من 2001"],
    ["2001-41", "second half of 2001", "النصف الثاني من 2001"],
    ["156X", "the 1560s", "ستينيات القرن السادس عشر"],
    ["190X", "the 1900s", "العقد الأول من القرن العشرين"],
    ["-004X", "some year between 50 and 41 BCE", "سنة ما بين 50 و41 ق.م"],
    ["15XX", "16th century", "القرن السادس عشر"],
    ["19XX", "20th century", "القرن العشرون"],
    ["-01XX", "2nd century BCE", "القرن الثاني ق.م"],
    ["15XX~", "about the 16th century", "نحو القرن السادس عشر"],
    ["1XXX", "2nd millennium", "الألفية الثانية"],
    ["XXXX", "an unknown year", "سنة غير معروفة"],
    ["XXXX-12-25", "25 December in an unknown year", "25 ديسمبر في سنة غير معروفة"],
    ["156X-12-25", "25 December in the 1560s", "25 ديسمبر في ستينيات القرن السادس عشر"],
    ["1X6X", "some year between 1060 and 1969", "سنة ما بين 1060 و1969"],
    ["2016-XX", "some month in 2016", "شهر ما في 2016"],
    ["2016-1X", "some month between October and December 2016", "شهر ما بين أكتوبر وديسمبر 2016"],
    ["2016-X1", "January or November 2016", "يناير أو نوفمبر 2016"],
    ["2016-11-XX", "some day in November 2016", "يوم ما في نوفمبر 2016"],
    ["2016-XX-XX", "some day in 2016", "يوم ما في 2016"],
    ["2016-XX-22", "the 22nd of some month in 2016", "اليوم 22 من شهر ما في 2016"],
    ["2016-11-1X", "some day between 10 and 19 November 2016", "يوم ما بين 10 و19 نوفمبر 2016"],
    ["2016-11-X5", "5, 15 or 25 November 2016", "5 أو 15 أو 25 نوفمبر 2016"],
    ["1950S2", "1950 (estimated, between 1900 and 1999)", "1950 (تقديرًا، بين 1900 و1999)"],
    ["1950S4", "1950", "1950"],
    ["2016-11-16T09:30Z", "16 November 2016, 09:30 UTC", "16 نوفمبر 2016، 09:30 بتوقيت غرينتش"],
    ["2016-11-16T09:30", "16 November 2016, 09:30", "16 نوفمبر 2016، 09:30"],
    ["2016-11-16T09:30:05Z", "16 November 2016, 09:30:05 UTC", "16 نوفمبر 2016، 09:30:05 بتوقيت غرينتش"],
    [
      "2016-11-16T09Z",
      "16 November 2016, the hour from 09:00 UTC",
      "16 نوفمبر 2016، خلال الساعة 09:00 بتوقيت غرينتش",
    ],
  ])("%s", (text, english, arabic) => {
    expect(say(text, "en")).toBe(english)
    expect(say(text, "ar")).toBe(arabic)
  })
})

describe("a stretch or a choice of dates", () => {
  test.each([
    ["2016-11-17/2016-11-23", "17–23 November 2016", `${ALM}17–23 نوفمبر 2016`],
    ["2016-10-15/2016-11-23", "15 October – 23 November 2016", `${ALM}15 أكتوبر – 23 نوفمبر 2016`],
    ["2016-12-30/2017-01-03", "30 December 2016 – 3 January 2017", `${ALM}30 ديسمبر 2016 – 3 يناير 2017`],
    ["2016-10/2016-11", "October–November 2016", "أكتوبر–نوفمبر 2016"],
    ["1914/1918", "1914–1918", `${ALM}1914–1918`],
    ["1914~/1918~", "about 1914–1918", `نحو ${ALM}1914–1918`],
    ["1914~/1918", "about 1914 – 1918", "نحو 1914 – 1918"],
    ["-0043/-0041", "44–42 BCE", `${ALM}44–42 ق.م`],
    ["-0043/0009", "44 BCE – 9 CE", `${ALM}44 ق.م – 9 م`],
    ["-0043-03-15/-0042-04-02", "15 March 44 BCE – 2 April 43 BCE", `${ALM}15 مارس 44 ق.م – 2 أبريل 43 ق.م`],
    ["2016/2016", "2016", "2016"],
    ["2011-03-15/2011-03", "15 March 2011 – March 2011", `${ALM}15 مارس 2011 – مارس 2011`],
    [
      "2016-11-16T09:30Z/2016-11-16T10:00Z",
      "16 November 2016, 09:30–10:00 UTC",
      `${ALM}16 نوفمبر 2016، 09:30–10:00 بتوقيت غرينتش`,
    ],
    ["2016-11-16/..", "since 16 November 2016", "منذ 16 نوفمبر 2016"],
    ["../2016-11-16", "until 16 November 2016", "حتى 16 نوفمبر 2016"],
    ["2016-11-16/", "from 16 November 2016, end unknown", "من 16 نوفمبر 2016، والنهاية غير معروفة"],
    ["/19XX", "until the 20th century, beginning unknown", "حتى القرن العشرين، والبداية غير معروفة"],
    ["/..", "going on, beginning unknown", "مستمر، والبداية غير معروفة"],
    ["../..", "open at both ends", "بلا بداية ولا نهاية محددتين"],
    ["../", "open beginning, end unknown", "بلا بداية محددة، والنهاية غير معروفة"],
    ["[2016-11-17..2016-11-23]", "some day between 17 and 23 November 2016", "يوم ما بين 17 و23 نوفمبر 2016"],
    ["[2016-10..2016-11]", "some month between October and November 2016", "شهر ما بين أكتوبر ونوفمبر 2016"],
    [
      "[2016-10..2016-11-23]",
      "some time between October 2016 and 23 November 2016",
      "وقت ما بين أكتوبر 2016 و23 نوفمبر 2016",
    ],
    ["[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", `1667 أو 1668 أو ${ALM}1670–1672`],
    ["{1960,1961-12}", "1960 and December 1961", "1960 وديسمبر 1961"],
    ["[..1760-12-03]", "3 December 1760 or earlier", "3 ديسمبر 1760 أو قبل ذلك"],
    ["[1760-12..]", "December 1760 or later", "ديسمبر 1760 أو بعد ذلك"],
    ["{..1983,1985}", "1983 and earlier and 1985", "1983 وما قبله و1985"],
  ])("%s", (text, english, arabic) => {
    expect(say(text, "en")).toBe(english)
    expect(say(text, "ar")).toBe(arabic)
  })
})

describe("each country's months and digits", () => {
  test.each([
    ["ar", "17 نوفمبر 2016"],
    ["ar-001", "17 نوفمبر 2016"],
    ["ar-EG", "١٧ نوفمبر ٢٠١٦"],
    ["ar-SA", "١٧ نوفمبر ٢٠١٦"],
    ["ar-AE", "17 نوفمبر 2016"],
    ["ar-SY", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["ar-LB", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["ar-IQ", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["ar-JO", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["ar-PS", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["ar-MA", "17 نونبر 2016"],
    ["ar-DZ", "17 نوفمبر 2016"],
    ["ar-SY-u-nu-latn", "17 تشرين الثاني/نوفمبر 2016"],
    ["ar-Arab-SY", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["ar_SY", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["AR-sy", "١٧ تشرين الثاني/نوفمبر ٢٠١٦"],
    ["en", "17 November 2016"],
    ["en-US", "17 November 2016"],
    ["fr", "17 November 2016"],
    ["C", "17 November 2016"],
    ["", "17 November 2016"],
    ["-", "17 November 2016"],
  ])("%j", (tag, expected) => expect(say("2016-11-17", tag)).toBe(expected))

  test("in August the Maghreb has two names of its own", () => {
    expect(say("2016-08", "ar-MA")).toBe("غشت 2016")
    expect(say("2016-08", "ar-TN")).toBe("أوت 2016")
  })

  test("numbers are grouped with the separators of their digits", () => {
    expect(formatNumber(1234.5, dateLocale("ar-SY"))).toBe("١٬٢٣٤٫٥")
    expect(formatNumber(1234.5, dateLocale("ar"))).toBe("1,234.5")
    expect(formatNumber(-1_000_000, dateLocale("en"))).toBe("-1,000,000")
  })
})

describe("clock times", () => {
  test("are read in the zone asked for, days are not", () => {
    expect(say("2016-11-16T23:30Z", "en", "Asia/Damascus")).toBe("17 November 2016, 01:30 UTC+2")
    expect(say("2016-11-16T23:30Z", "en", "America/St_Johns")).toBe("16 November 2016, 20:00 UTC-3:30")
    expect(say("2016-11-16T23:30Z", "ar-SY", "Asia/Damascus")).toBe(
      "١٧ تشرين الثاني/نوفمبر ٢٠١٦، ٠١:٣٠ بتوقيت غرينتش+٢",
    )
    expect(say("2016-11-16", "en", "Asia/Damascus")).toBe("16 November 2016")
  })

  test("without a zone of their own stand as written", () => {
    expect(say("2016-11-16T23:30", "en", "Asia/Damascus")).toBe("16 November 2016, 23:30")
  })

  test("in a zone that does not exist are said in UTC", () => {
    expect(say("2016-11-16T09:30Z", "en", "Nowhere/At_All")).toBe("16 November 2016, 09:30 UTC")
  })
})

test("a weekday comes before a full date where it is wanted", () => {
  expect(sayEdtf(edtf("2016-11-17"), dateLocale("en"), "UTC", { weekday: true })).toBe(
    "Thursday 17 November 2016",
  )
  expect(sayEdtf(edtf("2016-11-17"), dateLocale("ar"), "UTC", { weekday: true })).toBe(
    "الخميس 17 نوفمبر 2016",
  )
  expect(sayEdtf(edtf("2016-11"), dateLocale("en"), "UTC", { weekday: true })).toBe("November 2016")
})

test("an instant is said to the precision asked for", () => {
  const instant = Date.UTC(2016, 10, 16, 23, 30, 5)
  const said = (precision: keyof typeof PRECISION) =>
    sayInstant(instant, PRECISION[precision], dateLocale("en"), "Asia/Damascus")
  expect([said("year"), said("month"), said("day"), said("minute"), said("second")]).toEqual([
    "2016",
    "November 2016",
    "16 November 2016",
    "17 November 2016, 01:30 UTC+2",
    "17 November 2016, 01:30:05 UTC+2",
  ])
  expect(sayInstant(Infinity, PRECISION.day, dateLocale("en"))).toBe("")
})

describe("an extent in brief", () => {
  const from = Date.UTC(2016, 9, 15)
  test.each([
    [Date.UTC(2016, 10, 24), "15 Oct – 23 Nov 2016", `${ALM}١٥ تشرين الأول – ٢٣ تشرين الثاني ٢٠١٦`],
    [Date.UTC(2016, 9, 21), "15–20 Oct 2016", `${ALM}١٥–٢٠ تشرين الأول ٢٠١٦`],
    [Date.UTC(2016, 9, 16), "15 Oct 2016", "١٥ تشرين الأول ٢٠١٦"],
    [Date.UTC(2016, 9, 15, 12), "15 Oct 2016", "١٥ تشرين الأول ٢٠١٦"],
    [Date.UTC(2017, 0, 4), "15 Oct 2016 – 3 Jan 2017", `${ALM}١٥ تشرين الأول ٢٠١٦ – ٣ كانون الثاني ٢٠١٧`],
    [Date.UTC(2023, 0, 4), "Oct 2016 – Jan 2023", "تشرين الأول ٢٠١٦ – كانون الثاني ٢٠٢٣"],
    [Date.UTC(2100, 0, 4), "2016–2100", `${ALM}٢٠١٦–٢١٠٠`],
    [Infinity, "", ""],
  ])("to %d", (to, english, arabic) => {
    expect(sayStretch(from, to, dateLocale("en"))).toBe(english)
    expect(sayStretch(from, to, dateLocale("ar-SY"))).toBe(arabic)
  })

  test("reaches from one era into the other", () => {
    expect(sayStretch(instantOf({ year: -43 }), from, dateLocale("en"))).toBe("44 BCE – 2016 CE")
  })
})

describe("the Hijri reading", () => {
  test("follows Umm al-Qura", () => {
    expect(sayHijri(Date.UTC(2016, 10, 17), dateLocale("en"))).toBe("17 Safar 1438 AH")
    expect(sayHijri(Date.UTC(2016, 10, 17), dateLocale("ar"))).toBe("17 صفر 1438 هـ")
    expect(sayHijri(Date.UTC(2016, 10, 17), dateLocale("ar-SY"))).toBe("١٧ صفر ١٤٣٨ هـ")
  })

  test.each([Date.UTC(1882, 10, 11), Date.UTC(2175, 0), -Infinity, 1e20])(
    "is silent at %d, outside its tables",
    instant => {
      expect(sayHijri(instant, dateLocale("en"))).toBeNull()
    },
  )
})

describe("every value there is", () => {
  test.each(["en", "ar", "ar-SY", "ar-MA"])(
    "can be said in %s, with one kind of digits and nothing invisible but marks before ranges",
    tag => {
      const locale = dateLocale(tag)
      const others = locale.digits === "arab" ? /\d/ : /[٠-٩]/
      fc.assert(
        fc.property(edtfs, fc.boolean(), (value, weekday) => {
          const said = sayEdtf(value, locale, "America/St_Johns", { weekday })
          expect(said).not.toMatch(/undefined|NaN|null|Infinity|\s{2}|^\s|\s$|^$/)
          expect(said).not.toMatch(others)
          expect(said).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/)
          expect(said).not.toMatch(
            locale.language === "ar" ? /\u061C(?!\d|[٠-٩])|[A-Za-z]/ : /[\u0600-\u06FF]/,
          )
        }),
        { numRuns: 200 },
      )
    },
  )
})
