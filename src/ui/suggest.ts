import type { Selected } from "../query/engine.ts"
import { fold } from "../table/fold.ts"
import { foldedNames } from "../table/foldedNames.ts"
import type { FacetName, Table } from "../table/table.ts"

export interface Suggestions {
  readonly values: readonly { readonly facet: FacetName; readonly code: number }[]
  readonly events: readonly number[]
}

const MOST_VALUES = 5
const MOST_EVENTS = 5
/** Rows looked through for titles on each letter; more would be felt while typing. */
const MOST_ROWS = 20_000

/** What typed words could mean: actors, places, types and sources by any of their names, and events by their own words. */
export function suggest(table: Table, answer: Selected, text: string): Suggestions {
  const wanted = fold(text).split(" ").filter(Boolean)
  if (wanted.length === 0) return { values: [], events: [] }
  const holds = (folded: string) => wanted.every(word => folded.includes(word))
  const values: { facet: FacetName; code: number }[] = []
  for (const facet of ["actor", "place", "type", "source"] as const) {
    const dictionary = table.facets[facet].values
    for (let code = 1; code < dictionary.size && values.length < MOST_VALUES; code++)
      if (answer.counts[facet][code]! > 0 && holds(foldedNames(dictionary, code)))
        values.push({ facet, code })
  }
  const passing: number[] = []
  const hidden: number[] = []
  const end = Math.min(table.length, MOST_ROWS)
  for (let row = 0; row < end && passing.length < MOST_EVENTS; row++)
    if (holds(table.folded.get(row))) (answer.fails[row] === 0 ? passing : hidden).push(row)
  return { values, events: [...passing, ...hidden].slice(0, MOST_EVENTS) }
}
