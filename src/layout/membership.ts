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

/** The membership of lanes that stand for codes of a facet; `rest` is the place of the rest among them, or -1. */
export function membershipOf(facet: Facet, codes: readonly number[], rest: number): Membership {
  const laneOf = new Map(codes.map((code, at) => [code, at]))
  const masks = Uint32Array.from({ length: facet.values.size }, (_, code) =>
    nearest(facet, code, laneOf).reduce((mask, lane) => mask | (1 << lane), 0),
  )
  return { offsets: facet.offsets, codes: facet.codes, masks, rest: rest < 0 ? 0 : 1 << rest }
}

/** The membership of lanes for a field; null for "none", where the one lane holds everything. */
export function membershipIn(
  table: Table,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): Membership | null {
  if (field === "none") return null
  const codes = lanes.map(lane => lane.code)
  return membershipOf(table.facets[field], codes, codes.indexOf(-1))
}

/** The lanes of a row, as bits. */
export function maskOf({ offsets, codes, masks, rest }: Membership, row: number): number {
  let mask = 0
  for (let i = offsets[row], end = offsets[row + 1]; i < end; i++) mask |= masks[codes[i]]
  return mask === 0 ? rest : mask
}

/** How many of the rows stand in each set of lanes, by the set's bits. */
export function countSets(membership: Membership, rows: Uint32Array, lanes: number): Map<number, number> {
  const counts = new Map<number, number>()
  if (lanes > 16) {
    for (let i = 0; i < rows.length; i++) {
      const mask = maskOf(membership, rows[i])
      counts.set(mask, (counts.get(mask) ?? 0) + 1)
    }
    return counts
  }
  const dense = new Uint32Array(1 << lanes)
  const { offsets, codes, masks, rest } = membership
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    let mask = 0
    for (let j = offsets[row], end = offsets[row + 1]; j < end; j++) mask |= masks[codes[j]]
    dense[mask === 0 ? rest : mask]++
  }
  dense.forEach((count, mask) => {
    if (count > 0) counts.set(mask, count)
  })
  return counts
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
