import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { isThing, listOf, type Thing } from "./values.ts"

/** Where a geometry lies on a map: itself if it is a point, else the middle of what it covers. */
export interface Spot {
  readonly point: readonly [longitude: number, latitude: number]
  /** Whether it is more than a point. */
  readonly isWide: boolean
}

/** As deep as coordinates are: those of a MultiPolygon lie four lists down, in collections some more. */
const DEEPEST = 12

/** The spot of a geometry of GeoJSON (RFC 7946), whose positions are [longitude, latitude]; null for none on the earth. */
export function spotOf(geometry: unknown): Spot | null {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity, positions: 0 }
  const visit = (value: unknown, depth: number) => {
    if (depth > DEEPEST) return
    if (isThing(value)) {
      visit(value["coordinates"], depth + 1)
      for (const inner of listOf(value["geometries"])) visit(inner, depth + 1)
    } else if (Array.isArray(value)) {
      const [x, y] = value as readonly unknown[]
      if (typeof x !== "number" || typeof y !== "number") {
        for (const inner of value) visit(inner, depth + 1)
      } else if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
        box.west = Math.min(box.west, x)
        box.east = Math.max(box.east, x)
        box.south = Math.min(box.south, y)
        box.north = Math.max(box.north, y)
        box.positions++
      }
    }
  }
  visit(geometry, 0)
  if (box.positions === 0) return null
  if (box.west === box.east && box.south === box.north) return { point: [box.west, box.south], isWide: false }
  return { point: [middle(box.west, box.east), middle(box.south, box.north)], isWide: true }
}

/** To a metre, which is finer than the middle of anything wide. */
function middle(from: number, to: number): number {
  return Number(((from + to) / 2).toFixed(5))
}

/** The spot of a feature; one that lies on no earth is named. */
export function spotIn({ geometry }: Thing, { pointer = "" }: Place, faults: Faults): Spot | null {
  const spot = spotOf(geometry)
  if (spot === null && isThing(geometry) && hasPositions(geometry)) {
    const where = { pointer: `${pointer}/geometry` }
    faults.add({ code: "bad-point", severity: "left-out", where, found: geometry["coordinates"] })
  }
  return spot
}

/** Whether a geometry has positions, be they on the earth or not. */
function hasPositions(geometry: unknown): boolean {
  return isThing(geometry) && [geometry["coordinates"]].flat(DEEPEST).some(one => typeof one === "number")
}
