import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { readLooseDate } from "../../src/formats/tabular/looseDates.ts"
import { load } from "../../src/load/load.ts"
import { LoadFailure } from "../../src/load/failure.ts"

const read = (text: string | Uint8Array<ArrayBuffer>, name = "events.csv") =>
  load({ file: new File([text], name) })
const eventsOf = async (text: string | Uint8Array<ArrayBuffer>, name?: string) =>
  (await read(text, name)).document.events

const whens = async (text: string) => (await eventsOf(text)).map(({ when }) => when)

/** Dates of a column, and what was said of them. */
async function days(...dates: readonly string[]) {
  const { document, problems } = await read(`title,date\n${dates.map(date => `x,${date}`).join("\n")}\n`)
  return [document.events.map(event => event.when), problems.map(({ code, where }) => [code, where.column])]
}

describe("a table", () => {
  it.each([
    ["commas", "title,date\nOne,2016-10-15\n"],
    ["semicolons", "title;date\nOne;2016-10-15\n"],
    ["tabs", "title\tdate\nOne\t2016-10-15\n"],
    ["pipes", "title|date\nOne|2016-10-15\n"],
    ["a byte order mark and CRLF", "\ufefftitle,date\r\nOne,2016-10-15\r\n"],
    ["line ends of a Mac", "title,date\rOne,2016-10-15\r"],
    ["quotes, line ends and delimiters within cells", 'title,date\n"One",2016-10-15\n'],
    ["NULs", "title,date\nO\0ne,2016-10-15\n"],
    ["no line end after the last row", "title,date\nOne,2016-10-15"],
  ])("with %s is read", async (_, text) => {
    expect((await eventsOf(text)).map(({ title, when }) => [title, when])).toEqual([
      [{ und: "One" }, "2016-10-15"],
    ])
  })

  it.each([
    ["Arabic", "العنوان,التاريخ,المكان,الأطراف", "windows-1256"],
    ["French", "Titre,Date,Lieu,Acteurs", "windows-1252"],
    ["Russian", "Название,Дата,Место,Участники", "windows-1251"],
    ["Spanish", "Título,Fecha,Lugar,Actores", "utf-8"],
  ])("with columns named in %s is recognised", async (_, header) => {
    const [event] = await eventsOf(`${header}\nحدث,2016-10-15,Lausanne,Lavrov; Kerry\n`)
    expect(event).toMatchObject({
      when: "2016-10-15",
      places: [{ id: "Lausanne" }],
      actors: [{ id: "Lavrov" }, { id: "Kerry" }],
    })
  })

  it.each([
    ["windows-1256", [0xed, 0xe6, 0xe3, 0x20, 0xcd, 0xe1, 0xc8, 0x20, 0xdd, 0xed], "يوم حلب في"],
    ["windows-1251", [0xf3, 0xe4, 0xe0, 0xf0, 0x20, 0xef, 0xee], "удар по"],
    ["windows-1252", [0x61, 0x74, 0x74, 0x61, 0x71, 0x75, 0xe9, 0x65], "attaquée"],
  ])("in %s is decoded", async (_, letters, text) => {
    const bytes = Uint8Array.from([...Buffer.from("title,date\n"), ...letters, ...Buffer.from(",2016\n")])
    expect((await eventsOf(bytes))[0].title).toEqual({ und: text })
  })

  it("in UTF-16, as spreadsheets write Unicode text, is decoded with and without its mark", async () => {
    const text = "title\tdate\nلقاء\t2016-10-15\n"
    for (const mark of ["\ufeff", ""])
      expect((await eventsOf(new Uint8Array(Buffer.from(mark + text, "utf16le")), "x.txt"))[0].title).toEqual(
        {
          und: "لقاء",
        },
      )
  })

  it("takes the order of day and month from the whole column, and says so where it had to guess", async () => {
    expect(await days("3/4/2016", "13/4/2016")).toEqual([["2016-04-03", "2016-04-13"], []])
    expect(await days("3/4/2016", "4/13/2016")).toEqual([["2016-03-04", "2016-04-13"], []])
    expect(await days("3/4/2016")).toEqual([["2016-04-03"], [["guessed-order", "date"]]])
    expect(await days("3/3/2016")).toEqual([["2016-03-03"], []])
  })

  it("takes year, month and day from columns of their own; what is not known is precision", async () => {
    const events = await eventsOf(
      "Headline2,title,year,month,day\n,a,2016,10,15\n,b,2016,10,\n,c,-44,0,0\n,d,2016,,5\n",
    )
    expect(events.map(event => event.when)).toEqual(["2016-10-15", "2016-10", "-0044", "2016"])
  })

  it("takes the time of day from a column of its own, or from hours and minutes apart", async () => {
    expect(
      await whens(
        "title,date,time\na,15/10/2016,3:20 pm\nb,16/10/2016,Time Unknown\nc,2016-10-17,15:00-16:00\nd,2016,9:00\n",
      ),
    ).toEqual(["2016-10-15T15:20:00", "2016-10-16", "2016-10-17T15:00:00/2016-10-17T16:00:00", "2016"])
    expect(
      await whens(
        "title,year,month,day,hour,minute,second\na,1925,11,13,12,14,45.9\nb,1925,11,13,12,,\nc,1925,11,13,0,0,\n",
      ),
    ).toEqual(["1925-11-13T12:14:45", "1925-11-13", "1925-11-13"])
  })

  it("takes an end, and a place's country and point", async () => {
    const { document } = await read(
      "title,start,end,city,country,lat,lon\nx,2016-11-17,2016-11-23,Lima,Peru,-12.05,-77.04\n",
    )
    expect(document.events[0].when).toBe("2016-11-17/2016-11-23")
    expect(document.places.get("Lima")).toMatchObject({ within: "Peru", point: [-77.04, -12.05] })
  })

  it("goes by the tags of its second row before the names of its first", async () => {
    const [event] = await eventsOf("a,b,c\n#date+start,#loc+name,#description\n2016-10-15,Idlib,Strike\n")
    expect(event).toMatchObject({ when: "2016-10-15", places: [{ id: "Idlib" }], summary: { und: "Strike" } })
  })

  it("leaves out what only stands for nothing", async () => {
    const [event] = await eventsOf("title,date,actor,place\nx,0000-00-00,Unknown,غير معروف\n")
    expect([event.when, event.actors, event.places]).toEqual([null, [], []])
  })

  it("names the row and the text of a date that is none", async () => {
    const { document, problems } = await read("title,date\nOne,2016\nTwo,soon\n")
    expect(document.events.length).toBe(2)
    expect(problems.map(({ code, where, found }) => [code, where.row, found])).toEqual([
      ["bad-date", 3, "soon"],
    ])
  })

  it("says where a quote is never closed, and still shows the rows", async () => {
    const { document, problems } = await read(
      `title,date\n"One,2016\n${Array.from({ length: 130_000 }, (_, i) => `Two ${i},2017`).join("\n")}`,
    )
    expect(document.events.length).toBeGreaterThan(100_000)
    expect(problems.some(({ code, where }) => code === "unclosed-quote" && where.row === 2)).toBe(true)
  })

  it.each([
    ["that is never closed", 'title,date\n"One,2016\nTwo,2017\n', ['"One', "Two"], 2],
    [
      "that another row's closes",
      'title,date\n"One" x,2016\n"Two",2017\nThree,2018\n',
      ['"One" x', "Two", "Three"],
      2,
    ],
    ["in the last row", 'title,date\nOne,2016\nTwo,"2017', ["One", "Two"], 3],
    ["in the midst of a cell that is never closed", 'title,date\n"A, "b,2016\nTwo,2017\n', ['"A', "Two"], 2],
  ])("swallows no row for a quote %s, and says where it is", async (_, text, titles, row) => {
    const { document, problems } = await read(text)
    expect(document.events.map(({ title }) => title["und"])).toEqual(titles)
    const told = problems.filter(({ code }) => code === "unclosed-quote").map(({ where }) => where.row)
    expect(told).toEqual([row])
  })

  it("takes quotes within a quoted cell for what they are, over several lines too", async () => {
    const { document, problems } = await read('title,date\n"He said "yes" and\nleft",2016\nTwo,2017\n')
    expect(document.events.map(({ title }) => title["und"])).toEqual(['He said "yes" and\nleft', "Two"])
    expect(problems).toEqual([])
  })

  it("without a column that is known says what it found", async () => {
    const failure = await read("foo,bar\n1,2\n").catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(LoadFailure)
    expect((failure as LoadFailure).problems[0]).toMatchObject({ code: "no-columns", found: "foo | bar" })
  })

  it("keeps columns with dangerous names from being anything but columns", async () => {
    const { document } = await read("title,date,__proto__,constructor\nx,2016,a,b\n")
    expect(document.events.length).toBe(1)
    expect(Object.prototype).not.toHaveProperty("a")
  })
})

