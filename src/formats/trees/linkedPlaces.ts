import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { flat, type Thing } from "../tabular/flat.ts"
import { textOfHtml } from "../tabular/html.ts"
import { objectColumns, objectReader, type ObjectReader } from "../tabular/objectRows.ts"
import { fieldsBeside } from "../tabular/objects.ts"
import { featuresIn, isPlaceholder, pointerOf } from "./features.ts"
import { spotIn, spotOf } from "./geometry.ts"
import { mediaOf } from "./media.ts"
import { placeBook, type PlaceBook } from "./places.ts"
import { datesIn, whensOf, type IsUnknown, type Stretch } from "./timespans.ts"
import type { Tree } from "./tree.ts"
import { firstWord, isThing, listOf, saying, thingsIn, webAddress, wordOf, wordsOnce } from "./values.ts"

/**
 * Linked Places (github.com/LinkedPasts/linked-places-format) and other GeoJSON with a `when`: each timespan of a feature
 * is an event at that place. Names, types, relations and geometries that have a date of their own become events beside it,
 * parts of it where it has one itself; what has no date at all is kept without one.
 */
export function readLinkedPlaces(value: unknown, faults: Faults): Tree {
  const features = featuresIn(value) ?? []
  const things = thingsIn(features)
  const areUnknown = isPlaceholder(things.flatMap(allDates))
  if (areUnknown)
    faults.add({
      code: "placeholder-year",
      severity: "repaired",
      where: { pointer: "/features" },
      found: "-1",
    })
  const isUnknown: IsUnknown = text => areUnknown && /^-0*1$/.test(text)
  const reader = objectReader(objectColumns(things, cellsOf), faults, cellsOf)
  const book = placeBook()
  return {
    fields: (isThing(value) && fieldsBeside(value)) || {},
    takePlaces() {
      const [rows, own] = [reader.takePlaces(), book.take()]
      return rows || own ? { ...rows, ...own } : null
    },
    events: (function* () {
      for (const [index, feature] of features.entries()) {
        const where = { pointer: pointerOf(value, index) }
        if (isThing(feature)) yield* eventsOf(feature, where, { reader, book, isUnknown, faults })
        else yield [feature, where] as const
      }
    })(),
  }
}

interface Reading {
  readonly faults: Faults
  readonly reader: ObjectReader
  readonly book: PlaceBook
  readonly isUnknown: IsUnknown
}

/** What the properties of a feature say, but for its `when`. */
function cellsOf(feature: Thing): ReadonlyMap<string, string> {
  const { when, ...properties } = isThing(feature["properties"]) ? feature["properties"] : {}
  return flat(typeof when === "string" ? { when, ...properties } : properties)
}

function* eventsOf(feature: Thing, where: Place, reading: Reading): Generator<readonly [unknown, Place]> {
  const { reader, isUnknown } = reading
  const base = reader.read(feature, where) ?? {}
  const own = whensOf(feature["when"] ?? innerWhen(feature), isUnknown)
  const names = namesOf(feature)
  const title = base["title"] ?? textOfHtml(firstWord(names[0]?.["toponym"]))
  const place = notePlace(feature, title, where, reading)
  const id = firstWord(feature["@id"], feature["id"], base["id"])
  const [type, ...types] = typesOf(feature)
  const shared = saying({
    ...base,
    ...{ title, type: type ?? base["type"] },
    summary: descriptionOf(feature) ?? base["summary"],
    places: [...((base["places"] as unknown[] | undefined) ?? []), place].filter(Boolean),
    tags: wordsOnce([...types, ...own.periods, ...((base["tags"] as string[] | undefined) ?? [])]),
    sources: wordsOnce([...sourcesOf(feature), ...((base["sources"] as string[] | undefined) ?? [])]),
    media: thingsIn(feature["depictions"]).flatMap(one => pictureOf(one) ?? []),
  })
  const parts = [...partsOf(feature, shared, reading)].filter(
    ({ stretch }) =>
      !own.stretches.some(({ dates }) => JSON.stringify(dates) === JSON.stringify(stretch.dates)),
  )
  const isDated = own.stretches.length > 0 || base["when"] !== undefined
  if (isDated || parts.length === 0) {
    const stretches: readonly Stretch[] =
      own.stretches.length > 0 ? own.stretches : [{ dates: {}, words: own.periods.join(", ") }]
    for (const [n, { dates, words }] of stretches.entries()) {
      const whenText = words || own.words
      yield [saying({ ...shared, ...dates, whenText, id: n === 0 ? id : id && `${id} (${n + 1})` }), where]
    }
  }
  const links = isDated && id !== "" ? [{ rel: "part-of", event: id }] : []
  const { summary: _, when: __, id: ___, media: ____, ...common } = shared
  for (const { stretch, title: said, places, step } of parts)
    yield [
      saying({
        ...common,
        ...stretch.dates,
        whenText: stretch.words,
        title: said,
        places: places ?? common["places"],
        links,
      }),
      { pointer: `${where.pointer}${step}` },
    ]
}

/** Something of a feature that has a date of its own. */
interface Part {
  readonly stretch: Stretch
  readonly title: unknown
  /** Where it is elsewhere than the feature. */
  readonly places?: readonly string[]
  /** The pointer to it from the feature. */
  readonly step: string
}

