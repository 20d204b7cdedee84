/**
 * All that is to be drawn for one view, in pixels along (growing with time) and across (growing from lane to lane). It
 * knows rows, not events, and no colours, only slots of a palette; painters turn it into pixels.
 */
export interface Scene {
  readonly length: number
  readonly across: number
  readonly lanes: readonly SceneLane[]
  readonly marks: readonly Mark[]
  readonly bins: readonly Bin[]
  readonly ties: readonly Tie[]
  readonly labels: readonly Label[]
  readonly periods: readonly Band[]
}

export interface SceneLane {
  /** Id of the lane's value, "" for the lane of all others. */
  readonly id: string
  /** Code in the facet, -1 for the lane of all others or of all. */
  readonly code: number
  /** Events that pass in this lane, in and out of view. */
  readonly count: number
  readonly pinned: boolean
  readonly from: number
  readonly to: number
  readonly dense: boolean
}

/** Which outline and filling a status has. */
export type Form = "filled" | "outline" | "dashed" | "hatched" | "struck"

/** `disc` a moment narrower than a disc, `bar` anything as long as it lasted, `window` one moment somewhere in a stretch. */
export type Shape = "disc" | "bar" | "window"

/** How an edge ends: `sharp` where it is known, `fade` about there, `taper` unknown, `arrow` going on. */
export type EdgeForm = "sharp" | "fade" | "taper" | "arrow"

/** One row in one lane. */
export interface Mark {
  readonly row: number
  readonly lane: number
  readonly across: number
  readonly shape: Shape
  readonly form: Form
  /** Palette slot, -1 grey. */
  readonly colour: number
  readonly passes: boolean
  /** Outer bounds of what is painted, fades, tapers and arrows included. */
  readonly from: number
  readonly to: number
  /** Bounds of the part that is painted in full. */
  readonly coreFrom: number
  readonly coreTo: number
  /** Where a disc sits, a tie ends and the focus ring is drawn. */
  readonly anchor: number
  readonly begin: EdgeForm
  readonly end: EdgeForm
}

/** Many rows of a dense lane in one column. */
export interface Bin {
  readonly lane: number
  readonly from: number
  readonly to: number
  /** Rows that pass, and all rows. */
  readonly passed: number
  readonly total: number
  /** Most frequent colour slot among those that pass. */
  readonly colour: number
  /** Across of the base line and the height of the tallest column. */
  readonly base: number
  readonly height: number
  /** Share of the tallest bin, 0 … 1. */
  readonly share: number
  readonly shareTotal: number
}

/** A joint event: from its uppermost mark to its lowest. */
export interface Tie {
  readonly row: number
  readonly along: number
  readonly from: number
  readonly to: number
  readonly passes: boolean
}

export interface Label {
  readonly row: number
  readonly lane: number
  /** Where the text starts (after), ends (before), or is held (inside). */
  readonly along: number
  readonly across: number
  readonly maxLength: number
  readonly side: "after" | "before" | "inside"
  /** Not the first label of this event. */
  readonly repeated: boolean
}

/** A period behind the events. */
export interface Band {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly coverage: boolean
}
