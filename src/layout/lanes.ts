import { laneSets } from "./laneSets.ts"
import { maskOf, membershipIn, MOST_BITS } from "./membership.ts"
import { passingOf } from "./passing.ts"
import { countBoth, sizeOf, type RowWords } from "./rowBits.ts"
import { tallyOf, type Tally } from "./tally.ts"
import type { Selected } from "../query/engine.ts"
import type { Facet, FacetName, Table } from "../table/table.ts"

/** What lanes can stand for. */
export type LaneField = Exclude<FacetName, "tag"> | "none"

export interface Lane {
  /** Code of its value in the facet's dictionary; -1 for the rest, and for the one lane of "none". */
  readonly code: number
  /** Id of its value; "" for the rest. */
  readonly id: string
  readonly name: string
  /** Passing rows that stand in it, undated ones included. */
  readonly count: number
  /** How many of the lanes right above it lie over it in the hierarchy. */
  readonly depth: number
  readonly pinned: boolean
}

export interface LaneOptions {
  /** Ids that stand on top, in this order. */
  readonly pins: readonly string[]
  /** Most lanes that are not pinned, without the rest. */
  readonly most: number
  readonly sort: "importance" | "first" | "count" | "name"
  /** Name of a code; asked with -1 for the rest. */
  readonly name: (code: number) => string
  /** BCP 47, for sorting by name. */
  readonly lang?: string
}

/** Up to so many values, each has its lane however little it holds. */
const FEW = 6

/**
 * Lanes for a field: the pinned ones, then those that matter most for the passing rows, then one for the rest if anything
 * is left for it. Values that hold a single event and belong to a greater one stand with it, so that a lane says
 * something; codes that are not ids of the facet are ignored. "none" gives one lane.
 */
export function chooseLanes(
  table: Table,
  selected: Pick<Selected, "fails" | "rows" | "counts" | "freedBy">,
  field: LaneField,
  { pins, most, sort, name, lang }: LaneOptions,
): Lane[] {
  const single = { code: -1, id: "", name: name(-1), count: selected.rows.length, depth: 0, pinned: false }
  if (field === "none") return [single]
  const facet = table.facets[field]
  const pinned = [...new Set(pins.map(id => facet.values.code(id)))]
    .filter(code => code >= 0)
    .slice(0, MOST_BITS - 1 - most)
  const tally = tallyOf(facet, field, selected)
  const chosen = choose(facet, tally, pinned, most)
  const candidates = [...pinned, ...chosen]
  const sets = laneSets(
    table,
    field,
    [...candidates, -1].map(code => ({ code })),
  ).map(set => passingOf(set, selected))
  const counts = sets.map(sizeOf)
  const known = new Map(candidates.map((code, at) => [code, counts[at]]))
  const setOf = new Map(candidates.map((code, at) => [code, sets[at].words]))
  const ordered = order(
    chosen,
    code => setOf.get(code)!,
    code => known.get(code)!,
    tally.first,
    sort,
    name,
    lang,
  )
  const codes = [...pinned, ...ordered]
  const depths = depthsOf(facet, codes)
  const lanes = codes.map((code, at) => ({
    code,
    id: facet.values.ids[code],
    name: name(code),
    count: known.get(code)!,
    depth: depths[at],
    pinned: at < pinned.length,
  }))
  const rest = counts.at(-1)!
  if (rest > 0 || lanes.length === 0) lanes.push({ ...single, count: rest })
  return lanes
}

/**
 * For a row, the lanes it stands in, ascending: those of its own values, or where one of them has none, the nearest above
 * it in the hierarchy that has; the rest where nothing is found, and no lane at all only if there is no rest. The array
 * is the same at every call.
 */
export function lanesOf(
  table: Table,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): (row: number) => readonly number[] {
  const rest = lanes.findIndex(lane => lane.code === -1)
  if (field === "none") return () => (rest < 0 ? [] : [rest])
  const membership = membershipIn(table, field, lanes)!
  const found: number[] = []
  return row => {
    found.length = 0
    for (let mask = maskOf(membership, row); mask !== 0; mask &= mask - 1)
      found.push(31 - Math.clz32(mask & -mask))
    return found
  }
}

/** Codes of the lanes that are not pinned, in no order that matters. */
function choose(facet: Facet, { counts, first }: Tally, pinned: readonly number[], most: number): number[] {
  const held = new Map<number, number>()
  for (let code = 0; code < counts.length; code++) if (counts[code] > 0) held.set(code, counts[code])
  for (const code of pinned) held.delete(code)
  if (held.size > Math.min(FEW, most)) gather(facet, held, pinned)
  const rank = (code: number) => (code === 0 ? 0 : held.get(code)!)
  return [...held.keys()].toSorted((a, b) => rank(b) - rank(a) || first(a) - first(b) || a - b).slice(0, most)
}

