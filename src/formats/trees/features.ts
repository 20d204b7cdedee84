import { featuresOfTopology } from "./topojson.ts"
import { isThing, listOf, thingsIn, type Thing } from "./values.ts"

/**
 * The features of a value of GeoJSON (RFC 7946): those of a collection, of a list of collections or features as texts after
 * each other give it, one alone, or those of a topology; null where it is none of these.
 */
export function featuresIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) {
    const [first] = value as unknown[]
    if (!isThing(first) || !isMap(first)) return null
    return value.flatMap(one => (isThing(one) && !isFeature(one) ? (featuresIn(one) ?? [one]) : [one]))
  }
  if (!isThing(value)) return null
  if (isFeature(value)) return [value]
  if (value["type"] === "Topology") return featuresOfTopology(value)
  return isMap(value) ? listOf(value["features"]) : null
}

/** Where the nth feature of a value stands. */
export function pointerOf(value: unknown, index: number): string {
  if (Array.isArray(value)) return value.every(one => isThing(one) && isFeature(one)) ? `/${index}` : ""
  return isThing(value) && Array.isArray(value["features"]) ? `/features/${index}` : ""
}

function isMap(value: Thing): boolean {
  return isFeature(value) || (value["type"] === "FeatureCollection" && Array.isArray(value["features"]))
}

export function isFeature(value: Thing): boolean {
  return value["type"] === "Feature" && (isThing(value["properties"]) || "geometry" in value)
}

/** Whether a feature is one of Linked Places, or of GeoJSON with a `when`. */
export function isPlaceInTime(feature: Thing): boolean {
  return (
    "when" in feature ||
    thingsIn(feature["names"]).some(name => "toponym" in name) ||
    thingsIn(feature["namings"]).some(name => "toponym" in name) ||
    (isThing(feature["properties"]) && isThing(feature["properties"]["when"])) ||
    (isThing(feature["geometry"]) &&
      ("when" in feature["geometry"] ||
        thingsIn(feature["geometry"]["geometries"]).some(one => "when" in one)))
  )
}

/** Fewer than these may be the year that they say. */
const SEVERAL = 2

/** Whether -1 stands for "not known" among dates: it is there several times, and no other year near it. */
export function isPlaceholder(dates: readonly string[]): boolean {
  const years = dates.filter(date => /^-0*\d{1,3}$/.test(date)).map(Number)
  return years.filter(year => year === -1).length >= SEVERAL && !years.some(year => year < -1 && year > -100)
}
