import { saying, wordOf } from "./values.ts"

/** What is told of a place where an event names it. */
export interface PlaceWords {
  /** A name, or names by language; the id where left out. */
  readonly name?: unknown
  readonly point?: readonly [longitude: number, latitude: number] | null
  readonly precision?: "point" | "city" | "region" | "country" | undefined
  readonly within?: string
}

/** Places as they are met; the first that is told of one counts. */
export interface PlaceBook {
  /** Notes a place by its id; gives the id, or "" for none. */
  note(id: string, words: PlaceWords): string
  /** Those noted since this was last asked, as a document's `places`. */
  take(): Record<string, unknown> | null
}

export function placeBook(): PlaceBook {
  const known = new Set<string>()
  let fresh: Record<string, unknown> | null = null
  return {
    note(id, { name, point, precision, within }) {
      if (id === "" || known.has(id)) return id
      known.add(id)
      const told = saying({ point: point ?? undefined, precision: point ? precision : undefined, within })
      if (name === undefined && Object.keys(told).length === 0) return id
      fresh ??= {}
      // A place may be called __proto__.
      Object.defineProperty(fresh, id, { value: { name: name ?? id, ...told }, enumerable: true })
      return id
    },
    take() {
      const taken = fresh
      fresh = null
      return taken
    },
  }
}

/** [longitude, latitude] of two numbers, or of texts that say them; null for what lies on no map. */
export function pointOf(longitude: unknown, latitude: unknown): readonly [number, number] | null {
  const [x, y] = [wordOf(longitude), wordOf(latitude)]
  if (x === "" || y === "") return null
  const [lon, lat] = [Number(x), Number(y)]
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
}