function* partsOf(feature: Thing, { title }: Thing, { book, isUnknown }: Reading): Generator<Part> {
  const whole = typeof title === "string" ? title : ""
  const named = (said: string) => (said === "" || whole === "" ? said || title : `${whole}: ${said}`)
  const lists = [
    ["names", (one: Thing) => textOfHtml(firstWord(one["toponym"])) || title],
    ["namings", (one: Thing) => textOfHtml(firstWord(one["toponym"])) || title],
    ["types", (one: Thing) => named(labelOf(one))],
    [
      "relations",
      (one: Thing) => named(textOfHtml(firstWord(one["label"], one["relationTo"], one["relationType"]))),
    ],
  ] as const
  for (const [key, titleOf] of lists)
    for (const [n, one] of listOf(feature[key]).entries())
      if (isThing(one) && "when" in one)
        for (const stretch of whensOf(one["when"], isUnknown).stretches)
          yield { stretch, title: titleOf(one), step: `/${key}/${n}` }
  for (const [n, geometry] of geometriesOf(feature).entries()) {
    if (!("when" in geometry)) continue
    const spot = spotOf(geometry)
    const id = spot ? `${spot.point[1]}, ${spot.point[0]}` : ""
    const place = book.note(id, {
      point: spot?.point ?? null,
      precision: spot?.isWide ? "region" : undefined,
    })
    for (const stretch of whensOf(geometry["when"], isUnknown).stretches)
      yield { stretch, title, places: place === "" ? undefined : [place], step: `/geometry/geometries/${n}` }
  }
}

function geometriesOf(feature: Thing): readonly Thing[] {
  const geometry = isThing(feature["geometry"]) ? feature["geometry"] : {}
  return "geometries" in geometry ? thingsIn(geometry["geometries"]) : [geometry]
}

function innerWhen(feature: Thing): unknown {
  const inner = isThing(feature["properties"]) ? feature["properties"]["when"] : undefined
  return isThing(inner) ? inner : undefined
}

function allDates(feature: Thing): string[] {
  const parts = [feature["names"], feature["namings"], feature["types"], feature["relations"]].flatMap(
    thingsIn,
  )
  const whens = [feature, ...parts, ...geometriesOf(feature)].map(one => one["when"])
  return [...whens, innerWhen(feature)].flatMap(datesIn)
}

function namesOf(feature: Thing): readonly Thing[] {
  return [...thingsIn(feature["names"]), ...thingsIn(feature["namings"])]
}

/** Notes the place that a feature is; "" where nothing names it. */
function notePlace(feature: Thing, title: unknown, where: Place, { book, faults }: Reading): string {
  const names: Record<string, string> = {}
  for (const name of namesOf(feature)) {
    const lang = wordOf(name["lang"]) || "und"
    const toponym = textOfHtml(firstWord(name["toponym"]))
    if (toponym !== "" && /^[a-z]{2,3}([-_]\w+)*$/i.test(lang)) names[lang] ??= toponym
  }
  const own = Object.keys(names).length > 0 ? names : title
  const id = firstWord(feature["@id"], title, names["und"], ...Object.values(names))
  const properties = isThing(feature["properties"]) ? feature["properties"] : {}
  const spot = spotIn(feature, where, faults)
  const country = firstWord(...listOf(properties["ccodes"] ?? properties["ccode"]))
  return book.note(id, {
    name: own || undefined,
    point: spot?.point ?? null,
    precision: spot?.isWide ? "region" : undefined,
    within: book.note(country, { name: country }),
  })
}

function labelOf(one: Thing): string {
  const [source] = thingsIn(one["sourceLabels"])
  return textOfHtml(
    firstWord(one["label"], one["sourceLabel"], source?.["label"], one["label_aat"], one["identifier"]),
  )
}

function typesOf(feature: Thing): string[] {
  return wordsOnce([...thingsIn(feature["types"]), ...thingsIn(feature["placetypes"])].map(labelOf))
}

/** Texts by language where they name one. */
function descriptionOf(feature: Thing): unknown {
  const texts = new Map<string, string>()
  for (const one of thingsIn(feature["descriptions"])) {
    const lang = wordOf(one["lang"]) || "und"
    const text = textOfHtml(firstWord(one["value"]))
    if (text !== "") texts.set(lang, [texts.get(lang), text].filter(Boolean).join("\n\n"))
  }
  if (texts.size === 0) return undefined
  return texts.size === 1 && texts.has("und") ? texts.get("und") : Object.fromEntries(texts)
}

/** Prefixes of addresses that the format's context declares. */
const PREFIXES: Readonly<Record<string, string>> = {
  gn: "https://www.geonames.org/",
  pl: "https://pleiades.stoa.org/places/",
  tgn: "http://vocab.getty.edu/page/tgn/",
  viaf: "https://viaf.org/viaf/",
  wd: "https://www.wikidata.org/wiki/",
  wp: "https://en.wikipedia.org/wiki/",
}

function addressOf(value: unknown): string {
  const [, prefix = "", rest = ""] = /^([a-z]{2,5}):([^/].*)$/.exec(wordOf(value)) ?? []
  return webAddress(PREFIXES[prefix] ? PREFIXES[prefix] + rest : value)
}

function sourcesOf(feature: Thing): string[] {
  const links = thingsIn(feature["links"]).map(link => addressOf(link["identifier"] ?? link["@id"]))
  const cited = [feature, ...namesOf(feature)].flatMap(one => [
    ...thingsIn(one["citations"]),
    ...thingsIn(one["citation"]),
  ])
  return [
    addressOf(feature["@id"]),
    ...links,
    ...cited.map(one => addressOf(one["@id"]) || textOfHtml(firstWord(one["label"]))),
  ]
}

function pictureOf(one: Thing): Record<string, unknown> | null {
  return mediaOf(one["@id"] ?? one["url"], { caption: wordOf(one["title"]), credit: wordOf(one["license"]) })
}
