import type { Faults } from "../../model/faults.ts"
import type { Batch } from "../format.ts"
import { proposeColumns } from "../mapping.ts"
import { recordReader } from "./records.ts"

/** Objects by which columns are told. */
const SAMPLE = 500
/** How deep a list of events may lie in a file. */
const DEPTH = 3

type Thing = Readonly<Record<string, unknown>>

/** A list of objects that lies in a JSON file, and where. */
export interface ObjectList {
  readonly objects: readonly Thing[]
  readonly pointer: string
  readonly rest: Thing
}

/** Fields of the native format; where most keys are of these, a file is read as what it is. */
const NATIVE: ReadonlySet<string> = new Set(
  "id when start end asOf whenText countedFrom reported title summary type status actors places sources confidence figures media tags links".split(
    " ",
  ),
)

/**
 * The list of events in a JSON value that is of no known form: the longest list of objects, up to three levels down, that
 * has a column of dates. Null where there is none, or where the objects are native events.
 */
export function findObjects(value: unknown): ObjectList | null {
  const found: ObjectList[] = []
  const visit = (one: unknown, pointer: string, rest: Thing, depth: number) => {
    if (Array.isArray(one)) {
      const objects = one.filter(isThing)
      if (objects.length > 0 && objects.length * 2 > one.length) found.push({ objects, pointer, rest })
    } else if (isThing(one) && depth < DEPTH)
      for (const [key, part] of Object.entries(one)) visit(part, `${pointer}/${key}`, one, depth + 1)
  }
  visit(value, "", isThing(value) ? value : {}, 0)
  return (
    found
      .filter(({ objects }) => !areNative(objects) && hasDates(objects))
      .toSorted((a, b) => b.objects.length - a.objects.length)[0] ?? null
  )
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function areNative(objects: readonly Thing[]): boolean {
  let native = 0
  let all = 0
  for (const object of objects.slice(0, SAMPLE))
    for (const key of Object.keys(object)) {
      all++
      if (NATIVE.has(key) || /^[$_]/.test(key)) native++
    }
  return native >= all * 0.6
}

function hasDates(objects: readonly Thing[]): boolean {
  const fields = proposeColumns(headerOf(objects.map(flat)), null)
  return fields.some(field => field === "when" || field === "start" || field === "year")
}

/** The events of a list of objects, in batches; its columns are told as those of a table are. */
export function* readObjects(
  { objects, pointer, rest }: ObjectList,
  faults: Faults,
  size: number,
): Generator<Batch> {
  const rows = objects.map(flat)
  const header = headerOf(rows)
  const columns = proposeColumns(header, null)
  const cells = (row: ReadonlyMap<string, string>) => header.map(key => row.get(key) ?? "")
  const records = recordReader({ columns, order: null }, header, rows.slice(0, SAMPLE).map(cells), faults)
  const fields = fieldsBeside(rest)
  for (let from = 0; from < rows.length || from === 0; from += size) {
    const events: unknown[] = []
    const places: number[] = []
    rows.slice(from, from + size).forEach((row, i) => {
      const event = records.read(cells(row))
      if (!event) return
      events.push(withLanguages(event, row))
      places.push(from + i)
    })
    const met = records.takePlaces()
    const more = { ...(from === 0 && fields), ...(met && { places: met }) }
    yield {
      ...(Object.keys(more).length > 0 && { fields: more }),
      events,
      placeOf: index => ({ pointer: `${pointer}/${places[index]!}` }),
    }
  }
}

/** An object as cells: nested ones by dotted names, lists of words joined, `{value}` of a query's answer as its value. */
function flat(object: Thing): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const add = (key: string, value: unknown, depth: number) => {
    if (value === null || value === undefined) return
    if (typeof value !== "object") cells.set(key, String(value))
    else if (Array.isArray(value)) {
      const words = value.filter(one => typeof one === "string" || typeof one === "number")
      if (words.length > 0) cells.set(key, words.join("; "))
      else if (isThing(value[0]) && depth < 2) add(key, value[0], depth + 1)
    } else if (isThing(value)) {
      if (typeof value["value"] === "string" && "type" in value) cells.set(key, value["value"])
      else if (depth < 2)
        for (const [name, part] of Object.entries(value))
          add(key === "" ? name : `${key}.${name}`, part, depth + 1)
    }
  }
  const { properties, geometry } = object
  if (isThing(properties)) {
    // A feature of GeoJSON (RFC 7946): [longitude, latitude].
    add("", properties, 0)
    const at = isThing(geometry) && geometry["type"] === "Point" ? geometry["coordinates"] : null
    if (Array.isArray(at)) {
      cells.set("longitude", String(at[0]))
      cells.set("latitude", String(at[1]))
    }
    if (object["id"] !== undefined) cells.set("id", String(object["id"]))
    return cells
  }
  add("", object, 0)
  return cells
}

function headerOf(rows: readonly ReadonlyMap<string, string>[]): string[] {
  const names = new Set<string>()
  for (const row of rows.slice(0, SAMPLE)) for (const key of row.keys()) names.add(key)
  return [...names]
}

/** `title_en`, `name_ar` and the like: one text in several languages. */
const IN_LANGUAGE = /^(title|name|label|headline|summary|description)[_.-]([a-z]{2})$/i

function withLanguages(
  event: Record<string, unknown>,
  row: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const titles: Record<string, string> = {}
  const summaries: Record<string, string> = {}
  for (const [key, value] of row) {
    const found = IN_LANGUAGE.exec(key)
    if (!found || value.trim() === "") continue
    const into = /^(summary|description)$/i.test(found[1]!) ? summaries : titles
    into[found[2]!.toLowerCase()] = value
  }
  return {
    ...event,
    ...(Object.keys(titles).length > 0 && { title: titles }),
    ...(Object.keys(summaries).length > 0 && { summary: summaries }),
  }
}

/** The title of a file and the sources beside its events, where it says them in a way that is plain. */
function fieldsBeside(rest: Thing): Record<string, unknown> | null {
  const fields: Record<string, unknown> = {}
  const title = titleOf(rest["title"] ?? rest["metadata"] ?? rest["name"])
  if (title !== null) fields["title"] = title
  const { sources } = rest
  if (Array.isArray(sources)) {
    const known = sources.filter(isThing).flatMap(source => {
      const name = titleOf(source)
      return typeof source["id"] === "string" && name !== null
        ? [[source["id"], { title: name }] as const]
        : []
    })
    if (known.length > 0) fields["sources"] = Object.fromEntries(known)
  }
  return Object.keys(fields).length > 0 ? fields : null
}

function titleOf(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? null : value
  if (!isThing(value)) return null
  const texts: Record<string, string> = {}
  for (const [key, text] of Object.entries(value)) {
    const found = IN_LANGUAGE.exec(key)
    if (found && typeof text === "string") texts[found[2]!.toLowerCase()] = text
  }
  if (Object.keys(texts).length > 0) return texts
  if (isThing(value["text"])) return titleOf(value["text"]["headline"])
  return titleOf(value["title"] ?? value["name"] ?? null)
}
