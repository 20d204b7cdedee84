/**
 * All that is drawn for one view. Lengths are CSS pixels: `along` grows with time from 0 at the start of the domain,
 * `across` from 0 at the first lane; layout/frame.ts turns both into x and y. Speaks of rows, never of events.
 */
export interface Scene {
  /** Pixels of the domain. */
  readonly along: number
  /** Pixels that all lanes take together; more than the viewport has when they must be scrolled. */
  readonly across: number
  readonly domain: readonly [number, number]
  /** Which way a line of text runs: along with horizontal lanes, across where time runs down the page. */
  readonly text: "along" | "across"
  readonly lanes: readonly SceneLane[]
  /** By lane, in each by time; at most MOST_MARKS. */
  readonly marks: readonly Mark[]
  /** One for each lane that is too dense for marks. */
  readonly bins: readonly LaneBins[]
  readonly ties: readonly Tie[]
  readonly labels: readonly Label[]
  readonly ticks: readonly SceneTick[]
  readonly periods: readonly ScenePeriod[]
}

/** Beyond this many marks a reader cannot tell them apart and lanes turn to density. */
export const MOST_MARKS = 4000

export interface SceneLane {
  /** Code of the lane's value in its facet, -1 for the rest. */
  readonly code: number
  readonly id: string
  readonly name: string
  /** Passing rows in the lane, over all of time. */
  readonly count: number
  /** How deep in its hierarchy, among the lanes shown; 0 for none above it. */
  readonly depth: number
  readonly across0: number
  readonly across1: number
  readonly dense: boolean
}

export type MarkShape = "disc" | "bar" | "window"
/** What the status asks for; see design.md "Marks". `tint` is the half-filled disc that rides in a window. */
export type MarkFill = "solid" | "outline" | "dashed" | "hatch" | "struck" | "tint"
/**
 * square: bounded by a unit of the calendar; round: end of a stretch; doubt: paler over the span in which the edge lies;
 * fade: approximate; taper: a bound nobody knows; arrow: goes on.
 */
export type MarkEdge = "square" | "round" | "doubt" | "fade" | "taper" | "arrow"

/**
 * One row in one lane. Painted from `from` to `to`; between `solidFrom` and `solidTo` in full, outside as the edges say.
 * A disc has its centre at `centre`; so has the disc that rides in a window.
 */
export interface Mark {
  readonly row: number
  readonly lane: number
  readonly from: number
  readonly solidFrom: number
  readonly solidTo: number
  readonly to: number
  readonly centre: number
  /** Middle of the mark, across. */
  readonly across: number
  readonly thickness: number
  readonly shape: MarkShape
  readonly fill: MarkFill
  readonly begin: MarkEdge
  readonly end: MarkEdge
  /** Slot of the palette, -1 for grey. */
  readonly colour: number
  readonly passes: boolean
}

/**
 * Counts in columns of `width` pixels from along 0; each row stands once, where it begins (or in the first column where
 * it began earlier).
 */
export interface LaneBins {
  readonly lane: number
  readonly width: number
  readonly passing: Uint32Array
  /** Passing and failing; equal to `passing` where what fails is hidden. */
  readonly all: Uint32Array
  /** The most that begin in one column, for the scale. */
  readonly peak: number
  /** What passes by colour, as of marks, in the order of the palette; they add up to `passing`. None where no event has a type. */
  readonly parts: readonly BinPart[]
}

export interface BinPart {
  /** Slot of the palette, -1 for grey. */
  readonly colour: number
  readonly counts: Uint32Array
}

/** A line across the lanes through the marks of one row, at one position along; a sloping piece where they differ. */
export interface Tie {
  readonly row: number
  readonly points: readonly (readonly [along: number, across: number])[]
  readonly colour: number
  readonly passes: boolean
}

/**
 * Room for the title of a mark. With text running along: `after` starts at `along`, `before` ends there, `above` starts
 * there and stands over its own long mark, in a taller track; `across` is the middle of the line. With text running across, the text starts
 * at `across` and `along` is the middle of its line.
 */
export interface Label {
  readonly row: number
  readonly lane: number
  readonly along: number
  readonly across: number
  /** Room there is; the painter shortens to it. */
  readonly maxLength: number
  /** What the text takes of it when set in one line, shortened where needed. */
  readonly length: number
  readonly thickness: number
  readonly side: "after" | "before" | "above"
  readonly passes: boolean
  /** From the mark to the text where the text had to move away. */
  readonly leader: readonly (readonly [along: number, across: number])[] | null
}

export interface SceneTick {
  readonly at: number
  readonly along: number
  readonly unit: string
  readonly major: boolean
  readonly text: string
}

export interface ScenePeriod {
  readonly index: number
  readonly from: number
  readonly to: number
  /** Says where one has looked at all, rather than what happened. */
  readonly coverage: boolean
  readonly text: string
}

/** Box of a label's text, in scene lengths. */
export function labelBox(scene: Pick<Scene, "text">, label: Label): Box {
  const half = label.thickness / 2
  if (scene.text === "across") {
    return {
      along0: label.along - half,
      along1: label.along + half,
      across0: label.across,
      across1: label.across + label.length,
    }
  }
  const along0 = label.side === "before" ? label.along - label.length : label.along
  return {
    along0,
    along1: along0 + label.length,
    across0: label.across - half,
    across1: label.across + half,
  }
}

/** Box that a mark paints, in scene lengths. */
export function markBox(mark: Mark): Box {
  const half = mark.thickness / 2
  return { along0: mark.from, along1: mark.to, across0: mark.across - half, across1: mark.across + half }
}

export interface Box {
  readonly along0: number
  readonly along1: number
  readonly across0: number
  readonly across1: number
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.along0 < b.along1 && b.along0 < a.along1 && a.across0 < b.across1 && b.across0 < a.across1
}
