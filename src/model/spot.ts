import { pointerTo, type FaultCode, type Faults } from "./faults.ts"
import type { Place, Problem } from "./problem.ts"
import type { Wanted } from "./wanted.ts"

/**
 * Where a field of an event came from, where that goes by a name of the file's own: a column of a table, or a value of an
 * object (RFC 6901, from the object on).
 */
export type Origin = { readonly column: string } | { readonly pointer: string }

/**
 * The origins of the fields of events that were told by columns; null where it is not known. The dates of such events may
 * be written in any form that spreadsheets have.
 */
export type OriginOf = (field: string) => Origin | null

/**
 * Where a value stands in the input, and who hears what is wrong with it. The place is worked out only when something
 * is wrong: writing a pointer for each of a million sound events would take longer than to check them.
 */
export interface Spot {
  readonly faults: Faults
  readonly parent: Spot | null
  readonly path: readonly (string | number)[]
  readonly place: (() => Place) | null
  /** Of an event that was told by columns. */
  readonly originOf: OriginOf | null
  /** For lists that lost entries: where those that remain stood in the input, by the list's field. */
  readonly moved: ReadonlyMap<string, readonly number[]> | null
}

const NO_STEP: readonly never[] = []

/** The spot of a whole value, which stands at the place. */
export function spotAt(faults: Faults, place: () => Place, originOf: OriginOf | null = null): Spot {
  return { faults, parent: null, path: NO_STEP, place, originOf, moved: null }
}

/** The spot of a field or entry, by its path from a spot. */
export function within(spot: Spot, ...path: readonly (string | number)[]): Spot {
  return { faults: spot.faults, parent: spot, path, place: null, originOf: null, moved: null }
}

/** The same spot, after entries of its lists were taken out. */
export function withMoved(spot: Spot, moved: Spot["moved"]): Spot {
  return moved && moved.size > 0 ? { ...spot, moved } : spot
}

/** Whether a spot lies in an event that was told by columns. */
export function isByColumns(spot: Spot): boolean {
  return spot.parent ? isByColumns(spot.parent) : spot.originOf !== null
}

/** The place of a spot in the input: that of the whole, and the pointer to it; in a table its column as well. */
export function whereOf(spot: Spot): Place {
  const path: (string | number)[] = []
  let root = spot
  for (; root.parent; root = root.parent) {
    path.unshift(...root.path)
    original(root.parent, path)
  }
  const place = root.place?.() ?? {}
  if (path.length === 0) return place
  const origin = root.originOf?.(String(path[0])) ?? null
  if (origin && "pointer" in origin) {
    const from = `${place.pointer ?? ""}${origin.pointer}`
    return { ...place, pointer: path.slice(1).reduce<string>(pointerTo, from) }
  }
  return { ...place, ...origin, pointer: path.reduce<string>(pointerTo, place.pointer ?? "") }
}

/** Puts the index that an entry had in the input for the one that it has now. */
function original(spot: Spot, path: (string | number)[]): void {
  const [field, index] = path
  if (spot.moved === null || typeof index !== "number") return
  path[1] = spot.moved.get(String(field))?.[index] ?? index
}

/** Notes a fault of what stands at a spot. */
export function report(
  spot: Spot,
  code: FaultCode,
  severity: Problem["severity"],
  found: unknown,
  wanted?: Wanted,
): void {
  spot.faults.add({ code, severity, where: whereOf(spot), found, wanted })
}
