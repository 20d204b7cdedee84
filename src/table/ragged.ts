import type { Ragged } from "./table.ts"

/** Collects a list of codes for each row; a row without a value gets the one code 0, "not stated". */
export function raggedBuilder(rows: number): { add(codes: readonly number[]): void; build(): Ragged } {
  const offsets = new Uint32Array(rows + 1)
  let codes = new Uint32Array(Math.max(16, rows * 2))
  let row = 0
  let length = 0
  return {
    add(list) {
      if (length + list.length + 1 > codes.length) {
        const larger = new Uint32Array(codes.length * 2 + list.length)
        larger.set(codes.subarray(0, length))
        codes = larger
      }
      if (list.length === 0) codes[length++] = 0
      else for (const code of list) codes[length++] = code
      offsets[++row] = length
    },
    build: () => ({ offsets, codes: codes.slice(0, length) }),
  }
}

/**
 * The lists closed under their parents, each code once a row: the roll-up, made once so that filtering by a whole is as
 * cheap as by a part. The same arrays where nothing is part of anything.
 */
export function rollUp(lists: Ragged, parents: readonly (readonly number[])[]): Ragged {
  if (parents.every(above => above.length === 0)) return lists
  const closures = parents.map((_, code) => ancestors(code, parents))
  const rows = lists.offsets.length - 1
  const builder = raggedBuilder(rows)
  const seen = new Uint32Array(parents.length)
  for (let row = 0; row < rows; row++) {
    const all: number[] = []
    for (let i = lists.offsets[row]!; i < lists.offsets[row + 1]!; i++)
      for (const code of closures[lists.codes[i]!]!) {
        if (seen[code] === row + 1) continue
        seen[code] = row + 1
        all.push(code)
      }
    builder.add(all)
  }
  return builder.build()
}

/** A code and everything that it is part of. */
function ancestors(code: number, parents: readonly (readonly number[])[]): number[] {
  const found = [code]
  for (let i = 0; i < found.length; i++)
    for (const parent of parents[found[i]!]!) if (!found.includes(parent)) found.push(parent)
  return found
}
