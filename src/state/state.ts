import { EMPTY_SELECTION, type Selection } from "../query/selection.ts"

export const LANE_FIELDS = ["actor", "place", "type", "status", "source", "none"] as const
export type LaneField = (typeof LANE_FIELDS)[number]
export const SHOWS = ["timeline", "list", "map", "matrix", "story"] as const
export type Show = (typeof SHOWS)[number]

/** Parts that a compact view can do without. */
export const PARTS = ["title", "tools", "overview", "foot"] as const
export type Part = (typeof PARTS)[number]

/** All that a view is; every key has its parameter in address.ts and nothing else is state. */
export interface State {
  readonly data: string | null
  readonly format: string | null
  /** How the columns of a table are matched by hand, as text: formats/mapping reads it. */
  readonly map: string | null
  readonly selection: Selection
  readonly rest: "hide" | "dim"
  /** The visible stretch [from, to) in ms since 1970 UTC; null is "fit all". */
  readonly domain: readonly [number, number] | null
  readonly lanes: LaneField | null
  readonly pins: readonly string[]
  readonly event: string | null
  readonly align: string | null
  readonly edition: string | null
  readonly show: Show
  /** BCP 47; null is "negotiate from the document and the browser". */
  readonly lang: string | null
  readonly theme: "auto" | "light" | "dark"
  /** null is the language's own direction. */
  readonly dir: "time-ltr" | "time-rtl" | null
  readonly tz: string
  readonly embed: boolean
  /** Parts that a compact view leaves out. */
  readonly hide: readonly Part[]
  /** Unknown parameters, kept as they came, in their order. */
  readonly unknown: readonly (readonly [string, string])[]
}

export const INITIAL_STATE: State = {
  data: null,
  format: null,
  map: null,
  selection: EMPTY_SELECTION,
  rest: "hide",
  domain: null,
  lanes: null,
  pins: [],
  event: null,
  align: null,
  edition: null,
  show: "timeline",
  lang: null,
  theme: "auto",
  dir: null,
  tz: "UTC",
  embed: false,
  hide: [],
  unknown: [],
}
