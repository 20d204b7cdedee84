import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { load, type Loaded } from "../../src/load/load.ts"

const FILES = new URL("../../", import.meta.url)

async function read(path: string): Promise<Loaded> {
  return load({ file: new File([readFileSync(new URL(path, FILES))], path.split("/").at(-1)!) })
}

const year = (date: string) => Number(/-?\d+/.exec(date)![0])

/** Events, first and last of the dates that any begins or ends with, actors, places. */
function extent({ document: { events, actors, places } }: Loaded) {
  const bounds = events.flatMap(({ when }) => when?.replace(/[[\]]/g, "").split(/\/|\.\./) ?? [])
  const sorted = bounds.toSorted((a, b) => year(a) - year(b) || (a < b ? -1 : 1))
  return [events.length, sorted[0], sorted.at(-1), actors.size, places.size]
}

/** The rows with these numbers, counted from 0, as the parts that are compared. */
function rows(
  { document }: Loaded,
  numbers: readonly number[],
  shown: (event: Loaded["document"]["events"][number]) => unknown[],
) {
  return numbers.map(number => shown(document.events[number]!))
}

// Each row below was read in the file itself, by eye, and written down as it stands there.

describe("the earthquakes of NOAA", async () => {
  const file = await read("public/examples/earthquakes.tsv")

  it("are all there, from 2150 BCE to 2019", () => {
    expect(extent(file)).toEqual([6092, "-2150", "2019-03-17T07:07:27", 0, 4020])
    expect([file.leftOut, file.problems]).toEqual([0, []])
    // 405 rows without a month and 152 more without a day.
    const { events } = file.document
    expect(events.filter(({ when }) => /^-?\d{4}$/.test(when!)).length).toBe(405)
    expect(events.filter(({ when }) => /^-?\d{4}-\d{2}$/.test(when!)).length).toBe(152)
    // Hours and minutes are known of 3857, midnight among them.
    expect(events.filter(({ when }) => when!.includes("T")).length).toBeGreaterThan(3800)
  })

  it("are what the rows say", () => {
    const [first, ...numbers] = [0, 8, 50, 405, 1000, 2000, 3000, 4000, 5000, 6091]
    expect(
      rows(file, [first!, ...numbers], ({ id, when, title, places, figures }) => [
        ...[
          id,
          when,
          title["und"],
          places.length,
          figures["killed"]?.best ?? null,
          figures["injured"]?.best ?? null,
        ],
      ]),
    ).toEqual([
      ["1", "-2150", "JORDAN:  BAB-A-DARAA,AL-KARAK", 1, null, null],
      ["13", "-1050", "JORDAN:  SW:  TIMNA COPPER MINES", 1, null, null],
      ["40", "0017", "TURKEY:  IZMIR, EFES, AYDIN, MANISA, ALASEHIR, SART", 1, null, null],
      ["5939", "1257-10-09", "JAPAN:  SAGAMI BAY", 1, null, null],
      ["1086", "1679-06-04", "TURKEY, ARMENIA:  DVINA", 2, 7600, null],
      ["2117", "1867-06-10", "INDONESIA:  JAVA:  JOGYAKARTA, SURAKARTA", 1, 5, null],
      ["3279", "1925-11-13T12:14:45", "PHILIPPINES:  SAMAR I,  LAOANG I, BATAG I", 1, null, null],
      ["4439", "1968-05-16T10:39:01", "JAPAN:  OFF COAST OF HONSHU ISLAND", 1, null, null],
      ["5559", "2000-05-17T03:25:48", "TAIWAN:  TAI-CHUNG COUNTY", 1, 3, 13],
      ["10399", "2019-03-17T07:07:27", "INDONESIA:  LOMBOK ISLAND", 1, 6, null],
    ])
    expect(file.document.places.get("SYRIA:  UGARIT")).toMatchObject({
      within: "SYRIA",
      point: [35.8, 35.683],
    })
  })
})

