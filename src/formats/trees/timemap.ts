import type { Faults } from "../../model/faults.ts"
import { day, orderOf, readLooseDate, type DayOrder } from "../tabular/looseDates.ts"
import { textOfHtml } from "../tabular/html.ts"
import { placeBook, pointOf } from "./places.ts"
import { eventsOf, type Tree } from "./tree.ts"
import { firstWord, isThing, listOf, saying, webAddress, wordOf, wordsOnce, type Thing } from "./values.ts"

/** Letters of a description that make a title. */
const TITLE = 90

/**
 * Events of TimeMap (forensic-architecture/timemap, docs/configuration.md and src/reducers/validate): a list of them, or
 * the whole domain with `associations` and `sources`. Dates are month first where no number says otherwise, which is the
 * program's own default; coordinates are text; an association is a tag, a category is the type.
 */
export function readTimeMap(value: unknown, faults: Faults): Tree {
  const isWhole = isThing(value)
  const root: Thing = isWhole ? value : { events: value }
  const events = listOf(root["events"])
  const order = orderIn(events, faults)
  const names = namesIn(root["associations"])
  const sources = sourcesIn(root["sources"])
  const book = placeBook()
  return {
    fields: saying({ sources: Object.keys(sources).length > 0 ? sources : undefined }),
    takePlaces: book.take,
    events: eventsOf(events, isWhole ? "/events" : "", event => {
      const text = textOfHtml(firstWord(event["description"], event["desc"]))
      const title = textOfHtml(firstWord(event["title"], event["headline"]))
      const point = pointOf(event["longitude"] ?? event["long"], event["latitude"] ?? event["lat"])
      const location = firstWord(event["location"])
      const place = book.note(location || (point ? `${point[1]}, ${point[0]}` : ""), { point })
      const cited = [event["sources"], event["source"]].flatMap(listOf).map(wordOf)
      const marks = [event["associations"], event["filters"]].flatMap(marksOf)
      return saying({
        id: wordOf(event["id"]),
        when: whenOf(event, order),
        whenText: firstWord(event["time_display"]),
        title: title || shortened(text),
        summary: title === "" && text.length <= TITLE ? "" : text,
        places: [place].filter(Boolean),
        type: firstWord(event["category_full"], event["category"], event["type"]),
        tags: wordsOnce(marks.map(mark => names.get(mark) ?? mark)),
        sources: wordsOnce(cited),
      })
    }),
  }
}

function orderIn(events: readonly unknown[], faults: Faults): DayOrder {
  const written = events.flatMap(event => (isThing(event) ? [wordOf(event["date"])] : []))
  const { order, isSure } = orderOf(written)
  if (isSure && written.some(text => /^\d{1,2}[/.-]/.test(text))) return order
  if (!isSure)
    faults.add({
      code: "guessed-order",
      severity: "repaired",
      where: { pointer: "/events" },
      found: written.find(text => /^\d{1,2}[/.-]/.test(text)) ?? "",
      wanted: { word: "day-over-12-month-first" },
    })
  return "mdy"
}

function whenOf(event: Thing, order: DayOrder): string {
  const date = firstWord(event["date"], event["datetime"])
  if (date === "") return ""
  const read = readLooseDate(date, order)
  const time = /^\d{1,2}:\d{2}(:\d{2})?$/.exec(wordOf(event["time"]))
  const whole = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(read ?? "")
  if (!time || !whole) return read ?? date
  return day(Number(whole[1]), Number(whole[2]), Number(whole[3]), time[0]) ?? date
}

/** A list, or words with commas between. */
function marksOf(value: unknown): string[] {
  if (typeof value === "string") return value.split(",").map(part => part.trim())
  return listOf(value).map(one => (isThing(one) ? firstWord(one["id"], one["title"]) : wordOf(one)))
}

/** What each association is called; the last step of its path where it has no title. */
function namesIn(associations: unknown): ReadonlyMap<string, string> {
  const list = isThing(associations) ? Object.values(associations) : listOf(associations)
  return new Map(
    list.filter(isThing).map(one => {
      const paths = listOf(one["filter_paths"]).map(wordOf)
      return [wordOf(one["id"]), firstWord(one["title"], paths.at(-1), one["id"])] as const
    }),
  )
}

function sourcesIn(sources: unknown): Record<string, unknown> {
  const entries = isThing(sources)
    ? Object.entries(sources)
    : listOf(sources).map(one => [isThing(one) ? wordOf(one["id"]) : "", one] as const)
  return Object.fromEntries(
    entries.flatMap(([key, source]) => {
      if (!isThing(source)) return []
      const id = firstWord(source["id"], key)
      const url = webAddress(source["url"]) || listOf(source["paths"]).map(webAddress).find(Boolean)
      const published = readLooseDate(wordOf(source["date"]), "mdy")
      const title = textOfHtml(firstWord(source["title"], source["description"], id))
      return id === "" ? [] : [[id, saying({ title, url, published, publisher: wordOf(source["author"]) })]]
    }),
  )
}

function shortened(text: string): string {
  const line = text.split("\n", 1)[0]!
  return line.length > TITLE ? `${line.slice(0, TITLE - 2).trimEnd()}…` : line
}