test.each([
  ["2016-11-15 00:00:00.000", "2016-11-15"],
  ["2016-11-15T00:00:00Z", "2016-11-15"],
  ["2016-11-15 13:20", "2016-11-15T13:20:00"],
  ["15.11.2016", "2016-11-15"],
  ["15-Nov-22", "2022-11-15"],
  ["01-January-2015", "2015-01-01"],
  ["November 15, 2016", "2016-11-15"],
  ["Tuesday, 15 November 2016", "2016-11-15"],
  ["15 novembre 2016", "2016-11-15"],
  ["15 de noviembre de 2016", "2016-11-15"],
  ["15 ноября 2016 г.", "2016-11-15"],
  ["15 تشرين الثاني 2016", "2016-11-15"],
  ["15 تشرين الثاني/نوفمبر 2016", "2016-11-15"],
  ["١٥ نوفمبر ٢٠١٦", "2016-11-15"],
  ["Nov 2016", "2016-11"],
  ["20161115", "2016-11-15"],
  ["500 BCE", "-0499"],
  ["44 ق.م", "-0043"],
  ["c. 1850", "1850~"],
  ["2016-10-15/2016-11-23", "2016-10-15/2016-11-23"],
  ["15 نوفمبر/تشرين الثاني 2016", "2016-11-15"],
  ["١٥ نوفمبر (تشرين الثاني) ٢٠١٦", "2016-11-15"],
  ["15 تشرين ثاني 2016", "2016-11-15"],
  ["15 كانون ااثاني 2016", "2016-01-15"],
  ["15 دجنبر 2016", "2016-12-15"],
  ["20 غشت 1953", "1953-08-20"],
  ["1 جويلية 1962", "1962-07-01"],
  ["الثلاثاء، 15 تشرين الثاني، 2016", "2016-11-15"],
  ["\u200f15/11/2016\u200f", "2016-11-15"],
  ["15/11/2016م", "2016-11-15"],
  ["سنة 2016 م", "2016"],
  ["15 صفر 1438 هـ", "2016-11-15"],
  ["١٥/٢/١٤٣٨ هـ", "2016-11-15"],
  ["15 صفر 1438هـ الموافق 15 نوفمبر 2016م", "2016-11-15"],
  ["15 Safar 1438 AH", "2016-11-15"],
  ["صفر 1438", "[2016-11-01..2016-11-29]"],
  ["1438 هـ", "[2016-10-02..2017-09-20]"],
  ["27 رجب 583 هـ", "1187-10-09~"],
  ["30 صفر 1438 هـ", null],
  ["تشرين 2016", "[2016-10,2016-11]"],
  ["كانون 2016", "[2016-01,2016-12]"],
  ["15 تشرين 2016", "[2016-10-15,2016-11-15]"],
  ["31 تشرين 2016", "2016-10-31"],
  ["تشرين/نوفمبر 2016", "2016-11"],
  ["15 تشرين ، 2016", "[2016-10-15,2016-11-15]"],
  ["من 15 نوفمبر 2016 إلى 2 ديسمبر 2016", "2016-11-15/2016-12-02"],
  ["15-20 November 2016", "2016-11-15/2016-11-20"],
  ["1850s", "185X"],
  ["Nov-16", "2016-11"],
  ["2016-Q3", "2016-35"],
  ["Q1 2017", "2017-33"],
  ["Spring 2016", "2016-21"],
  ["خريف 2016", "2016-23"],
  ["early 2016", "[2016-01~..2016-04~]"],
  ["mid-2016", "[2016-05~..2016-08~]"],
  ["late March 2016", "[2016-03-21~..2016-03-31~]"],
  ["أواخر شباط 2016", "[2016-02-21~..2016-02-29~]"],
  ["مطلع عام 2016", "[2016-01~..2016-04~]"],
  ["2016/11", "2016-11"],
  ["11/2016", "2016-11"],
  ["before 1850", "[..1850]"],
  ["after 15 November 2016", "[2016-11-15..]"],
  ["1914-1918", "1914/1918"],
  ["1914–18", "1914/1918"],
  ["2016-17", "2016/2017"],
  ["15/11/2016 - 20/11/2016", "2016-11-15/2016-11-20"],
  ["7 January – 9 February 2016", "2016-01-07/2016-02-09"],
  ["7–9 January 2016", "2016-01-07/2016-01-09"],
  ["January 7-9, 2016", "2016-01-07/2016-01-09"],
  ["Nov 2016 – Jan 2017", "2016-11/2017-01"],
  ["15 November 2016 to 2 December 2016", "2016-11-15/2016-12-02"],
  ["November", null],
  ["Total", null],
  ["fall of Aleppo", null],
  ["the 19th century", "18XX"],
  ["5th century BC", "-04XX"],
  ["second century AD", "01XX"],
  ["siglo XIX", "18XX"],
  ["XIXe siècle", "18XX"],
  ["XVIII век", "17XX"],
  ["القرن التاسع عشر", "18XX"],
  ["القرن 7 م", "06XX"],
  ["31/02/2016", null],
  ["soon", null],
  ["", null],
])("the date %s is %s", (text, edtf) => {
  expect(readLooseDate(text, "dmy")).toBe(edtf)
})

