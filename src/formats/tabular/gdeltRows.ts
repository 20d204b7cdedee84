import type { Faults } from "../../model/faults.ts"
import { dayInText } from "../../time/day-text.ts"
import type { Batch } from "../format.ts"
import { kindOfActor, kindOfEvent, sayEvent } from "./cameo.ts"
import { isOnEarth, type Point } from "./coordinates.ts"
import { decodeTable } from "./decodeTable.ts"
import { gathering, mergeRows } from "./gathering.ts"
import { PRECISIONS } from "./gdeltPlaces.ts"
import { day } from "./looseDates.ts"
import type { Draft } from "./preset.ts"
import { readRows } from "./rows.ts"

/** By what one row of an article goes before another: events of its first paragraph, then those it mentions most. */
interface Rank {
  readonly isRoot: boolean
  readonly mentions: number
}

/** Reads the rows of a GDELT file; see gdelt.ts. */
export async function* readGdelt(bytes: AsyncIterable<Uint8Array>, faults: Faults): AsyncGenerator<Batch> {
  const names = namesTold()
  const ranks = new WeakMap<Draft, Rank>()
  const articles = gathering((into, more) => mergeInto(into, more, ranks, names))
  const text = decodeTable(bytes, faults, "utf-8")
  let [read, merged, firstMerged] = [0, 0, 0]
  for await (const { first, cells } of readRows(text, { delimiter: "\t", quote: "" }, faults)) {
    let lost = 0
    cells.forEach((row, i) => {
      const number = first + i
      const columns = columnsOf(row.length)
      if (!columns) {
        faults.add({
          code: "row-width",
          severity: "left-out",
          where: { row: number },
          found: String(row.length),
          wanted: { word: "gdelt-cells" },
        })
        lost++
        return
      }
      const cell = (column: number) => (row[column] ?? "").trim()
      const event = readEvent(cell, columns, names, number, faults)
      ranks.set(event, { isRoot: cell(25) === "1", mentions: Number(cell(31)) || 0 })
      const article = columns.url < 0 ? "" : cell(columns.url)
      read++
      const key = article === "" ? "" : `${article}\n${String(event["when"])}`
      if (articles.add(key, event, number) && merged++ === 0) firstMerged = number
    })
    yield batchOf(articles.take(false), names.take(), lost)
  }
  if (merged > 0)
    faults.add({
      code: "merged-rows",
      severity: "repaired",
      where: { row: firstMerged },
      seen: { word: "rows-of-events", of: String(read), and: String(read - merged) },
      wanted: { word: "rows-of-articles" },
    })
  yield batchOf(articles.take(true), names.take(), 0)
}

function batchOf(
  taken: ReturnType<ReturnType<typeof gathering>["take"]>,
  fields: Readonly<Record<string, unknown>>,
  lost: number,
): Batch {
  return {
    fields,
    events: taken.map(({ event }) => event),
    placeOf: index => ({ row: taken[index]!.row }),
    lost,
  }
}

interface Columns {
  /** Where what is said of the place of the action begins, and its point. */
  readonly place: number
  readonly point: number
  readonly added: number
  readonly url: number
}

function columnsOf(width: number): Columns | null {
  if (width === 61) return { place: 51, point: 56, added: 59, url: 60 }
  if (width === 58) return { place: 49, point: 53, added: 56, url: 57 }
  return width === 57 ? { place: 49, point: 53, added: 56, url: -1 } : null
}

type Cell = (column: number) => string
type Names = ReturnType<typeof namesTold>

function readEvent(cell: Cell, columns: Columns, names: Names, row: number, faults: Faults): Draft {
  const root = cell(28).padStart(2, "0")
  const [from, to] = [cell(6), cell(16)]
  const type = kindOfEvent(root)
  if (type) names.tell("types", root, { name: type })
  const actors = [
    { id: from, role: "source", column: 5 },
    { id: to, role: "target", column: 15 },
  ].filter(({ id }) => id !== "")
  for (const { id, column } of actors) {
    const types = [7, 8, 9].map(more => cell(column + more))
    const kind = kindOfActor(types, cell(column + 2), cell(column + 3))
    if (kind !== null) names.tell("actors", id, { name: id, kind })
  }
  const when = dayOf(cell(1))
  const reported = momentOf(cell(columns.added))
  const isOddlyOld = when !== null && reported !== null && isCountedBack(when, reported)
  if (isOddlyOld) faults.add({ code: "suspect-date", severity: "repaired", where: { row }, found: when })
  const place = placeOf(cell, columns, names)
  const url = columns.url < 0 ? "" : cell(columns.url)
  return {
    id: cell(0),
    when: when ?? cell(1),
    title: sayEvent(root, from, to) ?? [from, to].filter(Boolean).join(" – "),
    ...(type && { type: root }),
    ...(actors.length > 0 && { actors: actors.map(({ id, role }) => ({ id, role })) }),
    ...(place !== null && { places: [place] }),
    ...(url !== "" && { sources: [url] }),
    ...(reported !== null && { reported }),
    ...(isOddlyOld && { confidence: { when: "low" } }),
    figures: figuresOf(cell),
  }
}

