import { FACETS, type FacetName, type Table } from "../table/table.ts"
import { changeBetween, PATTERNS, setBit } from "./bits.ts"
import { recount, totalsOf } from "./counts.ts"
import type { Engine, Selected } from "./engine.ts"
import { failingFacet } from "./filter.ts"
import { collect, rowLists } from "./lists.ts"
import type { Searcher } from "./search.ts"
import { CLAUSES, type ClauseName, type Selection } from "./selection.ts"
import type { Extras } from "./extras.ts"

/** The engine over a table in memory: answers at once. */
export interface MemoryEngine extends Engine {
  select(selection: Selection): Selected
}

/** The same where not every selection may be asked yet. */
export interface TableEngine extends MemoryEngine {
  /** The last answer that it gave; null before the first. */
  latest(): Selected | null
}

/** An answer with what the next one starts from. */
interface State {
  readonly answer: Selected
  /** What each clause asks, as text; "" where it lets every event pass. */
  readonly keys: Readonly<Record<ClauseName, string>>
  /** How many rows have each value of `fails`. */
  readonly patterns: Uint32Array
  /** The bit that each facet's counts forgave. */
  readonly forgiven: Readonly<Record<FacetName, number>>
}

const BITS = Object.fromEntries(CLAUSES.map((clause, i) => [clause, 1 << i])) as Record<ClauseName, number>

/**
 * Whether a selection asks for values alone, and so can be answered without the extras. These are no part of the page's
 * first load, since few addresses ask for them.
 */
export function isPlain({ q, from, to, known }: Selection): boolean {
  return q.trim() === "" && from === null && to === null && known === null
}

/**
 * Answers questions about a table by what changed since the last one: only clauses that changed are asked again, and
 * counts are made over the fewest rows that give them. An answer is never written to again, and shares with others what
 * is the same in both. Where `extras` has none yet, only plain selections may be asked.
 */
export function tableEngine(table: Table, extras: () => Extras | null): TableEngine {
  const { length: n } = table
  let searcher: Searcher | undefined
  let unfiltered: State | undefined
  let last: State | undefined
  let buffers: { failing: Uint8Array; changed: Uint32Array; list: Uint32Array } | undefined

  const begin = (): State => {
    const patterns = new Uint32Array(PATTERNS)
    patterns[0] = n
    const rows = new Uint32Array(n)
    for (let row = 0; row < n; row++) rows[row] = row
    const counts = byFacet(name => totalsOf(table.facets[name]))
    const keys = Object.fromEntries(CLAUSES.map(clause => [clause, ""])) as Record<ClauseName, string>
    return { answer: answerOf(new Uint16Array(n), rows, counts, patterns), keys, patterns, forgiven: BITS }
  }

  /** Writes which rows fail a clause; false, and nothing written, where none can. */
  const evaluate = (clause: ClauseName, selection: Selection, failing: Uint8Array): boolean => {
    if (clause === "q") {
      if (selection.q.trim() === "") return false
      searcher ??= extras()!.createSearcher(table)
      return searcher.failing(selection.q, failing)
    }
    if (clause === "time")
      return (
        (selection.from !== null || selection.to !== null) && extras()!.failingTime(table, selection, failing)
      )
    if (clause === "known")
      return selection.known !== null && extras()!.failingKnown(table, selection.known, failing)
    const together = clause === "actor" && selection.match === "all"
    return failingFacet(table.facets[clause], selection.facets[clause], together, failing)
  }

  const advance = (from: State, selection: Selection, keys: State["keys"]): State => {
    // One more than rows: lists are written to without asking for an end.
    buffers ??= { failing: new Uint8Array(n), changed: new Uint32Array(n + 1), list: new Uint32Array(n + 1) }
    const { failing, changed, list } = buffers
    const before = from.answer.fails
    const after = new Uint16Array(n)
    let flipped = 0
    for (const clause of CLAUSES) {
      if (keys[clause] === from.keys[clause]) continue
      const some = evaluate(clause, selection, failing)
      setBit(flipped === 0 ? before : after, after, BITS[clause], some ? failing : null)
      flipped |= BITS[clause]
    }
    const change = changeBetween(before, after, flipped, from.patterns, changed)
    const { patterns, was, is } = change
    let { rows } = from.answer
    if (was[0] !== 0 || is[0] !== 0) {
      rows = new Uint32Array(patterns[0])
      collect(after, -1, 0, rows, rows.length)
    }
    const forgiven = forgivenBy(selection)
    const lists = rowLists(change, rows, list)
    const counts = byFacet(name => {
      const earlier = { counts: from.answer.counts[name], forgiven: from.forgiven[name] }
      return recount(table.facets[name], change, lists, earlier, forgiven[name])
    })
    return { answer: answerOf(after, rows, counts, patterns), keys, patterns, forgiven }
  }

  return {
    latest: () => last?.answer ?? null,
    select(selection) {
      unfiltered ??= begin()
      last ??= unfiltered
      const keys = keysOf(selection)
      if (isSame(keys, unfiltered.keys)) {
        last = unfiltered
        searcher?.forget()
      } else if (!isSame(keys, last.keys)) last = advance(last, selection, keys)
      return last.answer
    },
  }
}

function byFacet<T>(make: (name: FacetName) => T): Record<FacetName, T> {
  return Object.fromEntries(FACETS.map(name => [name, make(name)])) as Record<FacetName, T>
}

/** With match=all the actors that are chosen stay required beside each other; else each facet's own clause is lifted. */
function forgivenBy({ match, facets }: Selection): State["forgiven"] {
  return match === "all" && facets.actor.include.length > 0 ? { ...BITS, actor: 0 } : BITS
}

function keysOf({ facets, match, q, from, to, range, known }: Selection): State["keys"] {
  return {
    ...byFacet(name => {
      const { include, exclude } = facets[name]
      if (include.length === 0 && exclude.length === 0) return ""
      return JSON.stringify([include, exclude, name === "actor" && match === "all"])
    }),
    q: q.trim(),
    time: from === null && to === null ? "" : JSON.stringify([from, to, range]),
    known: known === null ? "" : `=${known}`,
  }
}

function isSame(a: State["keys"], b: State["keys"]): boolean {
  return CLAUSES.every(clause => a[clause] === b[clause])
}

function answerOf(
  fails: Uint16Array,
  rows: Uint32Array,
  counts: Selected["counts"],
  patterns: Uint32Array,
): Selected {
  const freed = Object.fromEntries(CLAUSES.map(clause => [clause, patterns[BITS[clause]]]))
  const freedBy = freed as Record<ClauseName, number>
  return { total: fails.length, passed: rows.length, fails, rows, counts, freedBy }
}