describe("the Crusades as six Muslim authors tell them", async () => {
  const file = await read("public/examples/crusades.json")

  it("are all there, 36 of them without a year", () => {
    expect(extent(file)).toEqual([790, "1096", "1438", 0, 98])
    expect([file.leftOut, file.problems, file.document.sources.size]).toEqual([0, [], 6])
    expect(file.document.events.filter(({ when }) => when === null).length).toBe(36)
  })

  it("are what the file says, in three languages", () => {
    expect(
      rows(
        file,
        [0, 100, 200, 300, 400, 500, 600, 700, 750, 789],
        ({ id, when, title, places, type, sources }) => [
          ...[id, when, title["en"], title["und"], places[0]!.id, type, sources[0]!.id],
        ],
      ),
    ).toEqual([
      [
        "SAL_E0001",
        "1096",
        "Death in Diyarbakır (1096)",
        "Diyarbakır — Vefat (1096)",
        "Diyarbakır",
        "death",
        "ibn_athir",
      ],
      ["SAL_E0101", "1183", "Karak Raid (1183)", "Kerek Akını (1183)", "Kerek", "raid", "ibn_athir"],
      [
        "SAL_E0201",
        "1220",
        "Franks Advance on Egypt (1220)",
        "Franklar Misir'a Ilerliyor (1220)",
        "Damietta",
        "conquest",
        "maqrizi",
      ],
      [
        "SAL_E0301",
        "1404",
        "Frankish Landing at Sidon and Beirut (1404)",
        "Frankların Sayda ve Beyrut'a İnişi (1404)",
        "Cairo",
        "military",
        "maqrizi",
      ],
      [
        "SAL_E0401",
        "1153",
        "Franks Taken Captive (1153)",
        "Franklar Tutsak Edildi (1153)",
        "Damascus",
        "battle",
        "abu_shama",
      ],
      [
        "SAL_E0501",
        "1150",
        "Asad al-Din's Departure from Frankish Lands (1150)",
        "Esedüddin'in Frank Topraklarını Terk Etmesi (1150)",
        "Cairo",
        "siege",
        "abu_shama",
      ],
      [
        "SAL_E0601",
        "1150",
        "Frankish Infantry and Cavalry Sortie (1150)",
        "Frankların Yaya ve Süvari Çıkışı (1150)",
        "Cairo",
        "battle",
        "abu_shama",
      ],
      [
        "SAL_E0701",
        "1187",
        "Franks' Departure from Jerusalem (1187)",
        "Franklarin Kudus'ten Cikmasi (1187)",
        "Tyre",
        "siege",
        "abu_shama",
      ],
      ["SAL_E0751", null, "Templar Operations", "Tapinakci Operasyonlari", "Damascus", "battle", "imad_din"],
      [
        "SAL_E0790",
        null,
        "Achieving Victory Over the Infidels",
        "Kafirler Üzerinde Zafer Kazanma",
        "Cairo",
        "encounter",
        "imad_din",
      ],
    ])
    expect(file.document.events[0]!.title["ar"]).toBe("وفاة في ديار بكر (1096)")
    expect(file.document.places.get("Diyarbakır")!.point).toEqual([40.231, 37.914])
  })
})

describe("the events of UCDP in Ukraine", async () => {
  const file = await read("tests/formats/samples/real/ucdp-ged-ukraine-hdx.csv.gz")

  it("are all there, the row of tags is none", () => {
    expect(extent(file)).toEqual([1167, "2014-01-22", "2019-12-25", 7, 196])
    expect([file.format, file.leftOut, file.problems]).toEqual(["ucdp", 0, []])
  })

  it("are what the rows say: windows where the day is not known, both sides, deaths, places within each other", () => {
    const GOVERNMENT = "Government of Ukraine"
    expect(
      rows(file, [0, 3, 8, 20, 100, 300, 500, 700, 900, 1166], ({ id, when, actors, places, figures }) => [
        ...[id, when, ...actors.map(actor => actor.id), places[0]!.id],
        ...[figures["killed"]!.low, figures["killed"]!.best, figures["killed"]!.high],
      ]),
    ).toEqual([
      ["147997", "2014-01-22", GOVERNMENT, "Maidan", "Kiev city", 5, 5, 5],
      ["149251", "[2014-02-18..2014-02-21]", GOVERNMENT, "Maidan", "Kiev city", 6, 6, 6],
      ["155086", "[2014-04-12..2014-08-17]", GOVERNMENT, "DPR", "Donetsk Oblast", 35, 228, 35],
      ["153143", "2014-05-03", GOVERNMENT, "DPR", "Sloviansk town", 10, 10, 10],
      ["155096", "[2014-08-19..2014-08-21]", GOVERNMENT, "DPR", "Donetsk town", 26, 26, 26],
      [
        "198887",
        "[2015-01-21..2015-01-22]",
        GOVERNMENT,
        "United Armed Forces of Novorossiya",
        "Horlivka town",
        10,
        10,
        10,
      ],
      ["211934", "[2015-11-14..2015-11-15]", GOVERNMENT, "DPR", "Donetsk Oblast", 3, 3, 3],
      ["246498", "[2017-07-14..2017-07-21]", GOVERNMENT, "DPR", "Donetsk Oblast", 7, 7, 7],
      ["289324", "2019-03-04", GOVERNMENT, "DPR", "Sakhanka village", 1, 1, 1],
      ["324457", "2019-12-09", GOVERNMENT, "LPR", "Zolote town", 3, 3, 3],
    ])
    const { places } = file.document
    expect(places.get("Sloviansk town")).toMatchObject({
      within: "Sloviansk Raion",
      point: [37.625, 48.853333],
    })
    expect(places.get("Sloviansk Raion")!.within).toBe("Donetsk Oblast")
    expect(places.get("Donetsk Oblast")!.within).toBe("Ukraine")
  })
})

