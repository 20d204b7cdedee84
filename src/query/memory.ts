import { FACETS, type Table } from "../table/table.ts"
import { countAll } from "./counts.ts"
import type { Engine, Selected } from "./engine.ts"
import { failingFacet, type Failing } from "./filter.ts"
import { failingSearch } from "./search.ts"
import { CLAUSES, type ClauseName, type Selection } from "./selection.ts"
import { failingKnown, failingTime } from "./time.ts"

/** The engine over a table in memory: answers at once. */
export interface MemoryEngine extends Engine {
  select(selection: Selection): Selected
}

/**
 * Answers questions about a table by plain scans. Each clause's failing rows are kept until that clause changes, so that
 * one choice costs one scan, one merge and one recount.
 */
export function memoryEngine(table: Table): MemoryEngine {
  const kept = new Map<ClauseName, { key: string; failing: Failing }>()
  const failingOf = (clause: ClauseName, key: string, find: () => Failing): Failing => {
    const known = kept.get(clause)
    if (known?.key === key) return known.failing
    const failing = find()
    kept.set(clause, { key, failing })
    return failing
  }
  return {
    select(selection) {
      const fails = new Uint16Array(table.length)
      const merge = (clause: ClauseName, key: string, find: () => Failing) => {
        const failing = failingOf(clause, key, find)
        if (!failing) return
        const bit = CLAUSES.indexOf(clause)
        for (let row = 0; row < fails.length; row++) fails[row]! |= failing[row]! << bit
      }
      for (const facet of FACETS) {
        const choice = selection.facets[facet]
        const together = facet === "actor" && selection.match === "all"
        merge(facet, JSON.stringify([choice, together]), () =>
          failingFacet(table.facets[facet], choice, together),
        )
      }
      const { q, from, to, range, known } = selection
      merge("q", q, () => failingSearch(table, q))
      merge("time", JSON.stringify([from, to, range]), () => failingTime(table, selection))
      merge("known", known ?? "", () => failingKnown(table, known))
      const freed = new Uint32Array(CLAUSES.length)
      const rows = new Uint32Array(table.length)
      let passed = 0
      for (let row = 0; row < fails.length; row++) {
        const bits = fails[row]!
        if (bits === 0) rows[passed++] = row
        else if ((bits & (bits - 1)) === 0) freed[31 - Math.clz32(bits)]!++
      }
      return {
        total: table.length,
        passed,
        fails,
        rows: rows.slice(0, passed),
        counts: countAll(table, fails, selection),
        freedBy: Object.fromEntries(CLAUSES.map((clause, bit) => [clause, freed[bit]!])) as Record<
          ClauseName,
          number
        >,
      }
    },
  }
}