test("a month whose name is that of two is told once for its column, and the event lies in one of both", async () => {
  const { document, problems } = await read("الحدث,التاريخ\nأ,تشرين 2016\nب,15 كانون 2016\nج,15 شباط 2016\n")
  expect(document.events.map(({ when }) => when)).toEqual([
    "[2016-10,2016-11]",
    "[2016-01-15,2016-12-15]",
    "2016-02-15",
  ])
  expect(problems.map(({ code, severity, where, found }) => [code, severity, where.column, found])).toEqual([
    ["two-months", "repaired", "التاريخ", "تشرين 2016"],
  ])
})

test.each([
  ["year,month,day,title\n2016,November,15,x\n", "2016-11-15"],
  ["Year,Month,Day,Title\n2016,Nov.,,x\n", "2016-11"],
  ["السنة,الشهر,اليوم,الحدث\n٢٠١٦,تشرين الثاني,١٥,x\n", "2016-11-15"],
  ["السنة,الشهر,اليوم,الحدث\n2016,تشرين,15,x\n", "[2016-10-15,2016-11-15]"],
  ["année,mois,jour,titre\n2016,août,3,x\n", "2016-08-03"],
  ["год,месяц,день,событие\n2016,ноября,3,x\n", "2016-11-03"],
  ["año,mes,día,evento\n2016,soon,3,x\n", "2016"],
])("of the parts of a date in %j comes %s", async (text, when) => {
  expect((await read(text)).document.events.map(event => event.when)).toEqual([when])
})

