import { canonicalEdtf, joinBounds } from "../../model/edtf-text.ts"
import type { Faults } from "../../model/faults.ts"
import { textOfHtml } from "./html.ts"
import { day, readLooseDate, yearText } from "./looseDates.ts"
import type { CellOf, Preset } from "./preset.ts"

/**
 * The spreadsheet template of TimelineJS (timeline.knightlab.com) in its versions: a row of type `title` is the document's
 * title, one of type `era` a period; a year below zero is counted as people count, without a year 0.
 */
export const TIMELINEJS: Preset = {
  name: "timelinejs",
  columns: {
    headline: "title",
    text: "summary",
    year: "year",
    month: "month",
    day: "day",
    time: "time",
    "end year": "endYear",
    "end month": "endMonth",
    "end day": "endDay",
    "end time": "endTime",
    "start date": "start",
    "end date": "end",
    media: "",
    "media credit": "",
    "media caption": "",
    "media thumbnail": "",
    "alt text": "",
    background: "",
    group: "type",
    tag: "type",
    type: "",
    "display date": "whenText",
  },
  finish(event, cell) {
    if (isTitle(cell) || isEra(cell)) return false
    const when = dateOf(cell)
    if (when !== null && isBefore(cell)) event["when"] = when
    const media = mediaOf(cell)
    if (media) event["media"] = [media]
    return true
  },
  fieldsIn(rows, faults) {
    const title = rows.find(isTitle)
    const periods = rows.filter(isEra).flatMap(periodOf)
    noteYears(rows, faults)
    const fields = {
      ...(title && title("headline") !== "" && { title: textOfHtml(title("headline")) }),
      ...(title && title("text") !== "" && { summary: textOfHtml(title("text")) }),
      ...(periods.length > 0 && { periods }),
    }
    return Object.keys(fields).length > 0 ? fields : null
  },
}

/** The template of version 1 calls it the start. */
function isTitle(cell: CellOf): boolean {
  return /^(title|start)$/i.test(cell("type"))
}

function isEra(cell: CellOf): boolean {
  return /^era$/i.test(cell("type"))
}

function periodOf(cell: CellOf): { when: string; title: string }[] {
  const when = dateOf(cell)
  const title = textOfHtml(cell("headline"))
  return when === null || title === "" ? [] : [{ when, title }]
}

function isBefore(cell: CellOf): boolean {
  return [cell("year"), cell("end year")].some(year => year.startsWith("-"))
}

/** The date of a row, its years before our era moved by the one that people do not count. */
function dateOf(cell: CellOf): string | null {
  const part = (prefix: string) => {
    const year = Number(cell(`${prefix}year`))
    if (cell(`${prefix}year`) === "" || !Number.isInteger(year)) return ""
    const astronomical = year < 0 ? year + 1 : year
    const [month, date] = [Number(cell(`${prefix}month`)), Number(cell(`${prefix}day`))]
    return day(astronomical, month, date, cell(`${prefix}time`) || undefined) ?? yearText(astronomical) ?? ""
  }
  const bound = (name: string) => readLooseDate(cell(name), "mdy") ?? ""
  const [from, to] = [part("") || bound("start date"), part("end ") || bound("end date")]
  if (from === "") return null
  return joinBounds(from, to) ?? canonicalEdtf(from)
}

function noteYears(rows: readonly CellOf[], faults: Faults): void {
  const first = rows.find(isBefore)
  if (first)
    faults.add({
      code: "shifted-years",
      severity: "repaired",
      where: { column: "Year" },
      found: first("year"),
    })
}

function mediaOf(cell: CellOf): Record<string, string> | null {
  const url = cell("media")
  if (!/^https?:\/\/\S+$/i.test(url)) return null
  const [caption, credit, alt] = ["media caption", "media credit", "alt text"].map(name =>
    textOfHtml(cell(name)),
  )
  return { url, ...(caption && { caption }), ...(credit && { credit }), ...(alt && { alt }) }
}
