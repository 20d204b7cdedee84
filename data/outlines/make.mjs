/**
 * Makes countries-110m.json from the package world-atlas: without what the map does not use (names, the land as a whole)
 * and to a fiftieth of a degree, which is less than a pixel of it. Run `node data/outlines/make.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { quantize } from "topojson-client"

const DIVISIONS = 2e4

const { arcs, objects, transform, bbox, type } = JSON.parse(
  readFileSync(new URL(import.meta.resolve("world-atlas/countries-110m.json")), "utf8"),
)
const { scale, translate } = transform
/** Places in degrees, of steps in the package's own grid. */
const inDegrees = arcs.map(arc => {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
})
const geometries = objects.countries.geometries.map(({ type, arcs }) => ({ type, arcs }))
const bare = { type, bbox, objects: { countries: { type: "GeometryCollection", geometries } }, arcs: inDegrees }
writeFileSync(
  new URL("countries-110m.json", import.meta.url),
  `${JSON.stringify(quantize(bare, DIVISIONS))}\n`,
)
