import { textOfHtml } from "../tabular/html.ts"
import { mediaOf } from "../trees/media.ts"
import { pointOf, type PlaceBook } from "../trees/places.ts"
import { saying, webAddress, wordsOnce } from "../trees/values.ts"
import { parameter, propertiesOf, textOf, type Component, type Property } from "./components.ts"
import type { Moment } from "./moments.ts"

/** What of its calendar an entry's event needs. */
export interface Said {
  readonly now: number | null
  readonly book: PlaceBook
  /** The calendar's name where there are several; else "". */
  readonly name: string
}

const STATUSES: Readonly<Record<string, string>> = {
  TENTATIVE: "possible",
  CANCELLED: "cancelled",
  "NEEDS-ACTION": "planned",
  "IN-PROCESS": "ongoing",
  COMPLETED: "occurred",
}

/**
 * What an entry says as an event: `when` in EDTF, `recurrence` the instance that it stands for, "" for its only one. What it
 * does not say itself its `master` says. An event still to come is planned unless it says otherwise.
 */
export function eventOf(
  entry: Component,
  when: string,
  recurrence: string,
  moment: Moment | null,
  { now, name, book }: Said,
  master: Component = entry,
): unknown {
  const said = (property: string) => textOf(entry, property) || textOf(master, property)
  const all = (property: string) => {
    const own = propertiesOf(entry, property)
    return own.length > 0 ? own : propertiesOf(master, property)
  }
  const uid = said("uid")
  const location = said("location")
  const isAddress = webAddress(location) !== ""
  const attached = all("attach").filter(({ type }) => type === "uri")
  const images = [...all("image"), ...attached.filter(isImage)]
  const links = [...all("url"), ...attached.filter(one => !isImage(one))].map(({ values }) =>
    webAddress(values[0]),
  )
  const isComing =
    now !== null && moment !== null && (moment.zone?.instantAt(moment.reading) ?? moment.reading) > now
  return saying({
    id: recurrence === "" || uid === "" ? uid : `${uid}/${recurrence}`,
    when,
    title: inLanguage(all("summary")[0]),
    summary: textOfHtml(said("description") || said("x-alt-desc")),
    type: name,
    status: STATUSES[said("status").toUpperCase()] ?? (isComing ? "planned" : ""),
    places: [isAddress ? "" : placeOf(location, all("geo")[0], book)].filter(Boolean),
    tags: wordsOnce(all("categories").flatMap(({ values }) => values.map(String).map(word => word.trim()))),
    sources: wordsOnce([...links, isAddress ? webAddress(location) : ""]),
    media: images.map(({ values }) => mediaOf(values[0])).filter(one => one !== null),
  })
}

function inLanguage(property: Property | undefined): unknown {
  const text = property ? textOfHtml(String(property.values[0] ?? "").trim()) : ""
  const lang = property && text !== "" ? parameter(property, "language") : ""
  return /^[a-z]{2,3}(-[\w-]+)?$/i.test(lang) ? { [lang]: text } : text
}

function isImage(property: Property): boolean {
  const kind = parameter(property, "fmttype")
  return kind.startsWith("image/") || (kind === "" && mediaOf(property.values[0])?.["kind"] === "image")
}

function placeOf(location: string, geo: Property | undefined, book: PlaceBook): string {
  const at = geo?.values.flat() ?? []
  const point = pointOf(at[1], at[0])
  const name = location.replace(/\s*\n\s*/g, ", ")
  return book.note(name || (point ? `${point[1]}, ${point[0]}` : ""), { point })
}
