import type { Facet } from "../table/table.ts"

/** Codes of the values that some rows state in a facet; "not stated" is none of them. */
export function statedIn({ offsets, codes }: Facet, rows: Uint32Array): Set<number> {
  const stated = new Set<number>()
  for (const row of rows) for (let i = offsets[row]!; i < offsets[row + 1]!; i++) stated.add(codes[i]!)
  stated.delete(0)
  return stated
}