/** The main row of an article gives the title and the type; others add who, where, and what else happened, as tags. */
function mergeInto(into: Draft, more: Draft, ranks: WeakMap<Draft, Rank>, names: Names): void {
  const [before, other] = [ranks.get(into)!, ranks.get(more)!]
  const isMain = other.isRoot === before.isRoot ? other.mentions > before.mentions : other.isRoot
  const [main, side] = isMain ? [more, into] : [into, more]
  const type = side["type"] as string | undefined
  const tags = [...((main["tags"] as string[] | undefined) ?? []), ...((side["tags"] as string[]) ?? [])]
  if (type !== undefined) {
    tags.push(type)
    names.tell("tags", type, { name: kindOfEvent(type)! })
  }
  const merged = { ...main, tags: undefined }
  mergeRows(merged, { ...side, tags: undefined })
  const unlike = [...new Set(tags)].filter(tag => tag !== main["type"])
  // The id stays that of the first row, so that the order of rows in an article does not change it.
  Object.assign(into, merged, { id: into["id"] })
  if (unlike.length > 0) into["tags"] = unlike
  else delete into["tags"]
  if (isMain) ranks.set(into, other)
}

function figuresOf(cell: Cell): Record<string, number> {
  const named = [
    ["Goldstein scale", 30],
    ["mentions", 31],
    ["articles", 33],
    ["tone", 34],
  ] as const
  const known = named.filter(([, column]) => cell(column) !== "" && Number.isFinite(Number(cell(column))))
  return Object.fromEntries(known.map(([name, column]) => [name, Number(Number(cell(column)).toFixed(3))]))
}

function placeOf(cell: Cell, { place, point }: Columns, names: Names): string | null {
  const name = cell(place + 1)
  if (name === "") return null
  const parts = name.split(", ")
  const country = parts.length > 1 ? parts.at(-1)! : null
  const at: Point = [Number(cell(point + 1)), Number(cell(point))]
  const hasPoint = cell(point) !== "" && cell(point + 1) !== "" && isOnEarth(at)
  const precision = PRECISIONS[cell(place)]
  if (country !== null) names.tell("places", country, { name: country, precision: "country" })
  names.tell("places", name, {
    name,
    ...(country !== null && { within: country }),
    ...(hasPoint && { point: at }),
    ...(precision && { precision }),
  })
  return name
}

function dayOf(text: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(text)
  return found && day(Number(found[1]), Number(found[2]), Number(found[3]), undefined)
}

/** `20150218` or `20150218230000`, which is UTC. */
function momentOf(text: string): string | null {
  const found = /^\d{8}(\d{2})(\d{2})\d{2}$/.exec(text)
  const date = dayOf(text)
  return date !== null && found ? `${date}T${found[1]}:${found[2]}Z` : date
}

/** Whether a day lies a week, a month or a year before it was reported to the day: "a year ago" as a machine reads it. */
function isCountedBack(when: string, reported: string): boolean {
  const days = dayInText(reported, 0) - dayInText(when, 0)
  if (!(days > 0)) return false
  const sameDay = when.slice(8, 10) === reported.slice(8, 10)
  return days === 7 || (sameDay && (days <= 31 || (days >= 365 && when.slice(5, 7) === reported.slice(5, 7))))
}

type Traits = Record<string, Readonly<Record<string, unknown>>>

/** What is said of actors, places, types and tags, each once. */
function namesTold() {
  const told = new Set<string>()
  let fresh: Record<string, Traits> = {}
  return {
    tell(
      kind: "actors" | "places" | "types" | "tags",
      id: string,
      traits: Readonly<Record<string, unknown>>,
    ): void {
      const key = `${kind} ${id}`
      if (told.has(key)) return
      told.add(key)
      fresh[kind] ??= Object.create(null) as Traits
      fresh[kind][id] = traits
    },
    take(): Record<string, Traits> {
      const taken = fresh
      fresh = {}
      return taken
    },
  }
}
