import type { Facet, Table } from "../table/table.ts"
import type { Lane, LaneField } from "./lanes.ts"

/** Which lanes rows stand in, as sets of bits: bit i is lane i. */
export interface Membership {
  readonly offsets: Uint32Array
  readonly codes: Uint32Array
  /** For each code the lanes of it, or of the nearest above it in the hierarchy that have any. */
  readonly masks: Uint32Array
  /** The lane of what stands in no other; 0 where there is none. */
  readonly rest: number
}

/** A set of bits holds no more lanes; more would be no picture either. */
export const MOST_BITS = 31

/** For each code of a facet the lanes of it, or of the nearest above it that have any; bit i is the lane of codes[i]. */
export function masksOf(facet: Facet, codes: readonly number[]): Uint32Array {
  const laneOf = new Map(
    codes.map((code, at) => [code, at]).filter(([code]) => code! >= 0) as [number, number][],
  )
  return Uint32Array.from({ length: facet.values.size }, (_, code) =>
    nearest(facet, code, laneOf).reduce((mask, lane) => mask | (1 << lane), 0),
  )
}

/** The membership of lanes for a field; null for "none", where the one lane holds everything. */
export function membershipIn(
  table: Table,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): Membership | null {
  if (field === "none") return null
  const facet = table.facets[field]
  const codes = lanes.map(lane => lane.code)
  const rest = codes.indexOf(-1)
  const { offsets, codes: values } = facet
  return { offsets, codes: values, masks: masksOf(facet, codes), rest: rest < 0 ? 0 : 1 << rest }
}

/** The lanes of a row, as bits. */
export function maskOf({ offsets, codes, masks, rest }: Membership, row: number): number {
  let mask = 0
  for (let i = offsets[row], end = offsets[row + 1]; i < end; i++) mask |= masks[codes[i]]
  return mask === 0 ? rest : mask
}

/** Lanes of a code, or of its nearest ancestors that have any. */
function nearest({ values }: Facet, code: number, laneOf: ReadonlyMap<number, number>): number[] {
  const seen = new Set([code])
  let level = [code]
  while (level.length > 0) {
    const lanes = level.map(one => laneOf.get(one)).filter(lane => lane !== undefined)
    if (lanes.length > 0) return lanes
    level = level.flatMap(one => values.parents[one] ?? []).filter(one => !seen.has(one))
    for (const one of level) seen.add(one)
  }
  return []
}
