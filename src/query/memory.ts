import { FACETS, type FacetName, type Table } from "../table/table.ts"
import { countFacet, partOf, type Part } from "./counts.ts"
import type { Engine, Selected } from "./engine.ts"
import { failingFacet, type Failing } from "./filter.ts"
import { createSearcher } from "./search.ts"
import { CLAUSES, type ClauseName, type Selection } from "./selection.ts"
import { failingKnown, failingTime } from "./time.ts"

/** The engine over a table in memory: answers at once. */
export interface MemoryEngine extends Engine {
  select(selection: Selection): Selected
}

/**
 * Answers questions about a table. What one question shares with the last is not asked again: a clause that stays keeps
 * its bits, a facet whose own clause alone changed keeps its counts, and what passes is counted from whichever side is
 * the smaller. An answer is never written to again.
 */
export function memoryEngine(table: Table): MemoryEngine {
  const searcher = createSearcher(table)
  let keys = CLAUSES.map(() => "")
  let last: Selected | null = null
  /** For each facet by what its counts were made: the keys of all clauses that they heed. */
  const countedBy = new Map<FacetName, string>()

  const failingOf = (clause: ClauseName, selection: Selection): Failing => {
    if (clause === "q") return searcher.failing(selection.q)
    if (clause === "time") return failingTime(table, selection)
    if (clause === "known") return failingKnown(table, selection.known)
    const together = clause === "actor" && selection.match === "all"
    return failingFacet(table.facets[clause], selection.facets[clause], together)
  }

  return {
    select(selection) {
      const asked = CLAUSES.map(clause => keyOf(clause, selection))
      if (last && asked.every((key, i) => key === keys[i])) return last
      const before = last
      const fails = before ? before.fails.slice() : new Uint16Array(table.length)
      CLAUSES.forEach((clause, bit) => {
        if (asked[bit] !== keys[bit]) setBit(fails, bit, failingOf(clause, selection))
      })
      keys = asked
      const { rows, freed } = divide(fails)
      const counts = {} as Record<FacetName, Uint32Array>
      let passing: Part | null = null
      for (const facet of FACETS) {
        const own = CLAUSES.indexOf(facet)
        // With match=all the actors that are chosen stay required beside each other.
        const isHeeded =
          facet === "actor" && selection.match === "all" && selection.facets.actor.include.length > 0
        const heeded = JSON.stringify(isHeeded ? keys : keys.map((key, bit) => (bit === own ? "" : key)))
        if (before && countedBy.get(facet) === heeded) {
          counts[facet] = before.counts[facet]
          continue
        }
        const forgiven = isHeeded ? 0 : freed[own]!
        const part =
          forgiven === 0
            ? (passing ??= partFrom(fails, rows))
            : partOf(fails, 0xffff & ~(1 << own), rows.length + forgiven)
        counts[facet] = countFacet(table.facets[facet], part)
        countedBy.set(facet, heeded)
      }
      return (last = {
        total: table.length,
        passed: rows.length,
        fails,
        rows,
        counts,
        freedBy: Object.fromEntries(CLAUSES.map((clause, bit) => [clause, freed[bit]!])) as Record<
          ClauseName,
          number
        >,
      })
    },
  }
}

/** All that a clause asks, as text; "" where it lets every event pass. */
function keyOf(clause: ClauseName, { facets, match, q, from, to, range, known }: Selection): string {
  if (clause === "q") return q.trim()
  if (clause === "time") return from === null && to === null ? "" : JSON.stringify([from, to, range])
  if (clause === "known") return known === null ? "" : `=${known}`
  const { include, exclude } = facets[clause]
  if (include.length === 0 && exclude.length === 0) return ""
  return JSON.stringify([include, exclude, clause === "actor" && match === "all"])
}

/** Writes one clause's bit of every row. */
function setBit(fails: Uint16Array, bit: number, failing: Failing): void {
  const others = 0xffff & ~(1 << bit)
  if (!failing) for (let row = 0; row < fails.length; row++) fails[row]! &= others
  else
    for (let row = 0; row < fails.length; row++) fails[row] = (fails[row]! & others) | (failing[row]! << bit)
}

/** What passes, by the list of it that is there already, unless what does not is shorter. */
function partFrom(fails: Uint16Array, rows: Uint32Array): Part {
  return rows.length * 2 > fails.length ? partOf(fails, 0xffff, rows.length) : { rows, isRest: false }
}

/** For each set of clauses that a row can fail: the one clause, or one past the last where there are none or several. */
const ALONE = Uint8Array.from({ length: 1 << CLAUSES.length }, (_, bits) =>
  bits !== 0 && (bits & (bits - 1)) === 0 ? 31 - Math.clz32(bits) : CLAUSES.length,
)

/** The rows that pass, and for each clause how many fail it alone. */
function divide(fails: Uint16Array): { readonly rows: Uint32Array; readonly freed: Uint32Array } {
  const rows = new Uint32Array(fails.length + 1)
  const freed = new Uint32Array(CLAUSES.length + 1)
  let passed = 0
  for (let row = 0; row < fails.length; row++) {
    const bits = fails[row]!
    rows[passed] = row
    passed += bits === 0 ? 1 : 0
    freed[ALONE[bits]!]!++
  }
  // A view of nearly all costs nothing; of a few it would keep the whole alive.
  return { rows: passed * 2 > rows.length ? rows.subarray(0, passed) : rows.slice(0, passed), freed }
}
