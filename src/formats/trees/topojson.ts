import { isThing, listOf, thingsIn, type Thing } from "./values.ts"

/**
 * The features of a topology (github.com/topojson/topojson-specification), whose geometries are given by arcs that they
 * share and by positions that may be steps on a grid. Lines and areas become the positions that they pass through, in no
 * order, which is enough to say where they lie.
 */
export function featuresOfTopology(topology: Thing): readonly Thing[] {
  const place = gridOf(topology["transform"])
  const arcs = listOf(topology["arcs"]).map(arc => positionsOf(arc, place))
  const featureOf = (geometry: Thing): Thing => ({
    type: "Feature",
    id: geometry["id"],
    properties: geometry["properties"] ?? {},
    geometry: { type: "MultiPoint", coordinates: coordinatesOf(geometry, arcs, place, 0) },
  })
  const objects = isThing(topology["objects"]) ? Object.values(topology["objects"]) : []
  return objects.filter(isThing).flatMap(object => {
    const inner = object["type"] === "GeometryCollection" ? thingsIn(object["geometries"]) : [object]
    return inner.map(featureOf)
  })
}

function numbersIn(value: unknown): number[] {
  return listOf(value).filter(one => typeof one === "number")
}

type Position = readonly [number, number]
type Grid = (x: number, y: number) => Position

function gridOf(transform: unknown): Grid | null {
  const part = (key: string) => (isThing(transform) ? numbersIn(transform[key]) : [])
  const [kx = 1, ky = 1] = part("scale")
  const [dx = 0, dy = 0] = part("translate")
  return isThing(transform) ? (x, y) => [x * kx + dx, y * ky + dy] : null
}

/** Positions of an arc; on a grid each is a step from the one before. */
function positionsOf(arc: unknown, grid: Grid | null): readonly Position[] {
  let [x, y] = [0, 0]
  return listOf(arc).flatMap(step => {
    const [a, b] = numbersIn(step)
    if (a === undefined || b === undefined) return []
    ;[x, y] = grid ? [x + a, y + b] : [a, b]
    return [grid ? grid(x, y) : ([x, y] as const)]
  })
}

/** As deep as lists of arcs and collections lie in each other. */
const DEEPEST = 8

function coordinatesOf(
  geometry: Thing,
  arcs: readonly (readonly Position[])[],
  grid: Grid | null,
  depth: number,
): readonly Position[] {
  const own = (value: unknown, level: number): readonly Position[] => {
    const list = listOf(value)
    const [x, y] = list
    if (level > DEEPEST) return []
    if (typeof x === "number" && typeof y === "number") return [grid ? grid(x, y) : [x, y]]
    return list.flatMap(inner => own(inner, level + 1))
  }
  const along = (value: unknown, level: number): readonly Position[] => {
    // An arc that runs the other way has its number inverted.
    if (typeof value === "number") return arcs[value < 0 ? ~value : value] ?? []
    return level > DEEPEST ? [] : listOf(value).flatMap(inner => along(inner, level + 1))
  }
  const inner = depth > DEEPEST ? [] : thingsIn(geometry["geometries"])
  return [
    ...(geometry["coordinates"] === undefined ? [] : own(geometry["coordinates"], 0)),
    ...(geometry["arcs"] === undefined ? [] : along(geometry["arcs"], 0)),
    ...inner.flatMap(one => coordinatesOf(one, arcs, grid, depth + 1)),
  ]
}
