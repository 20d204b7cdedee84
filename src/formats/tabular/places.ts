import type { Faults } from "../../model/faults.ts"
import type { Place } from "../../model/problem.ts"
import { said } from "./cells.ts"
import { degreesIn, isOnEarth, pointIn, type Point } from "./coordinates.ts"
import { levelOf } from "./levels.ts"
import { listOf, type Columns } from "./lists.ts"

/** Where a table has places: names, what they lie in, and points. */
export interface PlaceColumns {
  readonly places: Columns
  readonly within: readonly number[]
  readonly lat: number
  readonly lon: number
}

/** Reads where the event of a row happened, and collects what is to be said of those places. */
export interface PlaceReader {
  /** Ids of places; null where the row names none. */
  read(row: readonly string[], where: Place): string[] | null
  /** Places met since this was last asked, with their points and what they lie in. */
  take(): Record<string, unknown> | null
}

/**
 * A reader of places: the place itself; where a table has wider ones beside it, what it lies in; where it has a point,
 * that. The same name in two provinces is two places. Points that lie on no earth are reported and left out. A row without
 * a name is at its point, or in what it lies in where points are not its own (`hasOwnPoints`) but the middle of that.
 */
export function placeReader(
  { places, within, lat, lon }: PlaceColumns,
  header: readonly string[],
  faults: Faults,
  hasOwnPoints: boolean,
): PlaceReader {
  const wider = within.toSorted((a, b) => levelOf(header[a] ?? "") - levelOf(header[b] ?? ""))
  /** What each id lies in; null where that was not said. */
  const declared = new Map<string, string | null>()
  let fresh: Record<string, unknown> | null = null

  const idOf = (name: string, whole: string | null, point: Point | null): string => {
    const before = declared.get(name)
    const id =
      before === undefined || before === null || whole === null || before === whole
        ? name
        : `${name}, ${whole}`
    if (declared.has(id)) return id
    declared.set(id, whole)
    fresh ??= Object.create(null) as Record<string, unknown>
    fresh[id] = { name, ...(whole !== null && whole !== id && { within: whole }), ...(point && { point }) }
    return id
  }
  const pointOf = (row: readonly string[], where: Place): Point | null => {
    if (lat < 0) return null
    const [y, x] = [said(row[lat]), lon < 0 ? "" : said(row[lon])]
    if (y === "" || (lon >= 0 && x === "")) return lon >= 0 && y !== "" ? pairIn(y) : null
    const point: Point | null = lon < 0 ? pointIn(y) : [degreesIn(x), degreesIn(y)]
    if (point === null || isOnEarth(point)) return point
    const found = lon < 0 ? y : `${y}, ${x}`
    faults.add({ code: "bad-point", severity: "left-out", where: { ...where, column: header[lat] }, found })
    return null
  }
  return {
    take() {
      const taken = fresh
      fresh = null
      return taken
    },
    read(row, where) {
      const own = listOf(row, places)
      if (wider.length === 0 && lat < 0) return own
      const wholes = wider
        .map(column => said(row[column]))
        .filter((name, i, all) => name !== "" && name !== all[i - 1])
      const point = pointOf(row, where)
      const isAtPoint = point !== null && (hasOwnPoints || wholes.length === 0)
      const names = own ?? (isAtPoint ? [nameOf(point)] : wholes.slice(0, 1))
      if (names.length === 0) return null
      const around = own || isAtPoint ? wholes : wholes.slice(1)
      // A city that is a province of its own is one place with it.
      const outside = around[0] === names[0] ? around.slice(1) : around
      const whole = outside.reduceRight<string | null>((parent, name) => idOf(name, parent, null), null)
      return names.map(name => idOf(name, whole, point))
    },
  }
}

/** A point that stands alone in the column of latitudes. */
function pairIn(cell: string): Point | null {
  const point = /[,;(\s]/.test(cell) ? pointIn(cell) : null
  return point && isOnEarth(point) ? point : null
}

function nameOf([x, y]: Point): string {
  return `${Number(y.toFixed(5))}, ${Number(x.toFixed(5))}`
}
