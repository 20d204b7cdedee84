import { joinBounds } from "../../model/edtf-text.ts"
import type { Faults } from "../../model/faults.ts"
import { DAY } from "../../time/instant.ts"
import { dateOfInstant } from "./dates.ts"
import { mediaOf } from "./media.ts"
import { pointOf } from "./places.ts"
import { things, type Things } from "./things.ts"
import type { Tree } from "./tree.ts"
import { itemsIn } from "./wikidataEntities.ts"
import { isThing, listOf, saying, thingsIn, webAddress, wordOf, wordsOnce, type Thing } from "./values.ts"
import { wikidataDate } from "./wikidataDates.ts"

const PROPERTIES = {
  when: ["P585"],
  start: ["P580", "P571"],
  end: ["P582", "P576"],
  places: ["P276", "P131"],
  within: ["P17"],
  point: ["P625"],
  actors: ["P710", "P1344", "P1923"],
  type: ["P31"],
  partOf: ["P361"],
  media: ["P18"],
  sources: ["P973", "P856"],
  killed: ["P1120"],
  injured: ["P1339"],
} as const

/**
 * Items of Wikidata as data (mediawiki.org/wiki/Wikibase/DataModel/JSON): one event for each that has a date, or for all
 * where none has; the others are what those name. Years have no 0 here, dates carry their precision, and the statement of
 * the highest rank counts.
 */
export function readWikidataItems(value: unknown, _faults: Faults): Tree {
  const items = itemsIn(value)
  const byId = new Map(items.map(([item]) => [wordOf(item["id"]), item]))
  const names = { actors: things(), places: things(), types: things() }
  const dated = items.filter(([item]) => whenOf(item) !== "")
  const events = (dated.length > 0 ? dated : items).map(
    ([item, pointer]) => [eventOf(item, byId, names), { pointer }] as const,
  )
  return {
    fields: saying({
      actors: names.actors.declared(),
      places: names.places.declared(),
      types: names.types.declared(),
    }),
    events,
  }
}

/** The values of an item's statements of the highest rank; unknown ones are none. */
function valuesOf(item: Thing, properties: readonly string[]): unknown[] {
  const claims = isThing(item["claims"]) ? item["claims"] : {}
  return properties.flatMap(property => {
    const statements = thingsIn(claims[property]).filter(({ rank }) => rank !== "deprecated")
    const preferred = statements.filter(({ rank }) => rank === "preferred")
    return (preferred.length > 0 ? preferred : statements).flatMap(({ mainsnak }) => {
      const data = isThing(mainsnak) && mainsnak["snaktype"] !== "somevalue" ? mainsnak["datavalue"] : null
      return isThing(data) && data["value"] !== undefined ? [data["value"]] : []
    })
  })
}

function whenOf(item: Thing): string {
  const date = (properties: readonly string[]) => valuesOf(item, properties).map(dateOf).find(Boolean) ?? ""
  const [start, end] = [date(PROPERTIES.start), date(PROPERTIES.end)]
  const when = date(PROPERTIES.when)
  return when !== "" && start === "" ? when : (joinBounds(start, end) ?? start)
}

/** EDTF; "" for none. A day of the Julian calendar is kept there as it is, and becomes the one that it is in ours. */
function dateOf(value: unknown): string {
  if (!isThing(value)) return ""
  const { precision } = value
  const level = typeof precision === "number" ? precision : null
  const time = wordOf(value["time"])
  const isJulian = level === 11 && wordOf(value["calendarmodel"]).endsWith("/Q1985786")
  return (isJulian ? fromJulian(time) : wikidataDate(time, level, true)) ?? ""
}