describe("an answer of Wikidata", async () => {
  const file = await read("tests/formats/samples/real/wikidata-wdqs-events.json.gz")

  it("is all there, its errors too", () => {
    expect(extent(file)).toEqual([5602, "0030-04-07", "Y1899000", 0, 0])
    expect([file.format, file.leftOut]).toEqual(["wikidata", 0])
    expect(file.problems.map(({ code }) => code)).toEqual(["lost-precision"])
  })

  it("is what the rows say; the first of January is no day", () => {
    expect(
      rows(file, [0, 100, 1000, 2000, 3000, 4000, 4239, 4368, 5000, 5600], ({ id, when, title, sources }) => [
        ...[id, when, title["und"], sources[1]!.id.replace("https://en.wikipedia.org/wiki/", "")],
      ]),
    ).toEqual([
      ["Q4556608", "1892", "1892 Broken Hill miners' strike", "1892_Broken_Hill_miners%27_strike"],
      ["Q18206754", "0066", "Jerusalem riots of 66", "Jerusalem_riots_of_66"],
      [
        "Q11173933",
        "2013-04-08",
        "death and funeral of Margaret Thatcher",
        "Death_and_funeral_of_Margaret_Thatcher",
      ],
      [
        "Q26840027",
        "2016-10-02",
        "Colombian peace agreement referendum, 2016",
        "2016_Colombian_peace_agreement_referendum",
      ],
      ["Q3010360", "1980", "1980 Summer Olympics opening ceremony", "1980_Summer_Olympics_opening_ceremony"],
      [
        "Q2870593",
        "2010",
        "Serbia at the 2010 Summer Youth Olympics",
        "Serbia_at_the_2010_Summer_Youth_Olympics",
      ],
      ["Q191282", "2500", "First Opium War", "First_Opium_War"],
      ["Q2606574", "Y1899000", "Acre War", "Acre_War"],
      ["Q33695253", "2017-07-28", "2017 Hamburg attack", "2017_Hamburg_knife_attack"],
      [
        "Q1194091",
        "1995",
        "1995 Wimbledon Championships – men's singles",
        "1995_Wimbledon_Championships_%E2%80%93_Men%27s_singles",
      ],
    ])
    // What is not known of a picture is no picture.
    const unknown = file.document.events.filter(({ media }) => media.some(({ url }) => url.includes("genid")))
    expect(unknown).toEqual([])
  })
})

describe("the days around the death of Kennedy, of SIMILE", async () => {
  const file = await read("tests/formats/samples/simile/jfk.xml")

  it("are all there", () => {
    expect(extent(file)).toEqual([130, "1961-05-20", "1979-01-01", 0, 0])
    expect([file.leftOut, file.problems]).toEqual([0, []])
  })

  it("are what the file says: the day as it is written, midnight as no time, an end without a duration as a window", () => {
    expect(
      rows(file, [0, 1, 10, 25, 40, 60, 80, 100, 120, 129], ({ when, title }) => [when, title["und"]]),
    ).toEqual([
      ["1961-05-20", "'Bay of Pigs' Invasion"],
      ["1963-05-01/1963-06-01", "Oswald moves to New Orleans"],
      ["1963-11-08", "Governor Connelly confirms trip"],
      ["1963-11-22T11:30:00-06:00", "Motorcade leaves Lovefield Airport"],
      ["1963-11-22T12:32:00-06:00", "Washington D.C.'s phone system breakdown"],
      ["1963-11-22T13:15:00-06:00", "Oswald inside Texas theatre"],
      ["1963-11-22T15:30:00-06:00", "Police arrives at Paines residence"],
      ["1963-11-23", "FBI tells Thomlinson stay quiet"],
      ["1963-11-24T13:00:00-06:00", "Jack Ruby told Oswald dead"],
      ["[1978-01-01..1979-01-01]", "Phillips confides about conspiracy"],
    ])
  })
})

describe("women in computing, a sheet of TimelineJS", async () => {
  const file = await read("tests/formats/samples/real/timelinejs-sheet.csv")

  it("is all there, its title no event", () => {
    expect(extent(file)).toEqual([10, "1815-12-10", "1985", 0, 0])
    expect([file.format, file.leftOut, file.problems]).toEqual(["timelinejs", 0, []])
    expect(file.document.title).toEqual({ und: "Women in Computing" })
  })

  it("is what the rows say", () => {
    expect(
      file.document.events.map(({ when, title, media }) => [
        when,
        title["und"],
        media[0]?.credit?.["und"] ?? null,
      ]),
    ).toEqual([
      ["1815-12-10/1852-11-27", "Ada Lovelace", "Wikimedia Commons"],
      ["1948-03-14", "Edith Clarke: Bucking the Trend", null],
      ["1943-07/1946", "...And the women who made it work", "Computer History Museum"],
      ["1943-06-05", "The First Computer", null],
      ["1951", "Rózsa Péter writes recursion", "Wikipedia"],
      ["1952", "Grace Hopper invents the compiler", "The White House"],
      ["1956/1962", "Contributions to space exploration", "National Archives (posted by Ira Gallen)"],
      ["1958", "The First PhD in Computer Science", "The Ada Project"],
      ["1972", "Karen Spärck Jones makes search possible", "BCS Karen Sparck Jones Lecture"],
      ["1985", '"The Mother of the Internet"', "Imagining the Internet"],
    ])
  })
})
