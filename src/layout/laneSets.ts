import type { Facet, Table } from "../table/table.ts"
import type { Lane, LaneField } from "./lanes.ts"
import { masksOf } from "./membership.ts"
import { noRows, setRows, type RowWords } from "./rowBits.ts"

/** The sets of some codes' lanes and of their rest, whatever the lanes' order. */
interface Sets {
  readonly byCode: ReadonlyMap<number, RowWords>
  readonly rest: RowWords
}

/** Choices of lanes whose sets are kept: as filters come and go, lanes do so too. */
const KEPT = 4
const kept = new WeakMap<Facet, Map<string, Sets>>()

/**
 * For each lane all rows that stand in it, passing or not: those with its value, or with a value that has no lane and of
 * which its is the nearest above; the lane of code -1 has what stands in no other. Kept from choice to choice.
 */
export function laneSets(
  table: Table,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): readonly RowWords[] {
  if (field === "none") return lanes.map(() => noRows(table.length).fill(0xffff_ffff))
  const facet = table.facets[field]
  const sets = setsOf(
    facet,
    table.length,
    lanes.map(({ code }) => code).filter(code => code >= 0),
  )
  return lanes.map(({ code }) => (code < 0 ? sets.rest : sets.byCode.get(code)!))
}

function setsOf(facet: Facet, length: number, codes: readonly number[]): Sets {
  let known = kept.get(facet)
  if (!known) kept.set(facet, (known = new Map()))
  const key = codes.toSorted((a, b) => a - b).join()
  const before = known.get(key)
  known.delete(key)
  const sets = before ?? makeSets(facet, length, codes)
  known.set(key, sets)
  for (const one of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(one)
  }
  return sets
}

function makeSets(facet: Facet, length: number, codes: readonly number[]): Sets {
  const sets = codes.map(() => noRows(length))
  const masks = masksOf(facet, codes)
  if (facet.postings) {
    const { offsets, codes: rows } = facet.postings
    masks.forEach((mask, code) => {
      for (let left = mask; left !== 0; left &= left - 1)
        setRows(sets[31 - Math.clz32(left & -left)], rows, offsets[code], offsets[code + 1])
    })
  } else if (codes.length > 0) {
    // A row has one value, which may stand in several lanes.
    for (let row = 0; row < length; row++)
      for (let left = masks[facet.codes[row]]; left !== 0; left &= left - 1)
        sets[31 - Math.clz32(left & -left)][row >>> 5] |= 1 << (row & 31)
  }
  const rest = noRows(length)
  for (let i = 0; i < rest.length; i++) {
    let any = 0
    for (const set of sets) any |= set[i]
    rest[i] = ~any
  }
  return { byCode: new Map(codes.map((code, at) => [code, sets[at]])), rest }
}
