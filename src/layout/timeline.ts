import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { QUALIFIER } from "../time/when.ts"
import { binLane } from "./bins.ts"
import { placeLabels } from "./labels.ts"
import type { LanePlan } from "./lanes.ts"
import type { Scale } from "./scale.ts"
import type { Band, Bin, Label, Mark, Scene, SceneLane } from "./scene.ts"
import { formOf, outlineOf } from "./shapes.ts"
import { tiesOf } from "./ties.ts"
import { packTracks, type Piece } from "./tracks.ts"

export interface TimelineOptions {
  readonly table: Table
  readonly answer: Selected
  readonly lanes: readonly LanePlan[]
  readonly scale: Scale
  /** Title of a row, for the room that its label needs. */
  readonly title: (row: number) => string
  /** Width of a text in pixels, as labels are set. */
  readonly measure: (text: string) => number
  /** Palette slot of a type's code. */
  readonly colourOf: (typeCode: number) => number
  /** Stretches behind the events. */
  readonly periods: readonly { readonly from: number; readonly to: number; readonly coverage: boolean }[]
  /** Pixels of a track; a larger one where fingers point. */
  readonly track: number
}

/** Room above and below the tracks of a lane. */
const PADDING = 7
/** Tracks of a lane before its marks could no longer be told apart and it turns to density. */
const MOST_TRACKS = 9
/** Tracks that a lane may take so that every mark has its label. */
const LABELLED_TRACKS = 5
const GAP = 4
export const LABEL_GAP = 6
export const LABEL_MOST = 260
export const DENSE_HEIGHT = 44
/** Marks in one scene; beyond, the fullest lanes turn to density. */
const MOST_MARKS = 20_000

/** The horizontal timeline as a scene: lanes one below the other, marks packed without overlap, labels where there is room. */
export function layoutTimeline(options: TimelineOptions): Scene {
  const { lanes, scale } = options
  const marks: Mark[] = []
  const bins: Bin[] = []
  const labels: Label[] = []
  const placed: SceneLane[] = []
  const labelled = new Set<number>()
  let across = 0
  let left = MOST_MARKS
  lanes.forEach((plan, lane) => {
    const drawn = layoutLane(options, plan, lane, across, left, labelled)
    marks.push(...drawn.marks)
    bins.push(...drawn.bins)
    labels.push(...drawn.labels)
    left -= drawn.marks.length
    placed.push({
      id: plan.id,
      code: plan.code,
      count: plan.count,
      pinned: plan.pinned,
      from: across,
      to: across + drawn.height,
      dense: drawn.bins.length > 0,
    })
    across += drawn.height
  })
  const periods: Band[] = options.periods.flatMap((period, index) => {
    const from = scale.along(period.from)
    const to = scale.along(period.to)
    return to > 0 && from < scale.length ? [{ index, from, to, coverage: period.coverage }] : []
  })
  return { length: scale.length, across, lanes: placed, marks, bins, ties: tiesOf(marks), labels, periods }
}

interface Drawn {
  readonly marks: Mark[]
  readonly bins: Bin[]
  readonly labels: Label[]
  readonly height: number
}

function layoutLane(
  options: TimelineOptions,
  plan: LanePlan,
  lane: number,
  top: number,
  left: number,
  labelled: Set<number>,
): Drawn {
  const { scale, track } = options
  const outlines = visibleMarks(options, plan, lane, Math.min(left, MOST_MARKS))
  const dense = () => ({
    marks: [],
    labels: [],
    bins: binLane(options, plan, lane, top + DENSE_HEIGHT - 4, DENSE_HEIGHT - 10),
    height: DENSE_HEIGHT,
  })
  if (!outlines) return dense()
  const height = (tracks: number) => Math.max(1, tracks) * track + 2 * PADDING
  const widths = outlines.map(mark =>
    labelled.has(mark.row) ? 0 : Math.min(LABEL_MOST, options.measure(options.title(mark.row))) + LABEL_GAP,
  )
  const roomy: Piece[] = outlines.map((mark, i) => withLabel(mark, widths[i]!, scale.length))
  const order = [...outlines.keys()].sort(
    (a, b) => roomy[a]!.from - roomy[b]!.from || outlines[a]!.row - outlines[b]!.row,
  )
  const packed =
    outlines.length <= 400
      ? packTracks(
          order.map(i => roomy[i]!),
          GAP * 2,
          LABELLED_TRACKS,
        )
      : null
  const tight = packed
    ? order
    : [...outlines.keys()].sort(
        (a, b) => outlines[a]!.from - outlines[b]!.from || outlines[a]!.row - outlines[b]!.row,
      )
  const result =
    packed ??
    packTracks(
      tight.map(i => outlines[i]!),
      GAP,
      MOST_TRACKS,
    )
  if (!result) return dense()
  const marks: Mark[] = tight.map((i, position) => ({
    ...outlines[i]!,
    across: top + PADDING + (result.tracks[position]! + 0.5) * track,
  }))
  const labels = placeLabels(marks, scale.length, row => options.measure(options.title(row)), labelled)
  return { marks, bins: [], labels, height: height(result.count) }
}

/** The mark together with the label beside it, on the side where there is room. */
function withLabel(mark: Mark, width: number, length: number): Piece {
  if (width === 0) return mark
  if (mark.coreTo - mark.coreFrom > width + 12) return mark
  if (mark.to + width <= length || mark.from - width < 0) return { from: mark.from, to: mark.to + width }
  return { from: mark.from - width, to: mark.to }
}

/** The marks of a lane that touch the view, without their place across; null where there are too many to tell apart. */
function visibleMarks(options: TimelineOptions, plan: LanePlan, lane: number, most: number): Mark[] | null {
  const { table, answer, scale, colourOf } = options
  const { when, facets } = table
  const { type, status } = facets
  const marks: Mark[] = []
  const margin = 60
  for (const row of plan.rows) {
    if (row >= table.dated) break
    const qualifiers = when.qualifiers[row]!
    if (qualifiers & QUALIFIER.undated) continue
    const span = {
      beginMin: when.beginMin[row]!,
      beginMax: when.beginMax[row]!,
      endMin: when.endMin[row]!,
      endMax: when.endMax[row]!,
      qualifiers,
    }
    const statusId = status.values.ids[status.codes[status.offsets[row]!]!]!
    const outline = outlineOf(span, scale, statusId === "ongoing")
    if (outline.to < -margin || outline.from > scale.length + margin) continue
    if (marks.length >= most) return null
    marks.push({
      row,
      lane,
      across: 0,
      form: formOf(statusId),
      colour: colourOf(type.codes[type.offsets[row]!]!),
      passes: answer.fails[row] === 0,
      ...outline,
    })
  }
  return marks
}
