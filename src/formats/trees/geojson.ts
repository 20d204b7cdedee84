import type { Faults } from "../../model/faults.ts"
import { fieldNamed, type Field } from "../mapping.ts"
import { flat, type Thing } from "../tabular/flat.ts"
import { objectColumns, objectReader } from "../tabular/objectRows.ts"
import { fieldsBeside } from "../tabular/objects.ts"
import { featuresIn, isPlaceholder, pointerOf } from "./features.ts"
import { spotIn, spotOf } from "./geometry.ts"
import type { Tree } from "./tree.ts"
import { isThing, thingsIn } from "./values.ts"

/**
 * GeoJSON (RFC 7946): a feature is an event, told by its properties as a row of a table is by its cells; where it lies is
 * the point of its place, or the middle of what it covers. Features without a date are kept.
 */
export function readGeoJson(value: unknown, faults: Faults): Tree {
  const features = featuresIn(value) ?? []
  const things = thingsIn(features)
  const dates = things.flatMap(feature => datesAmong(feature["properties"]))
  const isUnknown = isPlaceholder(dates)
  if (isUnknown)
    faults.add({
      code: "placeholder-year",
      severity: "repaired",
      where: { pointer: "/features" },
      found: "-1",
    })
  const flatten = (feature: Thing) => cellsOf(feature, isUnknown)
  const reader = objectReader(objectColumns(things, flatten), faults, flatten, "properties")
  /** Places that are known by the middle of a line or an area. */
  const wide = new Set<string>()
  return {
    fields: (isThing(value) && fieldsBeside(value)) || {},
    takePlaces: () => withPrecision(reader.takePlaces(), wide),
    originOf: reader.originOf,
    events: (function* () {
      for (const [index, feature] of features.entries()) {
        const where = { pointer: pointerOf(value, index) }
        if (!isThing(feature)) {
          yield [feature, where] as const
          continue
        }
        const event = reader.read(feature, where) ?? {}
        const spot = spotIn(feature, where, faults)
        if (spot?.isWide) for (const place of (event["places"] as string[] | undefined) ?? []) wide.add(place)
        yield [event, where] as const
      }
    })(),
  }
}

const DATES: ReadonlySet<Field | null> = new Set<Field | null>(["when", "start", "end", "year", "endYear"])

function datesAmong(properties: unknown): string[] {
  if (!isThing(properties)) return []
  return Object.entries(properties).flatMap(([key, value]) =>
    (value === -1 || value === "-1") && DATES.has(fieldNamed(key)) ? ["-1"] : [],
  )
}

/** The cells of a feature: its point first, so that it goes before others in its properties. */
function cellsOf(feature: Thing, isUnknown: boolean): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const spot = spotOf(feature["geometry"])
  if (spot) {
    cells.set("longitude", String(spot.point[0]))
    cells.set("latitude", String(spot.point[1]))
  }
  const own = isThing(feature["properties"]) ? flat(feature["properties"]) : new Map<string, string>()
  for (const [key, value] of own) {
    const field = fieldNamed(key)
    if (isUnknown && value === "-1" && DATES.has(field)) continue
    if (field === "lat" || field === "lon") {
      if (!spot) cells.set(field === "lat" ? "latitude" : "longitude", value)
    } else cells.set(key, value)
  }
  const { id } = feature
  if (typeof id === "string" || typeof id === "number") cells.set("id", String(id))
  return cells
}

function withPrecision(
  places: Record<string, unknown> | null,
  wide: ReadonlySet<string>,
): Record<string, unknown> | null {
  if (places === null) return null
  const entries = Object.entries(places).map(([id, place]) =>
    wide.has(id) && isThing(place) && "point" in place
      ? [id, { ...place, precision: "region" }]
      : [id, place],
  )
  return Object.fromEntries(entries) as Record<string, unknown>
}
