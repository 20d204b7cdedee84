import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { textOfHtml } from "../tabular/html.ts"
import { momentWithin, readDate, stretchText, yearOf } from "./dates.ts"
import { mediaOf } from "./media.ts"
import { eventsOf, type Tree } from "./tree.ts"
import { firstWord, isThing, saying, webAddress, wordOf, wordsOnce, type Thing } from "./values.ts"

/**
 * An event source of SIMILE Timeline in JSON (simile-widgets.org/wiki/Timeline_EventSources): `start`, `latestStart`,
 * `earliestEnd` and `end` are the four bounds of a stretch, or the window of a moment. In JSON an event with an end is a
 * stretch unless `durationEvent` is false or, as older files have it, `isDuration` true.
 */
export function readSimile(value: unknown, faults: Faults): Tree {
  const root = isThing(value) ? value : {}
  const where = { pointer: "/events" }
  return treeOf(root["events"], where, faults, isMomentInJson)
}

/** The same for events told by their attributes, where an event is a moment unless it says that it lasts. */
export function readSimileRecords(records: readonly Thing[], places: readonly Place[], faults: Faults): Tree {
  const tree = treeOf(records, places[0] ?? {}, faults, isMomentInXml)
  return { ...tree, events: [...tree.events].map(([event], i) => [event, places[i]!] as const) }
}

type IsMoment = (event: Thing) => boolean

const isMomentInJson: IsMoment = event => isTrue(event["isDuration"]) || isFalse(event["durationEvent"])
const isMomentInXml: IsMoment = event => !isTrue(event["isDuration"]) && !isTrue(event["durationEvent"])

function isTrue(value: unknown): boolean {
  return value === true || value === "true"
}

function isFalse(value: unknown): boolean {
  return value === false || value === "false"
}

function treeOf(events: unknown, where: Place, faults: Faults, isMoment: IsMoment): Tree {
  const list = Array.isArray(events) ? (events as unknown[]) : []
  const areYears = !runsBackwards(list)
  if (!areYears) {
    const found = list.find(isBackwards) as Thing
    const words = `${wordOf(found["start"])} – ${wordOf(found["end"])}`
    faults.add({ code: "not-years", severity: "repaired", where, found: words })
  }
  return {
    fields: {},
    events: eventsOf(list, where.pointer ?? "", event => eventOf(event, areYears, isMoment)),
  }
}

/** Whether numbers that look like years are counted backwards, as ages of the earth are. */
function runsBackwards(list: readonly unknown[]): boolean {
  const ranges = list.filter(one => isThing(one) && isNumber(one["start"]) && isNumber(one["end"]))
  return ranges.length > 0 && ranges.filter(isBackwards).length * 2 > ranges.length
}

function isBackwards(event: unknown): boolean {
  if (!isThing(event) || !isNumber(event["start"]) || !isNumber(event["end"])) return false
  return Number(wordOf(event["start"])) > Number(wordOf(event["end"]))
}

function isNumber(value: unknown): boolean {
  return /^-?\d+(\.\d+)?$/.test(wordOf(value))
}

function eventOf(event: Thing, areYears: boolean, isMoment: IsMoment): unknown {
  const written = (["start", "latestStart", "earliestEnd", "end"] as const).map(key => wordOf(event[key]))
  const title = textOfHtml(firstWord(event["title"]))
  const caption = textOfHtml(firstWord(event["caption"], event["hoverText"]))
  const description = textOfHtml(firstWord(event["description"]))
  const track = wordOf(event["trackNum"])
  const isWindow = written[1] !== "" || written[2] !== ""
  return saying({
    id: firstWord(event["eventID"], event["id"]),
    when: areYears ? whenOf(written, isMoment(event)) : "",
    // What EDTF cannot hold, or what is not known to be a date, stays in the words of the file.
    whenText: isWindow || !areYears ? wordsOnce(written).join(" – ") : "",
    title: title || caption,
    summary: description || (caption === title ? "" : caption),
    sources: [webAddress(event["link"])].filter(Boolean),
    media: [mediaOf(event["image"], { caption })].filter(one => one !== null),
    tags: wordsOnce([firstWord(event["classname"], event["className"]), track && `track ${track}`]),
  })
}

function whenOf(written: readonly string[], isMoment: boolean): string {
  const dates = written.map(dateOf)
  const [start, latestStart, earliestEnd, end] = dates as [string, string, string, string]
  if (isMoment || (end === "" && earliestEnd === "")) {
    const last = end || latestStart || start
    return momentWithin(start, last) ?? start
  }
  return stretchText({ start, latestStart, earliestEnd, end }) ?? start
}

/** A short number is a year, with or without its era; all else is a date as scripts write it. */
function dateOf(text: string): string {
  if (text === "") return ""
  const era = /^(-?\d{1,9})\s*(ad|a\.d\.|ce|c\.e\.|bc|b\.c\.|bce|b\.c\.e\.)$/i.exec(text)
  if (era) return yearOf(String(/^b/i.test(era[2]!) ? 1 - Number(era[1]) : Number(era[1]))) ?? text
  return (text.length < 8 ? yearOf(text) : null) ?? readDate(text, "mdy") ?? text
}
