import type { Selection } from "../query/selection.ts"
import { toggleValue } from "../state/changes.ts"
import { FACETS } from "../table/table.ts"
import { nameOfId, type Naming } from "./names.ts"
import { sayDate, type Dating } from "./sayWhen.ts"

/** One filter. */
export interface Filter {
  readonly key: string
  readonly text: string
  /** The selection without it. */
  readonly without: (selection: Selection) => Selection
}

/** The filters in force, each in words, in the order of the facets. */
export function filtersInForce(selection: Selection, reader: Naming & Dating): Filter[] {
  const { words } = reader
  const filters: Filter[] = []
  for (const facet of FACETS) {
    const { include, exclude } = selection.facets[facet]
    for (const id of include)
      filters.push({
        key: `${facet}=${id}`,
        text: words.chip(words.facets[facet], nameOfId(reader, facet, id)),
        without: s => toggleValue(s, facet, id, "include"),
      })
    for (const id of exclude)
      filters.push({
        key: `${facet}=-${id}`,
        text: words.chipNot(words.facets[facet], nameOfId(reader, facet, id)),
        without: s => toggleValue(s, facet, id, "exclude"),
      })
  }
  if (selection.match === "all" && selection.facets.actor.include.length > 1)
    filters.push({ key: "match", text: words.chipTogether, without: s => ({ ...s, match: "any" }) })
  if (selection.q.trim())
    filters.push({ key: "q", text: words.chipSearch(selection.q.trim()), without: s => ({ ...s, q: "" }) })
  if (selection.from !== null)
    filters.push({
      key: "from",
      text: words.chipFrom(sayDate(selection.from, reader)),
      without: s => ({ ...s, from: null }),
    })
  if (selection.to !== null)
    filters.push({
      key: "to",
      text: words.chipTo(sayDate(selection.to, reader)),
      without: s => ({ ...s, to: null }),
    })
  if (selection.range === "must" && (selection.from !== null || selection.to !== null))
    filters.push({ key: "range", text: words.chipMust, without: s => ({ ...s, range: "could" }) })
  if (selection.known !== null)
    filters.push({
      key: "known",
      text: words.chipKnown(sayDate(selection.known, reader)),
      without: s => ({ ...s, known: null }),
    })
  return filters
}