const SAMPLES = new URL("samples/csv/", import.meta.url)

test("a table of earthquakes of NOAA is read with its years before our era, places and countries", async () => {
  const { document, problems } = await read(
    readFileSync(new URL("earthquakes.tsv", SAMPLES)),
    "earthquakes.tsv",
  )
  expect([document.events.length, document.places.size, problems]).toEqual([12, 18, []])
  expect(document.events.slice(0, 10).map(({ id, when, places }) => [id, when, places[0]?.id])).toEqual([
    ["1", "-2150", "JORDAN:  BAB-A-DARAA,AL-KARAK"],
    ["2", "-2000", "SYRIA:  UGARIT"],
    ["3", "-2000", "TURKMENISTAN:  W"],
    ["5877", "-1610", "GREECE:  THERA ISLAND (SANTORINI)"],
    ["8", "-1566", "ISRAEL:  ARIHA (JERICHO)"],
    ["11", "-1450", "ITALY:  LACUS CIMINI"],
    ["9712", "-1365", "SYRIAN COASTS"],
    ["12", "-1250", "ISRAEL:  ARIHA (JERICHO)"],
    ["13", "-1050", "JORDAN:  SW:  TIMNA COPPER MINES"],
    ["14", "-0759", "ISRAEL:  JERUSALEM"],
  ])
  expect(document.places.get("SYRIA:  UGARIT")).toMatchObject({ within: "SYRIA", point: [35.8, 35.683] })
})

