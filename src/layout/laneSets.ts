import type { Facet, Table } from "../table/table.ts"
import type { Lane, LaneField } from "./lanes.ts"
import { masksOf } from "./membership.ts"
import { everyRow, noRows, setRows, withoutRest, type RowWords } from "./rowBits.ts"

/** Sets that are kept: as filters come and go, so do lanes. */
const KEPT = 48
const kept = new WeakMap<Facet, Map<string, RowWords>>()
const every = new WeakMap<Table, RowWords>()

/**
 * For each lane all rows that stand in it, passing or not: those with its value, or with a value that has no lane and of
 * which its is the nearest above; the lane of code -1 has what stands in no other. The same sets for the same lanes, kept
 * from choice to choice.
 */
export function laneSets(
  table: Table,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): readonly RowWords[] {
  if (field === "none") {
    let all = every.get(table)
    if (!all) every.set(table, (all = everyRow(table.length)))
    return lanes.map(() => all)
  }
  const facet = table.facets[field]
  const codes = lanes.map(({ code }) => code)
  const held = heldBy(facet, codes).filter((_, lane) => codes[lane] >= 0)
  const sets = rowsWith(facet, table.length, held)
  const rest = codes.includes(-1) ? rowsWithout(facet, table.length, held, sets) : null
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
  const known = keptOf(facet)
  const keys = lists.map(String)
  const missing = [...keys.keys()].filter(i => !known.has(keys[i]))
  const made = makeSets(
    facet,
    length,
    missing.map(i => lists[i]),
  )
  missing.forEach((i, at) => known.set(keys[i], made[at]))
  const sets = keys.map(key => known.get(key)!)
  keys.forEach((key, i) => keep(known, key, sets[i]))
  return sets
}

/** The rows that stand in none of the sets, which are of these codes. */
function rowsWithout(
  facet: Facet,
  length: number,
  lists: readonly (readonly number[])[],
  sets: readonly RowWords[],
): RowWords {
  const known = keptOf(facet)
  const key = `-${lists.flat().toSorted((a, b) => a - b)}`
  const rest = known.get(key) ?? without(sets, length)
  keep(known, key, rest)
  return rest
}

function keptOf(facet: Facet): Map<string, RowWords> {
  let known = kept.get(facet)
  if (!known) kept.set(facet, (known = new Map()))
  return known
}

/** What was used last is given up last. */
function keep(known: Map<string, RowWords>, key: string, set: RowWords): void {
  known.delete(key)
  known.set(key, set)
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(oldest)
  }
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
  return withoutRest(rest, length)
}
