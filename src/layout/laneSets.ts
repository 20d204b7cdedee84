import type { Facet, Table } from "../table/table.ts"
import type { Lane, LaneField } from "./lanes.ts"
import { masksOf } from "./membership.ts"
import { noRows, setRows, type RowWords } from "./rowBits.ts"

/** Sets that are kept: as filters come and go, so do lanes. */
const KEPT = 48
const kept = new WeakMap<Facet, Map<string, RowWords>>()

/**
 * For each lane all rows that stand in it, passing or not: those with its value, or with a value that has no lane and of
 * which its is the nearest above; the lane of code -1 has what stands in no other (and bits that are no row's). Kept from
 * choice to choice.
 */
export function laneSets(
  table: Table,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): readonly RowWords[] {
  if (field === "none") return lanes.map(() => noRows(table.length).fill(0xffff_ffff))
  const facet = table.facets[field]
  const codes = lanes.map(({ code }) => code)
  const held = heldBy(facet, codes)
  const sets = rowsWith(
    facet,
    table.length,
    held.filter((_, lane) => codes[lane] >= 0),
  )
  const rest = codes.includes(-1) ? without(sets, table.length) : null
  let next = 0
  return codes.map(code => (code < 0 ? rest! : sets[next++]))
}

/** For each lane the codes that stand in it. */
function heldBy(facet: Facet, lanes: readonly number[]): number[][] {
  const held: number[][] = lanes.map(() => [])
  masksOf(facet, lanes).forEach((mask, code) => {
    for (let left = mask; left !== 0; left &= left - 1) held[31 - Math.clz32(left & -left)].push(code)
  })
  return held
}

/** For each list of codes the rows that have one of them. */
function rowsWith(facet: Facet, length: number, lists: readonly (readonly number[])[]): RowWords[] {
  let known = kept.get(facet)
  if (!known) kept.set(facet, (known = new Map()))
  const wanted = new Map(lists.map(codes => [codes.join(), codes]))
  const missing = [...wanted].filter(([key]) => !known.has(key))
  const made = makeSets(
    facet,
    length,
    missing.map(([, codes]) => codes),
  )
  const sets = new Map(missing.map(([key], i) => [key, made[i]]))
  for (const key of wanted.keys()) {
    const set = known.get(key) ?? sets.get(key)!
    sets.set(key, set)
    // What was used last is given up last.
    known.delete(key)
    known.set(key, set)
  }
  for (const key of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(key)
  }
  return lists.map(codes => sets.get(codes.join())!)
}

function makeSets(facet: Facet, length: number, lists: readonly (readonly number[])[]): RowWords[] {
  const sets = lists.map(() => noRows(length))
  if (facet.postings) {
    const { offsets, codes: rows } = facet.postings
    lists.forEach((codes, i) => {
      for (const code of codes) setRows(sets[i], rows, offsets[code], offsets[code + 1])
    })
  } else if (lists.length > 0) {
    // A row has one value, which may stand in several lanes.
    const masks = new Uint32Array(facet.values.size)
    lists.forEach((codes, i) => codes.forEach(code => (masks[code] |= 1 << i)))
    for (let row = 0; row < length; row++)
      for (let left = masks[facet.codes[row]]; left !== 0; left &= left - 1)
        sets[31 - Math.clz32(left & -left)][row >>> 5] |= 1 << (row & 31)
  }
  return sets
}

function without(sets: readonly RowWords[], length: number): RowWords {
  const rest = noRows(length)
  for (const set of sets) for (let i = 0; i < rest.length; i++) rest[i] |= set[i]
  for (let i = 0; i < rest.length; i++) rest[i] = ~rest[i]
  return rest
}