test("any bytes end in events or in a failure with a code", async () => {
  const piece = fc.constantFrom(
    ...'a,b;\t|"\n\r\u00e9ح 12/-:.<{['.split(""),
    "2016-10-15",
    "title",
    "date",
    "\n",
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(piece, { maxLength: 120 }).map(all => all.join("")),
      ),
      async content => {
        const file = new File([content as BlobPart], "x.csv")
        const result = await load({ file }).then(
          ({ read, leftOut, document }) => document.events.length === read - leftOut,
          (error: unknown) => error instanceof LoadFailure && error.code !== "other",
        )
        expect(result).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test("where the date of a row is not said, its start or its year says when", async () => {
  const years = await read("Event,Date,Year,Month\nA,2016-11-15,2016,11\nB,,2015,\nC,Unknown,2014,March\n")
  expect(years.document.events.map(({ when }) => when)).toEqual(["2016-11-15", "2015", "2014-03"])
  const starts = await read("Event,Date,Start,End\nA,2016-11-15,,\nB,,2015-01-02,2015-01-04\n")
  expect(starts.document.events.map(({ when }) => when)).toEqual(["2016-11-15", "2015-01-02/2015-01-04"])
})

test("a column of years beside whole dates is left alone", async () => {
  const { document } = await read("Event,Date,Year\nA,2016-11-15,2016\nB,2015-02-03,1999\n")
  expect(document.events.map(({ when }) => when)).toEqual(["2016-11-15", "2015-02-03"])
})

test.each([
  ["الواقعة,السنة الهجرية,السنة الميلادية\nبدر,2,624\n", "0624"],
  ["battle,year_hijri,year_ce\nBadr,2,624\n", "0624"],
  ["event,Year (AH),place\nBadr,2,Badr\n", "[0623-07-08..0624-06-26]"],
  ["الحدث,التاريخ الهجري\nأ,١٥ صفر ١٤٣٨\n", "2016-11-15"],
  ["event,hijriDate\na,15/2/1438\n", "2016-11-15"],
])("a year of the Hijri calendar in %j is none of ours", async (text, when) => {
  expect((await read(text)).document.events.map(event => event.when)).toEqual([when])
})

test("an end before its start is said and left out, and hours of the first day begin a longer stretch", async () => {
  const { document, problems } = await read(
    "Title,Start,End,Time\nA,2016-11-20,2016-11-18,\nB,2016-11-16,2016-11-20,15:00-16:00\nC,2016-11-16,2016-11-16,15:00-16:00\n",
  )
  expect(document.events.map(({ when }) => when)).toEqual([
    "2016-11-20",
    "2016-11-16T15:00:00/2016-11-20",
    "2016-11-16T15:00:00/2016-11-16T16:00:00",
  ])
  expect(problems.map(({ code, where, found, wanted }) => [code, where.row, found, wanted?.word])).toEqual([
    ["bad-date", 2, "2016-11-18", "later-end"],
  ])
})

test("a table in which no name says what happened is called by its words, and that is said", async () => {
  const { document, problems, shape } = await read(
    "Foo,When,Bar\nOne thing,2016-11-15,3\nAnother,2016-11-16,4\n",
  )
  expect(document.events.map(({ title }) => title?.["und"])).toEqual(["One thing", "Another"])
  expect(problems.map(({ code, where }) => [code, where.column])).toEqual([["guessed-column", "Foo"]])
  expect(shape?.doubts).toContain("no-title")
})

test.each([
  [
    "event,date,Minimum total people killed,Maximum total people killed,Minimum civilians killed\na,2016,3,5,1\n",
    { low: 3, best: null, high: 5 },
  ],
  ["event,date,killed_min,fatalities,killed_max\na,2016,1,2,4\n", { low: 1, best: 2, high: 4 }],
  ["الحدث,التاريخ,عدد القتلى (حد أدنى),عدد القتلى (حد أعلى)\nأ,2016,٣,٥\n", { low: 3, best: null, high: 5 }],
  ['event,date,Deaths?\na,2016,"1,200"\n', { low: null, best: 1200, high: null }],
])("the figures in %j are an estimate with its bounds", async (text, killed) => {
  expect((await read(text)).document.events[0]!.figures).toEqual({ killed: { ...killed, unit: null } })
})

test.each(["Likely strike", "غير مؤكد", "annulé", "Отменено"])("the status %s is known", async word => {
  const { document, problems } = await read(`event,date,status\na,2016,${word}\n`)
  expect([document.events[0]!.status !== "occurred", problems]).toEqual([true, []])
})

test.each([
  [
    "№,Дата,Событие,Населённый пункт,Район,Стороны,Убито,Ранено,Ссылка\n7,15.11.2016,Обстрел,Хаян,Алеппо,ВКС,3,4,https://a.example\n",
  ],
  [
    "N°,Date,Titre,Localité,Département,Groupe,Morts,Blessés,Lien\n7,15/11/2016,Obstrel,Hayan,Alep,VKS,3,4,https://a.example\n",
  ],
  [
    "Número,Fecha,Evento,Municipio,Provincia,Partes,Fallecidos,Heridos,Enlace\n7,15/11/2016,x,Hayan,Alepo,VKS,3,4,https://a.example\n",
  ],
  [
    "رقم,تاريخ,عنوان الحدث,البلدة,محافظة,جهة,عدد الشهداء,عدد الجرحى,رابط\n7,15/11/2016,قصف,حيان,حلب,روسيا,3,4,https://a.example\n",
  ],
])("every column of %j is known by its name", async text => {
  const { document, problems } = await read(text)
  expect(problems).toEqual([])
  const [event] = document.events
  expect(event).toMatchObject({
    ...{ id: "7", when: "2016-11-15", figures: { killed: { best: 3 }, injured: { best: 4 } } },
    sources: [{ id: "https://a.example" }],
  })
  expect([event!.actors.length, event!.places.length, document.places.size]).toEqual([1, 1, 2])
})

test("years of three digits and before our era stand in columns of dates", async () => {
  const { document } = await read("title,start,end\nA,330,1453\nB,-500,-44\nC,٣٣٠,\n")
  expect(document.events.map(({ when }) => when)).toEqual(["0330/1453", "-0500/-0044", "0330"])
})

test("of ICEWS an actor is no source, and an id is one with its day", async () => {
  const { document, problems } = await read(
    "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Country\tPublisher\tCity\tProvince\tCountry\tLatitude\tLongitude\n" +
      "926685\t1995-01-01\tExtremist (Russia)\tRussia\tPraise or endorse\t051\t3.4\tBoris Yeltsin\tRussia\tThe Star\tMoscow\tMoskva\tRussia\t55.7522\t37.6156\n" +
      "926685\t1995-01-02\tIraq\tIraq\tMake statement\t010\t0\tIraq\tIraq\tThe Star\t\t\tIraq\t33\t44\n",
    "events.tab",
  )
  expect(problems).toEqual([])
  expect(document.events).toMatchObject([
    {
      ...{ id: "926685/1995-01-01", when: "1995-01-01", places: [{ id: "Moscow" }] },
      title: { und: "Praise or endorse: Extremist (Russia) → Boris Yeltsin" },
      actors: [
        { id: "Extremist (Russia)", role: "source" },
        { id: "Boris Yeltsin", role: "target" },
      ],
      sources: [{ id: "The Star" }],
    },
    { id: "926685/1995-01-02", actors: [{ id: "Iraq", role: "source" }], places: [{ id: "Iraq" }] },
  ])
})

test("seconds and milliseconds since 1970 are moments where no other column is a date", async () => {
  for (const factor of [1, 1000]) {
    const { document } = await read(`timestamp,event\n${1479168000 * factor},A\n${1479204000 * factor},B\n`)
    expect(document.events.map(({ when }) => when)).toEqual(["2016-11-15", "2016-11-15T10:00:00Z"])
  }
})

test("the day on which something was posted is not the day on which it was", async () => {
  const { document } = await read("Incident,Posted date,Date of incident\nA,2020-01-01,2016-11-15\n")
  expect(document.events[0]!.when).toBe("2016-11-15")
})
