import { geoMercator, geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo"
import type { Feature, FeatureCollection, MultiPoint } from "geojson"
import { useMemo } from "react"
import { feature } from "topojson-client"
import type { GeometryCollection, Topology } from "topojson-specification"
import outlines from "../../data/outlines/countries-110m.json"
import { useFullReader } from "./fullReader.ts"
import { nameOfId } from "./reader.ts"

const WIDTH = 320
const HEIGHT = 180
/** Never closer than this many degrees across: the outlines are coarse, and a town alone says nothing. */
const LEAST_DEGREES = 14
const RADIUS = { point: 3.5, city: 4.5, region: 12, country: 20 }

const topology = outlines as unknown as Topology<{ countries: GeometryCollection }>
let countries: FeatureCollection | null = null

/** A small map of an event's places, drawn from outlines that ship with the page: no tile server is ever asked. */
export default function PlaceMap({ ids }: { ids: readonly string[] }) {
  const reader = useFullReader()
  const { table, words } = reader
  const places = useMemo(
    () =>
      ids.flatMap(id => {
        const place = table.document.places.get(id)
        return place?.point ? [{ id, point: place.point, precision: place.precision ?? "point" }] : []
      }),
    [ids, table],
  )
  const drawn = useMemo(() => {
    if (places.length === 0) return null
    countries ??= feature(topology, topology.objects.countries)
    const projection = fitted(places.map(place => place.point))
    return { land: geoPath(projection)(countries) ?? "", projection }
  }, [places])
  if (!drawn) return null
  const label = `${words.mapOf}: ${words.list(places.map(({ id }) => nameOfId(reader, "place", id)))}`
  return (
    <svg
      className="place-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      direction="ltr"
    >
      <path className="land" d={drawn.land} />
      {places.map(({ id, point, precision }) => {
        const at = drawn.projection(point as [number, number])
        if (!at) return null
        const area = precision === "region" || precision === "country"
        return (
          <g key={id} transform={`translate(${at[0]} ${at[1]})`}>
            <circle className={area ? "place-area" : "place-dot"} r={RADIUS[precision]} />
            <text y={-RADIUS[precision] - 4} textAnchor="middle">
              {nameOfId(reader, "place", id)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** A projection that shows all points with land around them; the whole world where they lie far apart. */
function fitted(points: readonly (readonly [number, number])[]): GeoProjection {
  const longitudes = points.map(p => p[0])
  const latitudes = points.map(p => p[1])
  const middle = [
    (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
    (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
  ] as const
  const wide = Math.max(LEAST_DEGREES, (Math.max(...longitudes) - Math.min(...longitudes)) * 1.4)
  const high = Math.max(LEAST_DEGREES / 2, (Math.max(...latitudes) - Math.min(...latitudes)) * 1.5)
  if (wide > 120) return geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: "Sphere" })
  const box: Feature<MultiPoint> = {
    type: "Feature",
    properties: {},
    geometry: {
      type: "MultiPoint",
      coordinates: [
        [middle[0] - wide / 2, Math.max(-80, middle[1] - high / 2)],
        [middle[0] + wide / 2, Math.min(80, middle[1] + high / 2)],
      ],
    },
  }
  return geoMercator()
    .fitSize([WIDTH, HEIGHT], box)
    .clipExtent([
      [-10, -10],
      [WIDTH + 10, HEIGHT + 10],
    ])
}
