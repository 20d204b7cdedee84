import * as fc from "fast-check"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { row, workbook } from "./workbook.ts"

const DAY = 86_400_000
const at = (iso: string) => Date.parse(iso) / DAY
const isoOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

/** The parts of a day (since 1970) as text without zeros before them, year first. */
const partsOf = (day: number) => isoOf(day).split("-").map(Number) as [number, number, number]
const pad = (value: number) => String(value).padStart(2, "0")
const arabicIndic = (text: string) => text.replace(/\d/g, digit => String.fromCharCode(0x660 + Number(digit)))

/** A form in which a column of days may be written, and the days for which it can be; left out, 1000 to 2999. */
type Form = readonly [name: string, write: (day: number) => string, from?: string, to?: string]

const numbers: Form[] = [
  ["ISO", isoOf],
  ["ISO with a filled in midnight", day => `${isoOf(day)} 00:00:00.000`],
  ["year/month/day", day => partsOf(day).map(pad).join("/")],
  ["d/m/y", day => partsOf(day).toReversed().join("/")],
  ["dd.mm.yyyy", day => partsOf(day).toReversed().map(pad).join(".")],
  [
    "d-m-yy",
    day =>
      partsOf(day)
        .toReversed()
        .map(pad)
        .join("-")
        .replace(/\d\d(?=\d\d$)/, ""),
    "1970-01-01",
    "2069-12-31",
  ],
  [
    "m/d/y",
    day => {
      const [y, m, d] = partsOf(day)
      return `${m}/${d}/${y}`
    },
  ],
  ["d/m/y in Arabic-Indic digits", day => arabicIndic(partsOf(day).toReversed().join("/"))],
  ["yyyymmdd", day => isoOf(day).replaceAll("-", "")],
  ["serials of a spreadsheet", day => String(day + 25_569), "1928-01-01", "2100-12-31"],
]

/** Words as the engine writes them, which knows nothing of ours; the months of each family among them. */
const words: Form[] = [
  ..."en-GB en-US fr es ru ar-SY ar-IQ ar-EG ar-SA-u-ca-gregory ar-TN ar-DZ ar-MA"
    .split(" ")
    .flatMap(locale => {
      const long = new Intl.DateTimeFormat(locale, {
        ...{ day: "numeric", month: "long", year: "numeric" },
        timeZone: "UTC",
      })
      const write = (day: number) => long.format(day * DAY)
      const form: Form = [`words of ${locale}`, write]
      return locale.startsWith("ar")
        ? [
            form,
            [`words of ${locale} in Arabic-Indic digits`, (day: number) => arabicIndic(write(day))] as Form,
          ]
        : [form]
    }),
  [
    "both families of Arabic months",
    day => `${partsOf(day)[2]} ${monthIn("ar-SY", day)}/${monthIn("ar-EG", day)} ${partsOf(day)[0]}`,
  ],
  [
    "English months cut short",
    day => `${partsOf(day)[2]}-${monthIn("en", day).slice(0, 3)}-${partsOf(day)[0]}`,
  ],
]

function monthIn(locale: string, day: number): string {
  return new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(day * DAY)
}

const hijri: Form[] = ["latn", "arab"].map(digits => {
  const format = new Intl.DateTimeFormat(`ar-SA-u-ca-islamic-umalqura-nu-${digits}`, {
    ...{ day: "numeric", month: "long", year: "numeric" },
    timeZone: "UTC",
  })
  return [
    `words of the Hijri calendar (${digits})`,
    day => format.format(day * DAY),
    "1883-01-01",
    "2170-01-01",
  ]
})
const hijriNumbers = new Intl.DateTimeFormat("ar-SA-u-ca-islamic-umalqura-nu-latn", {
  ...{ day: "numeric", month: "numeric", year: "numeric" },
  timeZone: "UTC",
})
hijri.push([
  "numbers of the Hijri calendar",
  day => {
    const part = (type: string) => hijriNumbers.formatToParts(day * DAY).find(one => one.type === type)!.value
    return `${part("day")}/${part("month")}/${Number.parseInt(part("year"), 10)} هـ`
  },
  "1883-01-01",
  "2170-01-01",
])

/** A column of days, one of them with a number over 12 so that the order of day and month shows. */
function column([, , from = "1000-01-01", to = "2999-12-31"]: Form): fc.Arbitrary<number[]> {
  return fc
    .array(fc.integer({ min: at(from), max: at(to) }), { minLength: 1, maxLength: 12 })
    .map(days => [...days, at("2016-11-25")])
}

const forms = [...numbers, ...words, ...hijri].map(form => ({ name: form[0], write: form[1], form }))

test.each(forms)("a column of days written as $name is read back", async ({ write, form }) => {
  await fc.assert(
    fc.asyncProperty(column(form), async days => {
      const text = `title,date\n${days.map((day, i) => `${i},"${write(day)}"`).join("\n")}\n`
      const { document, problems } = await load({ file: new File([text], "events.csv") })
      expect(document.events.map(({ when }) => when)).toEqual(days.map(isoOf))
      expect(problems).toEqual([])
    }),
    { numRuns: 40 },
  )
})

const DATED = `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`

test.each([
  ["1900", "", at("1899-12-30"), "1900-03-01"],
  ["1904", `<workbookPr date1904="1"/>`, at("1904-01-01"), "1904-01-02"],
])("a column of date cells of a workbook that counts from %s is read back", async (_, book, zero, from) => {
  await fc.assert(
    fc.asyncProperty(column(["", String, from, "2999-12-31"]), async days => {
      const rows = days.map((day, i) => row(i + 2, `Event ${i}`, { v: day - zero, s: 1 })).join("")
      const bytes = workbook({ Events: row(1, "title", "date") + rows }, { styles: DATED, book })
      const { document, problems } = await load({ file: new File([bytes], "events.xlsx") })
      expect(document.events.map(({ when }) => when)).toEqual(days.map(isoOf))
      expect(problems).toEqual([])
    }),
    { numRuns: 40 },
  )
})
