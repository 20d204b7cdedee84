import { expect, test } from "vitest"
import input from "../../data/report/report.json"
import { checkDocument } from "../../src/model/check.ts"
import type { EventRecord } from "../../src/model/document.ts"

const { document, problems } = checkDocument(input)
const idsOf = (passes: (event: EventRecord) => boolean) =>
  document.events.filter(passes).map(event => event.id)
const ofActor = (id: string) => (event: EventRecord) => event.actors.some(actor => actor.id === id)

/** Whether a place lies in another, itself included. */
function lies(id: string | null, place: string): boolean {
  return id !== null && (id === place || lies(document.places.get(id)?.within ?? null, place))
}

/** Whether an actor belongs to another, itself included. */
function belongs(id: string, whole: string): boolean {
  return id === whole || (document.actors.get(id)?.partOf ?? []).some(part => belongs(part, whole))
}

test("the built-in document is read without a problem", () => {
  expect(problems).toEqual([])
})

test("the report's fourteen events stand with the dates and statuses that it supports", () => {
  const table = document.events.map(({ id, when, status }) => `${id} ${when} ${status}`)
  expect(table).toEqual([
    "lausanne 2016-10-15 occurred",
    "operation-announced 2016-11-15 occurred",
    "strikes-idlib-homs 2016-11-15 occurred",
    "grigorovich-kalibr 2016-11-15 occurred",
    "kuznetsov-combat 2016-11-15 occurred",
    "bogdanov-haddad 2016-11-16 occurred",
    "ministry-statement [2016-11-16..2016-11-17] occurred",
    "ryabkov-press 2016-11-16 occurred",
    "geneva-consultations /.. ongoing",
    "kremlin-remark [..2016-11-17] occurred",
    "lima-meeting 2016-11-17 planned",
    "apec-ministerial 2016-11-17~ planned",
    "apec-summit 2016-11-17/2016-11-23 planned",
    "putin-obama [2016-11-17..2016-11-23] possible",
  ])
})

test("Lavrov is an actor of his two meetings and of nothing else, and so is Kerry", () => {
  expect(idsOf(ofActor("lavrov"))).toEqual(["lausanne", "lima-meeting"])
  expect(idsOf(ofActor("kerry"))).toEqual(["lausanne", "lima-meeting"])
})

test("Switzerland takes in Lausanne and Geneva and nothing else", () => {
  const inSwitzerland = idsOf(event => event.places.some(place => lies(place.id, "switzerland")))
  expect(inSwitzerland).toEqual(["lausanne", "geneva-consultations"])
})

test("Russia takes in its ministers, its ships and its forces", () => {
  const parts = ["lavrov", "ryabkov", "bogdanov", "putin", "admiral-grigorovich", "admiral-kuznetsov"]
  expect(parts.filter(id => !belongs(id, "russia"))).toEqual([])
  expect(belongs("kerry", "united-states") && belongs("haddad", "syria")).toBe(true)
})

test("every place but the countries lies in a country, and each has coordinates", () => {
  const places = [...document.places]
  expect(places.filter(([, place]) => place.point === null)).toEqual([])
  expect(places.filter(([, place]) => place.within === null && place.precision !== "country")).toEqual([])
})

test("where Bogdanov received the ambassador is not stated", () => {
  expect(document.events.find(event => event.id === "bogdanov-haddad")?.places).toEqual([])
})

test("every event names the paragraph of the report and became known with it", () => {
  expect(document.events.filter(event => event.sources.some(source => source.at === null))).toEqual([])
  expect(new Set(document.events.map(event => event.reported))).toEqual(new Set(["2016-11-17"]))
})

test("every text of the document is there in Arabic and in English", () => {
  const texts: unknown[] = []
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    if (Object.hasOwn(value, "en") || Object.hasOwn(value, "ar")) texts.push(value)
    else Object.values(value).forEach(collect)
  }
  collect(input)
  expect(texts.length).toBeGreaterThan(80)
  expect(
    texts.filter(
      text =>
        Object.keys(text as object)
          .toSorted()
          .join() !== "ar,en",
    ),
  ).toEqual([])
})