/**
 * Values with a single event go together in the nearest value above them that has others too: a ship's with the navy's.
 * One that finds no company keeps its lane; what belongs to a pinned value stands with it.
 */
function gather({ values }: Facet, held: Map<number, number>, pinned: readonly number[]): void {
  const { parents } = values
  const depth = depthFinder(parents)
  const singles = new Map<number, number[]>()
  for (const [code, count] of held) if (count === 1 && code !== 0) singles.set(code, [code])
  const levels = new Map<number, Set<number>>()
  const visit = (code: number) => {
    const level = levels.get(depth(code))
    if (level) level.add(code)
    else levels.set(depth(code), new Set([code]))
  }
  for (const code of singles.keys()) visit(code)
  for (let level = Math.max(0, ...levels.keys()); level >= 0; level--) {
    // The deepest first, so that the navy is looked at once its ships have come.
    for (const code of levels.get(level) ?? []) {
      const bundle = singles.get(code)!
      const own = held.get(code) ?? 0
      const isLane = bundle.length > 1 || own > 1 || pinned.includes(code)
      if (isLane) {
        for (const one of bundle) held.delete(one)
        if (!pinned.includes(code)) held.set(code, bundle.length + (own > 1 ? own : 0))
        continue
      }
      const parent = parents[code]?.[0]
      if (parent === undefined || depth(parent) >= level) continue
      singles.set(parent, [...(singles.get(parent) ?? []), ...bundle])
      visit(parent)
    }
  }
}

function depthFinder(parents: readonly (readonly number[])[]): (code: number) => number {
  const known = new Map<number, number>()
  const depth = (code: number): number => {
    const before = known.get(code)
    if (before !== undefined) return before
    // Set first, so that a circle in the hierarchy ends.
    known.set(code, 0)
    const parent = parents[code]?.[0]
    const found = parent === undefined ? 0 : depth(parent) + 1
    known.set(code, found)
    return found
  }
  return depth
}

function order(
  codes: readonly number[],
  setOf: (code: number) => RowWords,
  count: (code: number) => number,
  first: (code: number) => number,
  sort: LaneOptions["sort"],
  name: (code: number) => string,
  lang?: string,
): number[] {
  const stated = codes.filter(code => code !== 0)
  const unstated = codes.filter(code => code === 0)
  const byCount = (a: number, b: number) => count(b) - count(a) || first(a) - first(b) || a - b
  if (sort === "name") {
    const { compare } = new Intl.Collator(lang)
    return [...stated.toSorted((a, b) => compare(name(a), name(b)) || a - b), ...unstated]
  }
  if (sort === "first")
    return [...stated.toSorted((a, b) => first(a) - first(b) || byCount(a, b)), ...unstated]
  if (sort === "count") return [...stated.toSorted(byCount), ...unstated]
  const inTime = stated.toSorted((a, b) => first(a) - first(b) || a - b)
  return [...besideEachOther(inTime, inTime.map(setOf), count), ...unstated]
}

/**
 * The greatest first, a joint event counting for more since it ties lanes together; but lanes that share events follow
 * each other, so that ties are short.
 */
function besideEachOther(
  codes: readonly number[],
  sets: readonly RowWords[],
  count: (code: number) => number,
): number[] {
  const n = codes.length
  const shared = new Float64Array(n * n)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < a; b++) shared[a * n + b] = shared[b * n + a] = countBoth(sets[a], sets[b])
  const weight = codes.map(
    (code, at) => count(code) + shared.subarray(at * n, at * n + n).reduce((a, b) => a + b, 0),
  )
  const left = codes.map((_, at) => at)
  const ordered: number[] = []
  while (left.length > 0) {
    const last = ordered.at(-1)
    const worth = (at: number) => weight[at] + (last === undefined ? 0 : 4 * shared[last * n + at])
    let best = 0
    for (let i = 1; i < left.length; i++) if (worth(left[i]) > worth(left[best])) best = i
    ordered.push(...left.splice(best, 1))
  }
  return ordered.map(at => codes[at])
}

/** Depth of each lane under the unbroken run of its ancestors and their other descendants right above it. */
function depthsOf({ values }: Facet, codes: readonly number[]): number[] {
  const above: number[] = []
  return codes.map(code => {
    const over = ancestorsOf(values.parents, code)
    while (above.length > 0 && !over.has(above.at(-1)!)) above.pop()
    above.push(code)
    return above.length - 1
  })
}

function ancestorsOf(parents: readonly (readonly number[])[], code: number): Set<number> {
  const found = new Set<number>()
  const visit = (one: number) => {
    for (const parent of parents[one] ?? []) {
      if (found.has(parent)) continue
      found.add(parent)
      visit(parent)
    }
  }
  visit(code)
  return found
}
