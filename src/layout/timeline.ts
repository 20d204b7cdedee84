import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import type { Lane, LaneField } from "./lanes.ts"
import type { Scene } from "./scene.ts"

/** What both ways of drawing a timeline are asked; texts and their widths come in, since layout knows no language. */
export interface ViewOptions {
  readonly table: Table
  readonly selected: Pick<Selected, "fails" | "rows">
  readonly domain: readonly [number, number]
  /** Pixels of the domain. */
  readonly along: number
  /** Show what fails too, for the painter to dim. */
  readonly dim: boolean
  readonly title: (row: number) => string
  /** Width of a text in CSS pixels at a font size in CSS pixels. */
  readonly measure: (text: string, size: number) => number
  /** Font size of labels. */
  readonly labelSize: number
  /** Slot of the palette for a row, -1 for grey. */
  readonly colour: (row: number) => number
  readonly ticks: readonly TickInput[]
  readonly periods: readonly PeriodInput[]
  /** Rows whose labels come first and that stay marks in a dense lane: the open and the focused one. */
  readonly foremost: readonly number[]
}

export interface TimelineOptions extends ViewOptions {
  readonly field: LaneField
  /** From chooseLanes. */
  readonly lanes: readonly Lane[]
  /** Pixels across that the lanes should fill, if they can. */
  readonly room: number
}

export interface TickInput {
  readonly at: number
  readonly unit: string
  readonly major: boolean
  readonly text?: string
}

export interface PeriodInput {
  readonly from: number
  readonly to: number
  readonly coverage: boolean
  readonly text: string
}

/**
 * The scene of horizontal lanes. Every passing dated row that touches the domain is a mark or counted in a bin of each
 * of its lanes.
 */
export declare function layoutTimeline(options: TimelineOptions): Scene
