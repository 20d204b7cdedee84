import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { joinBounds } from "../../model/edtf-text.ts"
import { textOfHtml } from "../tabular/html.ts"
import { day, orderOf, readLooseDate, yearText, type DayOrder } from "../tabular/looseDates.ts"
import { mediaOf } from "./media.ts"
import { eventsOf, type Tree } from "./tree.ts"
import { firstWord, isThing, listOf, saying, thingsIn, webAddress, wordOf, type Thing } from "./values.ts"

/**
 * TimelineJS (timeline.knightlab.com/docs/json-format.html): JSON of version 3, `events` with `start_date`, and of the old
 * version 2, `timeline.date` with `startDate`. Numbers may come as text, empty text is nothing. Years before our era are
 * shown by TimelineJS as their digits and BCE, so that -500 is the astronomical -499; eras are periods.
 */
export function readTimelineJs(value: unknown, faults: Faults): Tree {
  const root = isThing(value) ? value : {}
  const years = yearsReader(root["scale"] === "cosmological", faults)
  return isThing(root["timeline"]) ? readOld(root["timeline"], years, faults) : readNew(root, years)
}

/** How the years of a file are meant. */
interface Years {
  /** The astronomical year of one of the file. */
  astronomical(year: number, where: Place): number
  /** Whether months, days and times say nothing: TimelineJS shows none on the cosmological scale. */
  readonly areAlone: boolean
}

function yearsReader(isCosmological: boolean, faults: Faults): Years {
  let isTold = false
  return {
    areAlone: isCosmological,
    astronomical(year, where) {
      // On the cosmological scale a year is shown with its sign.
      if (year >= 0 || isCosmological) return year
      if (!isTold) faults.add({ code: "shifted-years", severity: "repaired", where, found: year })
      isTold = true
      return year + 1
    },
  }
}

function readNew(root: Thing, years: Years): Tree {
  const title = isThing(root["title"]) ? isThing(root["title"]["text"]) && root["title"]["text"] : null
  const eras = thingsIn(root["eras"]).flatMap((era, i) => {
    const where = { pointer: `/eras/${i}` }
    const name = isThing(era["text"]) ? textOfHtml(firstWord(era["text"]["headline"])) : ""
    const when = whenOf(era, years, where)
    return when === "" ? [] : [{ when, title: name }]
  })
  return {
    fields: saying({
      title: title && textOfHtml(firstWord(title["headline"])),
      summary: title && textOfHtml(firstWord(title["text"])),
      periods: eras,
    }),
    events: eventsOf(root["events"], "/events", (event, where) => newEvent(event, years, where)),
  }
}

function newEvent(event: Thing, years: Years, where: Place): unknown {
  const text = isThing(event["text"]) ? event["text"] : {}
  const start = isThing(event["start_date"]) ? event["start_date"] : {}
  const background = isThing(event["background"]) ? event["background"] : {}
  return saying({
    id: firstWord(event["unique_id"]),
    when: whenOf(event, years, where),
    whenText: textOfHtml(firstWord(event["display_date"], start["display_date"])),
    title: textOfHtml(firstWord(text["headline"])),
    summary: textOfHtml(firstWord(text["text"])),
    type: textOfHtml(firstWord(event["group"])),
    ...shown(event["media"], background["url"]),
  })
}

function whenOf(event: Thing, years: Years, where: Place): string {
  const start = dateOf(event["start_date"], years, where)
  const end = dateOf(event["end_date"], years, where)
  return joinBounds(start, end) ?? start
}