/** The day of our calendar, run backwards, that a day of the Julian one is; null for what is no day. */
function fromJulian(time: string): string | null {
  const found = /^([+-]?\d{1,9})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T/.exec(time)
  if (!found) return null
  const [written, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const year = written < 0 ? written + 1 : written
  // Counted from March, so that a leap day ends its year.
  const isBeforeMarch = month < 3
  const years = isBeforeMarch ? year - 1 : year
  const months = isBeforeMarch ? month + 9 : month - 3
  const days = 365 * years + Math.floor(years / 4) + Math.floor((153 * months + 2) / 5) + day - 1
  return dateOfInstant((days - MARCH_1_OF_YEAR_0) * DAY, 0)
}

/** Days from the first of March of the year 0 of the Julian calendar to the first of January 1970 of ours. */
const MARCH_1_OF_YEAR_0 = 719_470

type Names = Readonly<Record<"actors" | "places" | "types", Things>>

function eventOf(item: Thing, byId: ReadonlyMap<string, Thing>, names: Names): unknown {
  const ids = (properties: readonly string[], into: Things) =>
    wordsOnce(
      valuesOf(item, properties).map(value => {
        const id = isThing(value) ? wordOf(value["id"]) : ""
        if (id !== "") into.note(id, labelsOf(byId.get(id)))
        return id
      }),
    )
  const id = wordOf(item["id"])
  const within = ids(PROPERTIES.within, names.places)
  const places = ids(PROPERTIES.places, names.places)
  const spot = valuesOf(item, PROPERTIES.point).find(isThing)
  // A globe is named where it is not the earth.
  const isEarth = spot !== undefined && /\/Q2$|^$/.test(wordOf(spot["globe"]))
  const point = isEarth ? pointOf(spot["longitude"], spot["latitude"]) : null
  const [first = point ? `${point[1]}, ${point[0]}` : within[0]] = places
  if (first !== undefined)
    names.places.note(first, new Map(), saying({ point, within: within.find(whole => whole !== first) }))
  const [type] = ids(PROPERTIES.type, names.types)
  const number = (properties: readonly string[]) =>
    Number(
      valuesOf(item, properties).map(value => (isThing(value) ? wordOf(value["amount"]) : ""))[0] ||
        Number.NaN,
    )
  const figures = { killed: number(PROPERTIES.killed), injured: number(PROPERTIES.injured) }
  const known = Object.entries(figures).filter(([, count]) => count >= 0)
  return saying({
    id,
    when: whenOf(item),
    title: textsIn(item["labels"]) ?? id,
    summary: textsIn(item["descriptions"]),
    type,
    places: places.length > 0 ? places : [first].filter(Boolean),
    actors: ids(PROPERTIES.actors, names.actors),
    figures: known.length > 0 ? Object.fromEntries(known) : undefined,
    media: valuesOf(item, PROPERTIES.media)
      .map(name =>
        mediaOf(`https://commons.wikimedia.org/wiki/Special:FilePath/${encodeURIComponent(wordOf(name))}`),
      )
      .filter(one => one !== null),
    sources: wordsOnce([
      `https://www.wikidata.org/wiki/${id}`,
      ...articlesOf(item["sitelinks"]),
      ...valuesOf(item, PROPERTIES.sources).map(webAddress),
    ]),
    links: listOf(valuesOf(item, PROPERTIES.partOf)).flatMap(value => {
      const whole = isThing(value) ? wordOf(value["id"]) : ""
      return byId.has(whole) && whenOf(byId.get(whole)!) !== "" ? [{ rel: "part-of", event: whole }] : []
    }),
  })
}

/** Articles in the languages of the interface, where the item has them. */
function articlesOf(sitelinks: unknown): string[] {
  if (!isThing(sitelinks)) return []
  return ["ar", "en"].flatMap(lang => {
    const link = sitelinks[`${lang}wiki`]
    const title = isThing(link) ? wordOf(link["title"]).replaceAll(" ", "_") : ""
    return title === "" ? [] : [`https://${lang}.wikipedia.org/wiki/${encodeURIComponent(title)}`]
  })
}

function labelsOf(item: Thing | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(textsIn(item?.["labels"]) ?? {}))
}

/** `{en: {language, value}}` as texts by language; undefined for none. */
function textsIn(value: unknown): Record<string, string> | undefined {
  if (!isThing(value)) return undefined
  const texts = Object.entries(value).flatMap(([lang, one]) => {
    const text = isThing(one) ? wordOf(one["value"]) : ""
    return text === "" ? [] : [[lang, text] as const]
  })
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}
