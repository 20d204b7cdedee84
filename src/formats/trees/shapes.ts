import { featuresIn, isFeature, isPlaceInTime } from "./features.ts"
import { holdsEvents } from "./jsonldNodes.ts"
import { areItems } from "./wikidataEntities.ts"
import { isAnswer } from "./sparql.ts"
import type { ReadTree } from "./tree.ts"
import { isThing, listOf, thingsIn, type Thing } from "./values.ts"

/** One kind of document that is written as JSON, told by its keys. */
export interface Shape {
  /** As the address parameter `format` has it. */
  readonly name: string
  /** Whether a parsed file is of this kind. Looks at the beginning of its lists only. */
  recognise(value: unknown): boolean
  /** Its reader, which comes when it is wanted. */
  load(): Promise<ReadTree>
}

/** The kinds that are known, those that can be told most surely first. */
export const SHAPES: readonly Shape[] = [
  {
    name: "json-ld",
    recognise: value => featuresIn(value) === null && holdsEvents(value),
    load: async () => (await import("./jsonld.ts")).readJsonLd,
  },
  {
    name: "linked-places",
    recognise: value => some(featuresIn(value), isPlaceInTime),
    load: async () => (await import("./linkedPlaces.ts")).readLinkedPlaces,
  },
  {
    name: "geojson",
    recognise: value => {
      const features = featuresIn(value)
      return features !== null && (!Array.isArray(value) || most(features, isFeature))
    },
    load: async () => (await import("./geojson.ts")).readGeoJson,
  },
  {
    name: "wikidata",
    recognise: areItems,
    load: async () => (await import("./wikidataItems.ts")).readWikidataItems,
  },
  {
    name: "wikidata",
    recognise: isAnswer,
    load: async () => (await import("./wikidata.ts")).readWikidata,
  },
  {
    name: "timelinejs",
    recognise: value =>
      isThing(value) &&
      ((isThing(value["timeline"]) && "date" in value["timeline"]) ||
        some(value["events"], event => isThing(event["start_date"]) || hasHeadline(event)) ||
        (Array.isArray(value["events"]) && isThing(value["title"]) && hasHeadline(value["title"]))),
    load: async () => (await import("./timelinejs.ts")).readTimelineJs,
  },
  {
    name: "timemap",
    recognise: value => {
      const events = isThing(value) ? value["events"] : value
      const isWhole = isThing(value) && "associations" in value && !("dateline" in value)
      return (
        Array.isArray(events) &&
        most(
          events,
          event => (isWhole || hasAny(event, TIMEMAP)) && hasAny(event, ["date", "description", "desc"]),
        )
      )
    },
    load: async () => (await import("./timemap.ts")).readTimeMap,
  },
  {
    name: "simile",
    recognise: value =>
      isThing(value) &&
      !("dateline" in value) &&
      Array.isArray(value["events"]) &&
      (hasAny(value, ["dateTimeFormat", "wikiURL", "wikiSection"]) ||
        some(value["events"], event => "start" in event && hasAny(event, SIMILE))),
    load: async () => (await import("./simile.ts")).readSimile,
  },
  {
    name: "vis",
    recognise: value => {
      const isWhole = isThing(value) && "items" in value
      const items = recordsIn(isWhole ? value["items"] : value)
      return most(
        items,
        item => "start" in item && (hasAny(item, ["content", "group"]) || item["type"] === "background"),
      )
    },
    load: async () => (await import("./vis.ts")).readVis,
  },
]

const TIMEMAP = [
  "associations",
  "time_display",
  "time_precision",
  "category_full",
  "narrative___stepStyles",
  "filters",
]
const SIMILE = [
  "isDuration",
  "durationEvent",
  "latestStart",
  "earliestEnd",
  "eventID",
  "trackNum",
  "tapeImage",
  "tapeRepeat",
  "textColor",
  "hoverText",
  "icon",
  "link",
  "image",
  "caption",
  "classname",
]

/** Records that are looked at. */
const LOOKED_AT = 50

function recordsIn(value: unknown): readonly unknown[] {
  if (!isThing(value)) return listOf(value)
  return "_data" in value ? recordsIn(value["_data"]) : Object.values(value)
}

function hasAny(thing: Thing, keys: readonly string[]): boolean {
  return keys.some(key => Object.hasOwn(thing, key))
}

function hasHeadline(event: Thing): boolean {
  return isThing(event["text"]) && hasAny(event["text"], ["headline", "text"])
}

function some(list: unknown, test: (thing: Thing) => boolean): boolean {
  return Array.isArray(list) && thingsIn(list.slice(0, LOOKED_AT)).some(test)
}

function most(list: readonly unknown[], test: (thing: Thing) => boolean): boolean {
  const things = thingsIn(list.slice(0, LOOKED_AT))
  return things.length > 0 && things.filter(test).length * 2 > things.length
}
