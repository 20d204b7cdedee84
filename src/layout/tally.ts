import type { Selected } from "../query/engine.ts"
import type { Facet, FacetName } from "../table/table.ts"

/** How often values stand in the passing rows themselves, without what belongs to them, and where first. */
export interface Tally {
  readonly counts: Uint32Array
  /** The first passing row of a value that has any. */
  readonly first: (code: number) => number
}

/** Tallies by whichever is least: what the answer has counted, the rows that pass, or those that do not. */
export function tallyOf(
  facet: Facet,
  name: FacetName,
  { fails, rows, counts: counted, freedBy }: Pick<Selected, "fails" | "rows" | "counts" | "freedBy">,
): Tally {
  // An answer counts with roll-up, and as if the facet's own filter were lifted.
  if (facet.rolled.codes === facet.codes && freedBy[name] === 0)
    return { counts: counted[name], first: firstFinder(facet, rows, counted[name]) }
  const isFew = rows.length * 2 <= fails.length
  const counts = isFew ? new Uint32Array(facet.values.size) : totalOf(facet).slice()
  if (isFew) for (let i = 0; i < rows.length; i++) addRow(facet, rows[i], 1, counts)
  else if (rows.length < fails.length)
    for (let row = 0; row < fails.length; row++) if (fails[row] !== 0) addRow(facet, row, -1, counts)
  return { counts, first: firstFinder(facet, rows, counts) }
}

function addRow({ offsets, codes }: Facet, row: number, step: number, counts: Uint32Array): void {
  for (let i = offsets[row], end = offsets[row + 1]; i < end; i++) counts[codes[i]] += step
}

const totals = new WeakMap<Facet, Uint32Array>()

function totalOf(facet: Facet): Uint32Array {
  let counts = totals.get(facet)
  if (!counts) {
    counts = new Uint32Array(facet.values.size)
    for (let i = 0; i < facet.codes.length; i++) counts[facet.codes[i]]++
    totals.set(facet, counts)
  }
  return counts
}

/** Looks through the passing rows until every value that stands in one has been met; nothing is done before it is asked. */
function firstFinder(
  { offsets, codes, values }: Facet,
  rows: Uint32Array,
  counts: Uint32Array,
): (code: number) => number {
  let first: Uint32Array | null = null
  const find = () => {
    const found = new Uint32Array(values.size).fill(0xffff_ffff)
    let left = 0
    for (let code = 0; code < counts.length; code++) if (counts[code] > 0) left++
    for (let i = 0; i < rows.length && left > 0; i++) {
      const row = rows[i]
      for (let j = offsets[row], end = offsets[row + 1]; j < end; j++) {
        if (found[codes[j]] !== 0xffff_ffff) continue
        found[codes[j]] = row
        left--
      }
    }
    return (first = found)
  }
  return code => (first ?? find())[code]
}
