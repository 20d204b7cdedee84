import type { Ragged } from "./table.ts"

/** The rows of each of `size` codes, ascending: lists of codes turned about. */
export function turnAbout({ offsets, codes }: Ragged, size: number): Ragged {
  const ends = new Uint32Array(size + 1)
  for (let i = 0; i < codes.length; i++) ends[codes[i]! + 1]!++
  for (let code = 0; code < size; code++) ends[code + 1]! += ends[code]!
  const next = ends.slice()
  const rows = new Uint32Array(codes.length)
  for (let row = 0, i = 0; row < offsets.length - 1; row++)
    for (const end = offsets[row + 1]!; i < end; i++) rows[next[codes[i]!]!++] = row
  return { offsets: ends, codes: rows }
}
