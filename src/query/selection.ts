import type { FacetName } from "../table/table.ts"

/** All filters together: a plain value, each part straight from its address parameter (interface §2). */
export interface Selection {
  readonly facets: Readonly<Record<FacetName, FacetChoice>>
  /** `all`: the chosen actors must take part in the event together. */
  readonly match: "any" | "all"
  /** Words, all of which must be found. */
  readonly q: string
  /** EDTF dates, both ends inclusive at their own precision; text that is no date matches nothing. */
  readonly from: string | null
  readonly to: string | null
  readonly range: "could" | "must"
  /** Only what had been reported by the end of that date. */
  readonly known: string | null
}

/** Ids; "?" is "not stated". Included values are alternatives (unless match=all), excluded ones all go. */
export interface FacetChoice {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

const NO_CHOICE: FacetChoice = { include: [], exclude: [] }

export const EMPTY_SELECTION: Selection = {
  facets: {
    actor: NO_CHOICE,
    place: NO_CHOICE,
    type: NO_CHOICE,
    status: NO_CHOICE,
    tag: NO_CHOICE,
    source: NO_CHOICE,
  },
  match: "any",
  q: "",
  from: null,
  to: null,
  range: "could",
  known: null,
}

/** One reason for which an event can fail; each is a bit in an answer's `fails`. */
export const CLAUSES = ["actor", "place", "type", "status", "tag", "source", "q", "time", "known"] as const
export type ClauseName = (typeof CLAUSES)[number]