/** `{year, month, day, hour, minute, second}`; the finest part that is given says how exact it is. */
function dateOf(value: unknown, years: Years, where: Place): string {
  if (!isThing(value)) return wordOf(value)
  const part = (key: string) => wordOf(value[key])
  const year = part("year")
  if (year === "") return ""
  const number = Number(year)
  if (!Number.isInteger(number)) return readLooseDate(year, "mdy") ?? year
  const clock =
    part("hour") === ""
      ? undefined
      : [part("hour"), part("minute") || "00", part("second") || "00"]
          .map(text => text.padStart(2, "0"))
          .join(":")
  const astronomical = years.astronomical(number, where)
  if (years.areAlone) return yearText(astronomical) ?? year
  const at = (key: string) => (part(key) === "" ? 0 : Number(part(key)))
  const isToSecond = part("second") !== ""
  const date = day(astronomical, at("month"), at("day"), clock)
  return (
    date?.replace(/T(\d\d):(\d\d):00$/, (whole, hour: string, minute: string) =>
      isToSecond ? whole : part("minute") === "" ? `T${hour}` : `T${hour}:${minute}`,
    ) ?? [yearText(astronomical) ?? year, part("month"), part("day")].filter(Boolean).join("-")
  )
}

/** Pictures of a slide, and where it says they are from. A quotation or a frame in place of an address gives its own. */
function shown(media: unknown, background: unknown): Record<string, unknown> {
  const given: Thing = isThing(media) ? media : { url: media }
  const address = firstWord(given["url"], given["media"])
  const framed = /<iframe[^>]*\ssrc=["']([^"']+)/i.exec(address)?.[1]
  const main = mediaOf(framed ?? address, {
    caption: firstWord(given["caption"], given["title"]),
    credit: firstWord(given["credit"]),
    alt: firstWord(given["alt"], given["altText"]),
  })
  const behind = mediaOf(background)
  return {
    media: [main, behind].filter(one => one !== null),
    sources: [webAddress(given["link"])].filter(Boolean),
  }
}

/** Version 2: dates as `1963,8,9` with the month counted from 1, a title slide that is the timeline itself. */
function readOld(timeline: Thing, years: Years, faults: Faults): Tree {
  const slides = listOf(timeline["date"])
  const written = slides.flatMap(slide => (isThing(slide) ? [wordOf(slide["startDate"])] : []))
  const found = orderOf(written)
  // The old version read 3/4/2016 as its authors in the United States do.
  const order: DayOrder = found.isSure && !written.every(text => !/^\d+[/.]/.test(text)) ? found.order : "mdy"
  const dated = (thing: Thing, where: Place) => {
    const [start, end] = ["startDate", "endDate"].map(key => oldDate(thing[key], order, years, where))
    return joinBounds(start!, end!) ?? start!
  }
  const eras = thingsIn(timeline["era"]).flatMap((era, i) => {
    const when = dated(era, { pointer: `/timeline/era/${i}` })
    return when === "" ? [] : [{ when, title: textOfHtml(firstWord(era["headline"])) }]
  })
  if (!found.isSure)
    faults.add({
      code: "guessed-order",
      severity: "repaired",
      where: { pointer: "/timeline/date" },
      found: written.find(text => /^\d{1,2}[/.-]/.test(text)) ?? "",
      wanted: { word: "day-over-12-month-first" },
    })
  return {
    fields: saying({
      title: textOfHtml(firstWord(timeline["headline"])),
      summary: textOfHtml(firstWord(timeline["text"])),
      periods: eras,
    }),
    events: eventsOf(slides, "/timeline/date", (slide, where) =>
      saying({
        id: firstWord(slide["unique_id"]),
        when: dated(slide, where),
        whenText: firstWord(slide["display_date"]),
        title: textOfHtml(firstWord(slide["headline"])),
        summary: textOfHtml(firstWord(slide["text"])),
        type: textOfHtml(firstWord(slide["tag"])),
        ...shown(slide["asset"], null),
      }),
    ),
  }
}

function oldDate(value: unknown, order: DayOrder, years: Years, where: Place): string {
  const text = wordOf(value)
  const parts = text.split(",").map(part => part.trim())
  if (!parts.every(part => /^-?\d{1,11}$/.test(part) || part === ""))
    return text === "" ? "" : (readLooseDate(text, order) ?? text)
  const [year = "", month = "", date = "", hour = "", minute = "", second = ""] = parts
  return dateOf({ year, month, day: date, hour, minute, second }, years, where)
}
