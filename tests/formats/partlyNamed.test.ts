import { expect, it, test } from "vitest"
import { fieldWithin } from "../../src/formats/tabular/partlyNamed.ts"
import { load } from "../../src/load/load.ts"

const read = (text: string, name = "events.csv", map?: string) =>
  load({ file: new File([text], name) }, { map })

it.each([
  ["original_title", "title"],
  ["event_date_start", "start"],
  ["eventDateEnd", "end"],
  ["country_name", "within"],
  ["location_country", "within"],
  ["City of event", "place"],
  ["main perpetrators", "actor"],
  ["source_url", "source"],
  ["total deaths", "killed"],
  ["year of the event", "year"],
  ["end_year", "endYear"],
  ["titre de l'événement", "title"],
  ["date de début des faits", "start"],
  ["ville principale", "place"],
  ["fecha del suceso", "when"],
  ["país del suceso", "within"],
  ["дата события", "when"],
  ["название события", "title"],
  ["место происшествия", "place"],
  ["تاريخ وقوع الحادثة", "when"],
  ["عنوان الخبر", "title"],
  ["اسم المحافظة", "within"],
  ["مكان الحادثة", "place"],
  ["عدد القتلى", "killed"],
  // What is of something else than the event.
  ["source_date", null],
  ["date_added", null],
  ["last updated date", null],
  ["actor_type", null],
  ["country_code", null],
  ["date_of_birth", null],
  ["civilian deaths", null],
  ["image_url", null],
  ["victim name", null],
  ["colour", null],
])("a column named “%s” is taken for %s", (name, field) => {
  expect(fieldWithin(name)).toBe(field)
})

const TABLE =
  "original_title,event_date_start,event_date_end,city_name,country_name,date_added\n" +
  "Talks,2016-10-15,2016-10-16,Lausanne,Switzerland,2020-01-01\nSummit,2016-11-19,2016-11-20,Lima,Peru,2020-01-02\n"
const GUESSED = ["original_title", "event_date_start", "event_date_end", "city_name", "country_name"]

test("a table is read by words within its names, and each of its columns is said to be a guess", async () => {
  const { document, problems, shape } = await read(TABLE)
  expect(document.events.map(({ title, when, places }) => [title["und"], when, places[0]!.id])).toEqual([
    ["Talks", "2016-10-15/2016-10-16", "Lausanne"],
    ["Summit", "2016-11-19/2016-11-20", "Lima"],
  ])
  expect(document.places.get("Lima")!.within).toBe("Peru")
  expect(problems.map(({ code, where }) => [code, where.column])).toEqual(
    GUESSED.map(name => ["guessed-column", name]),
  )
  expect(shape!.guessed.map(column => shape!.header[column])).toEqual(GUESSED)
  expect(shape!.doubts).toEqual(["named-in-part"])
})

test("so are objects", async () => {
  const rows = [
    { original_title: "Talks", event_date_start: "2016-10-15", city_name: "Lausanne" },
    { original_title: "Summit", event_date_start: "2016-11-19", city_name: "Lima" },
  ]
  const { document, problems } = await read(JSON.stringify(rows), "events.json")
  expect(document.events.map(({ title, when, places }) => [title["und"], when, places[0]!.id])).toEqual([
    ["Talks", "2016-10-15", "Lausanne"],
    ["Summit", "2016-11-19", "Lima"],
  ])
  expect(problems.map(({ code }) => code)).toEqual(["guessed-column", "guessed-column", "guessed-column"])
})

test("a name that says exactly what a column holds goes before one that has it as a part", async () => {
  const { document, shape } = await read(
    "original_title,title,event_date_local,date\nHéros,Heroes,2015-01-01,2016\n",
  )
  expect(document.events.map(({ title, when }) => [title["und"], when])).toEqual([["Heroes", "2016"]])
  expect([shape!.guessed, shape!.doubts]).toEqual([[], []])
})

test("cells that cannot be what a part of the name says keep a column from being taken", async () => {
  const { document, shape } = await read(
    "title,date,total deaths,verification status,latitude_text,longitude_text\nx,2016,many,n/a but soon,north,east\n",
  )
  expect(shape!.guessed).toEqual([])
  expect(document.events[0].figures).toEqual({})
})

test("columns that were chosen by hand are doubted no more", async () => {
  const { problems, shape } = await read(TABLE, "events.csv", "A:title,B:start,C:end")
  expect([problems, shape!.doubts]).toEqual([[], []])
})
