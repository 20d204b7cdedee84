import { pointerTo, type Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import type { Batch } from "../format.ts"
import type { Field } from "../mapping.ts"
import { isThing, titleOf, type Thing } from "./flat.ts"
import { hasDates, objectColumns, objectReader } from "./objectRows.ts"
import { presetReader, type PresetReader } from "./presetObjects.ts"

/** Objects by which it is told whether they are events. */
const SAMPLE = 500
/** How deep a list of events may lie in a file. */
const DEPTH = 3

/** Events that lie in a JSON file, and where. */
export interface ObjectList {
  /** What is no object among them comes along, for the checker to name. */
  readonly entries: readonly unknown[]
  readonly placeOf: (index: number) => Place
  /** What they lie in. */
  readonly rest: Thing
}

/** Fields of the native format; where most keys are of these, a file is read as what it is. */
const NATIVE: ReadonlySet<string> = new Set(
  "id when start end asOf whenText countedFrom reported title summary type status actors places sources confidence figures media tags links".split(
    " ",
  ),
)

/**
 * The events in a JSON value that is of no known form: the longest list of objects, up to three levels down, that has a
 * column of dates; a map from id to object is a list of them, and so are several lists of the same kind side by side; else
 * the one object that the file is. Null where there is none, or where the objects are native events.
 */
export function findObjects(value: unknown): ObjectList | null {
  const found: ObjectList[] = []
  const visit = (one: unknown, pointer: string, rest: Thing, depth: number) => {
    if (Array.isArray(one)) {
      if (areObjects(one))
        found.push({ entries: one, placeOf: index => ({ pointer: `${pointer}/${index}` }), rest })
    } else if (isThing(one) && depth < DEPTH) {
      const map = recordsOf(one, pointer, rest) ?? listsOf(one, pointer)
      if (map) found.push(map)
      for (const [key, part] of Object.entries(one)) visit(part, pointerTo(pointer, key), one, depth + 1)
    }
  }
  visit(value, "", isThing(value) ? value : {}, 0)
  const [longest] = found
    .filter(({ entries }) => areEvents(entries.slice(0, SAMPLE).filter(isThing)))
    .toSorted((a, b) => b.entries.length - a.entries.length)
  if (longest) return longest
  // A file may be of one event.
  const isOne = isThing(value) && !Object.hasOwn(value, "events") && areEvents([value])
  return isOne ? { entries: [value], placeOf: () => ({ pointer: "" }), rest: {} } : null
}

/** Whether objects of no known form are events: they have dates and are not those of the native format. */
export function areEvents(objects: readonly Thing[]): boolean {
  return objects.length > 0 && !areNative(objects) && hasDates(objectColumns(objects))
}

function areObjects(list: readonly unknown[]): boolean {
  const objects = list.filter(isThing).length
  return objects > 0 && objects * 2 > list.length
}

/** A map from id to record: objects that have most of their fields in common. */
function recordsOf(map: Thing, pointer: string, rest: Thing): ObjectList | null {
  const keys = Object.keys(map)
  const records = Object.values(map).filter(isThing)
  if (keys.length < 2 || records.length < keys.length || !areAlike(records)) return null
  return {
    entries: records.map((record, i) => (Object.hasOwn(record, "id") ? record : { id: keys[i], ...record })),
    placeOf: index => ({ pointer: pointerTo(pointer, keys[index]!) }),
    rest: rest === map ? {} : rest,
  }
}

/** Lists of the same kind side by side, under years or countries. */
function listsOf(map: Thing, pointer: string): ObjectList | null {
  const lists = Object.entries(map).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  const filled = lists.filter(([, list]) => list.length > 0)
  if (filled.length < 2 || !filled.every(([, list]) => areObjects(list))) return null
  if (!areAlike(filled.map(([, list]) => list.find(isThing)!))) return null
  const places = filled.flatMap(([key, list]) => list.map((_, i) => [key, i] as const))
  return {
    entries: filled.flatMap(([, list]) => list),
    placeOf: index => ({ pointer: `${pointerTo(pointer, places[index]![0])}/${places[index]![1]}` }),
    rest: map,
  }
}

/** Fields that say when. */
const DATES: ReadonlySet<Field | null> = new Set<Field | null>(["when", "start", "year"])

/** Whether objects have at least half of the first one's fields. */
function areAlike(objects: readonly Thing[]): boolean {
  const keys = Object.keys(objects[0] ?? {})
  return (
    keys.length > 0 &&
    objects
      .slice(0, SAMPLE)
      .every(object => keys.filter(key => Object.hasOwn(object, key)).length * 2 >= keys.length)
  )
}

function areNative(objects: readonly Thing[]): boolean {
  const says = (...keys: readonly string[]) =>
    objects.some(object => keys.some(key => Object.hasOwn(object, key)))
  // A native event has its date in one of these; who has it elsewhere has fields of the same names by chance.
  const { header, columns } = objectColumns(objects)
  const isDatedElsewhere = columns.some(
    (field, i) => DATES.has(field) && !NATIVE.has(header[i]!.split(".", 1)[0]!),
  )
  if (!says("when", "start") && isDatedElsewhere) return false
  // What is no event there may still have an id and a type.
  if (!says("title", "when", "start")) return false
  let native = 0
  let all = 0
  for (const object of objects)
    for (const key of Object.keys(object)) {
      all++
      if (NATIVE.has(key) || /^[$_]/.test(key)) native++
    }
  return native >= all * 0.6
}

/** The events of a list of objects, in batches; its columns are told as those of a table are. */
export function* readObjects(
  { entries, placeOf, rest }: ObjectList,
  faults: Faults,
  size: number,
): Generator<Batch> {
  const sample = entries.slice(0, SAMPLE).filter(isThing)
  const fields = fieldsBeside(rest)
  const known = presetReader(sample, faults, placeOf)
  if (known) {
    yield* readKnown(entries, known, placeOf, size, fields)
    return
  }
  const reader = objectReader(objectColumns(sample), faults)
  for (let from = 0; from < entries.length || from === 0; from += size) {
    // What says nothing is left for the checker to name.
    const events = entries
      .slice(from, from + size)
      .map((entry, i) => (isThing(entry) ? (reader.read(entry, placeOf(from + i)) ?? {}) : entry))
    const met = reader.takePlaces()
    const more = { ...(from === 0 && fields), ...(met && { places: met }) }
    yield {
      ...(Object.keys(more).length > 0 && { fields: more }),
      events,
      placeOf: index => placeOf(from + index),
      originOf: reader.originOf,
    }
  }
}

function* readKnown(
  entries: readonly unknown[],
  known: PresetReader,
  placeOf: ObjectList["placeOf"],
  size: number,
  beside: Readonly<Record<string, unknown>> | null,
): Generator<Batch> {
  for (let from = 0; from < entries.length; from += size) {
    const to = Math.min(from + size, entries.length)
    for (let i = from; i < to; i++) known.add(entries[i], i)
    const { events, numbers } = known.take(to === entries.length)
    yield {
      ...(from === 0 && { format: known.preset.name }),
      fields: { ...(from === 0 && beside), ...known.declared() },
      events,
      placeOf: index => placeOf(numbers[index]!),
      originOf: known.originOf,
    }
  }
}

/** The title of a file and the sources beside its events, where it says them in a way that is plain. */
export function fieldsBeside(rest: Thing): Record<string, unknown> | null {
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
