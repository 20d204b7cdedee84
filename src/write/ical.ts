import type { Document, EventRecord, Status, Text } from "../model/document.ts"
import { sayText } from "../model/sayText.ts"
import { calendarSpan, type CalendarSpan } from "./icalSpan.ts"
import { contentLine, escapeText, timeText } from "./icalLine.ts"
import type { Writer, WriteOptions } from "./writer.ts"

/**
 * A calendar (RFC 5545, names of 7986). Whole days have exclusive ends; times with a zone are in UTC, those without float.
 * What is no day or time (a month, one of several days, an open end) stands on the days that it may be, and its first line
 * of text says what it is. What has no day at all, or lies outside the years 1 to 9999, is a journal entry without a date.
 */
export const icalWriter: Writer = {
  name: "ical",
  extensions: [".ics", ".ical"],
  mediaType: "text/calendar;charset=utf-8",
  drops: new Set([
    ...(["undated", "before-year-0", "after-year-9999", "fuzzy-dates", "as-of", "when-text"] as const),
    ...(["counted-from", "reported", "status", "type", "actor-roles", "place-roles", "accounts"] as const),
    ...(["confidence", "figures", "figure-ranges", "media-words", "links", "languages"] as const),
    ...(["periods", "views", "actor-details", "place-details", "source-details", "colours"] as const),
    "name-languages",
  ]),
  *write(document, options = {}) {
    const lang = options.lang ?? document.lang
    const title = sayText(document.title, lang)
    const summary = sayText(document.summary, lang)
    yield* ["BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "PRODID:-//Dateline//Dateline//EN\r\n"]
    if (title) yield* [textLine("NAME", title.text), textLine("X-WR-CALNAME", title.text)]
    if (summary) yield* [textLine("DESCRIPTION", summary.text), textLine("X-WR-CALDESC", summary.text)]
    const made = timeText(options.now ?? 0, "Z")
    for (const event of document.events) yield componentText(event, document, { ...options, lang }, made)
    yield "END:VCALENDAR\r\n"
  },
}

function componentText(
  event: EventRecord,
  document: Document,
  options: WriteOptions & { readonly lang: string },
  made: string,
): string {
  const { lang } = options
  const span = event.when === null ? null : calendarSpan(event.when)
  const name = span ? "VEVENT" : "VJOURNAL"
  const title = sayText(event.title, lang)
  const [place, ...others] = event.places
  const point = others.length === 0 && place ? (document.places.get(place.id)?.point ?? null) : null
  const source = event.sources.map(({ id }) => document.sources.get(id)?.url).find(Boolean)
  const said = descriptionOf(event, span, document, options)
  const names = (map: ReadonlyMap<string, { readonly name: Text }>, ids: readonly string[]) =>
    [...new Set(ids)].map(id => sayText(map.get(id)?.name, lang)?.text ?? id)
  const where = names(
    document.places,
    event.places.map(({ id }) => id),
  )
  const tags = [
    ...names(document.types, event.type === null ? [] : [event.type]),
    ...names(document.tags, event.tags),
  ]
  return [
    `BEGIN:${name}\r\n`,
    contentLine(`UID:${escapeText(event.id)}`),
    `DTSTAMP:${made}\r\n`,
    ...(span ? spanLines(span) : []),
    title
      ? contentLine(
          `SUMMARY${/^[\w-]+$/.test(title.lang) ? `;LANGUAGE=${title.lang}` : ""}:${escapeText(title.text)}`,
        )
      : textLine("SUMMARY", event.id),
    said === "" ? "" : textLine("DESCRIPTION", said),
    // A journal entry has no place (3.6.3).
    span && where.length > 0 ? textLine("LOCATION", where.join(" · ")) : "",
    span && point ? `GEO:${point[1]};${point[0]}\r\n` : "",
    tags.length > 0 ? contentLine(`CATEGORIES:${tags.map(escapeText).join(",")}`) : "",
    source ? contentLine(`URL:${source.replace(/\s/g, "")}`) : "",
    ...event.media.map(({ url }) => contentLine(`ATTACH:${url.replace(/\s/g, "")}`)),
    span ? `STATUS:${STATUSES[event.status]}\r\nTRANSP:TRANSPARENT\r\n` : "",
    `END:${name}\r\n`,
  ].join("")
}

const STATUSES: Readonly<Record<Status, string>> = {
  occurred: "CONFIRMED",
  ongoing: "CONFIRMED",
  announced: "CONFIRMED",
  planned: "CONFIRMED",
  possible: "TENTATIVE",
  claimed: "TENTATIVE",
  denied: "CANCELLED",
  cancelled: "CANCELLED",
}

function spanLines({ begin, end }: CalendarSpan): string[] {
  return [boundLine("DTSTART", begin), ...(end ? [boundLine("DTEND", end)] : [])]
}

function boundLine(name: string, { text, isDay }: CalendarSpan["begin"]): string {
  return `${name}${isDay ? ";VALUE=DATE" : ""}:${text}\r\n`
}

/** What a calendar has no field for, a paragraph each: the date where it is no plain one, text, actors, sources. */
function descriptionOf(
  { when, whenText, status, summary, actors, sources }: EventRecord,
  span: CalendarSpan | null,
  document: Document,
  { lang = "und", sayDate = edtf => edtf, sayStatus = one => one }: WriteOptions,
): string {
  const told = sayText(whenText, lang)
  const isPlain = status === "occurred" || status === "cancelled"
  const date = when === null || span?.isExact ? "" : sayDate(when)
  const first = [date, told && `“${told.text}”`, isPlain ? "" : sayStatus(status)].filter(Boolean)
  const who = actors.map(({ id }) => sayText(document.actors.get(id)?.name, lang)?.text ?? id)
  const cited = sources.map(({ id, at }) => {
    const { title, url } = document.sources.get(id) ?? {}
    return [sayText(title, lang)?.text ?? id, sayText(at, lang)?.text, url].filter(Boolean).join(", ")
  })
  return [first.join(" · "), sayText(summary, lang)?.text ?? "", who.join(" · "), cited.join("\n")]
    .filter(Boolean)
    .join("\n\n")
}

function textLine(name: string, text: string): string {
  return contentLine(`${name}:${escapeText(text)}`)
}
