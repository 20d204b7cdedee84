import type { Selected } from "../query/engine.ts"
import type { Table } from "../table/table.ts"
import { placePeriods, placeTicks } from "./backdrop.ts"
import { binLane, columnEdges, type LaneView } from "./bins.ts"
import { colourOfRow, rowColours, type ColourOf } from "./colours.ts"
import { DISC, formOf } from "./forms.ts"
import { lineOf, placeLabels, type Labelled } from "./labels.ts"
import type { Lane, LaneField } from "./lanes.ts"
import { MOST_MARKS, type LaneBins, type Mark, type Scene, type SceneLane } from "./scene.ts"
import {
  fillLanes,
  isInView,
  listInView,
  reachesOf,
  rowsInView,
  stretchOf,
  type LaneContents,
} from "./laneRows.ts"
import { DENSE_HEIGHT, MOST_TRACKS, TIGHT, stackLane, type Piece, type Stack } from "./stack.ts"
import { layoutTies } from "./ties.ts"

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
  /** Kept from frame to frame. */
  readonly colourOf: ColourOf
  readonly ticks: readonly TickInput[]
  readonly periods: readonly PeriodInput[]
  /** Rows whose labels come first and that stay marks in a dense lane: the open and the focused one. */
  readonly foremost: readonly number[]
  /** From fillLanes for the same lanes, kept from frame to frame; made anew where it is left out. */
  readonly contents?: LaneContents
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

/** Pixels of each label that are kept free when marks are packed: the first that the lanes have room for. */
const CAPS = [420, 260, 160, 96] as const
/** A lane no taller than this keeps room for lines of text even when others are drawn tight. */
const OPEN_LANE = 110
/** Lanes may run so far over the room before labels give way. */
const OVERRUN = 1.6
/** With more rows in view titles are not even measured for packing. */
const MOST_MEASURED = 500
/** Room that is left over goes to the lanes, up to so many pixels each. */
const MOST_SPARE = 28

/**
 * The scene of horizontal lanes. Every passing dated row that touches the domain is a mark or counted in a bin of each
 * of its lanes; where labels and marks would take more than the room, labels are shortened, then left out, then lanes
 * run over, and where there are more marks than can be told apart a lane becomes density.
 */
export function layoutTimeline(options: TimelineOptions): Scene {
  const { lanes, along, domain, labelSize, room } = options
  const view = viewOf(options, options.field, lanes)
  const colour = colourOfRow(options.table, options.colourOf)
  const { drawn, stretch } = view
  const inView = drawn.map(lane => rowsInView(lane, stretch))
  const isDense = crowded(
    inView.map(({ carried, begin }) => carried.length + begin),
    along,
    mostTracks(room),
  )
  const foremostIn = (lane: number) => options.foremost.filter(row => isInView(drawn[lane], stretch, row))
  const rowsOf = drawn.map((rows, lane) => (isDense[lane] ? foremostIn(lane) : listInView(rows, stretch)))
  const line = lineOf(labelSize)
  // Measuring titles costs more than all else, and is for lanes that can have marks: those that can take them bare.
  const bare = rowsOf.map(rows => barePieces(options, rows))
  const tracks = { cap: 0, along, line, most: mostTracks(room), isTight: true }
  const tight = bare.map((own, lane) => (isDense[lane] ? null : stackLane(own, tracks)))
  const pieces = bare.map((own, lane) => measured(options, own, tight[lane] !== null))
  const stacks = stackAll(pieces, tight, along, line, room)
  stacks.forEach((stack, lane) => {
    if (stack || isDense[lane]) return
    isDense[lane] = true
    pieces[lane] = pieces[lane].filter(piece => options.foremost.includes(piece.row))
  })

  const total = heightOf(stacks)
  const spare = Math.max(0, Math.min(MOST_SPARE, Math.floor((room - total) / Math.max(1, lanes.length))))
  const placed: SceneLane[] = []
  const marks: Mark[] = []
  const labelled: Labelled[] = []
  const bins: LaneBins[] = []
  let across0 = 0
  lanes.forEach(({ code, id, name, count, depth }, lane) => {
    const stack = stacks[lane]
    const dense = isDense[lane]
    const height = (stack?.height ?? DENSE_HEIGHT) + spare
    placed.push({ code, id, name, count, depth, across0, across1: across0 + height, dense })
    const top = across0 + Math.floor(spare / 2)
    pieces[lane].forEach((piece, i) => {
      const middle = stack?.across[i] ?? DENSE_HEIGHT / 2
      const { row, form, passes, width } = piece
      const mark: Mark = { ...form, row, lane, across: top + middle, colour: colour(row), passes }
      marks.push(mark)
      if (width > 0 && form.to > 0 && form.from < along) {
        const side = stack?.sides[i] ?? "after"
        labelled.push({ mark, width, side, across: top + (stack?.captions[i] ?? middle) })
      }
    })
    if (dense) bins.push(binLane(view, lane, foremostIn(lane)))
    across0 += height
  })

  const ties = layoutTies(marks, along)
  return {
    along,
    across: across0,
    domain,
    text: "along",
    lanes: placed,
    marks,
    bins,
    ties,
    labels: placeLabels(foremostFirst(labelled, options.foremost), marks, ties, along, lineOf(labelSize)),
    ticks: placeTicks(options),
    periods: placePeriods(options),
  }
}

/** Lanes that hold more than any packing could show, or that must give way so that all marks together can be told apart. */
function crowded(counts: readonly number[], along: number, tracks: number): boolean[] {
  const most = tracks * (along / DISC + 2)
  const dense = counts.map(count => count > most)
  let total = counts.reduce((sum, count, lane) => sum + (dense[lane] ? 0 : count), 0)
  const bySize = [...counts.keys()].toSorted((a, b) => counts[b] - counts[a])
  for (const lane of bySize) {
    if (total <= MOST_MARKS) break
    if (dense[lane]) continue
    dense[lane] = true
    total -= counts[lane]
  }
  return dense
}

/** Finds what every view of a table asks for, so that the first need not. O(rows). */
export function prepareViews(table: Table, colourOf: ColourOf): void {
  rowColours(table, colourOf)
  reachesOf(table)
}

/** The lanes' contents over the stretch in view. */
export function viewOf(
  { table, selected, domain, along, dim, contents, colourOf }: ViewOptions,
  field: LaneField,
  lanes: readonly Pick<Lane, "code">[],
): LaneView {
  const stretch = stretchOf(table, domain, along)
  const edges = columnEdges(table, stretch, domain, along)
  const colours = rowColours(table, colourOf)
  return { stretch, edges, colours, ...(contents ?? fillLanes(table, selected, field, lanes, dim)) }
}

/** Rows as pieces of a lane; titles are measured only where few enough are in view to have room. */
export function piecesOf(options: ViewOptions, rows: readonly number[]): Piece[] {
  return measured(options, barePieces(options, rows), true)
}

/** Rows as pieces of a lane, without labels. */
function barePieces({ table, selected, domain, along }: ViewOptions, rows: readonly number[]): Piece[] {
  return rows.map(row => ({
    row,
    form: formOf(table, row, domain, along),
    passes: selected.fails[row] === 0,
    width: 0,
  }))
}

/** The same with room for labels: of the foremost rows, and where labels may have room of all that pass, if few are in view. */
function measured(
  { title, measure, labelSize, foremost }: ViewOptions,
  pieces: Piece[],
  hasRoom: boolean,
): Piece[] {
  const isFew = hasRoom && pieces.length <= MOST_MEASURED
  if (!isFew && foremost.length === 0) return pieces
  return pieces.map(piece => {
    const isNamed = foremost.includes(piece.row) || (isFew && piece.passes)
    return isNamed ? { ...piece, width: Math.ceil(measure(title(piece.row), labelSize)) } : piece
  })
}

/**
 * The most generous packing that the room allows, all lanes alike: with whole labels, with shorter ones, with what labels
 * then fit, at last with tracks as close as marks allow, which is `tight`. A lane for which that too is not enough is null.
 */
function stackAll(
  pieces: readonly (readonly Piece[])[],
  tight: readonly (Stack | null)[],
  along: number,
  line: number,
  room: number,
): (Stack | null)[] {
  const attempt = (cap: number) =>
    pieces.map((own, lane) => tight[lane] && stackLane(own, { cap, along, line, most: Infinity }))
  let tallest: (Stack | null)[] | null = null
  for (const cap of CAPS) {
    const stacks = attempt(cap)
    const height = heightOf(stacks)
    if (height <= room) return stacks
    if (height <= room * OVERRUN) tallest ??= stacks
  }
  if (tallest) return tallest
  const bare = attempt(0)
  return heightOf(bare) <= room * OVERRUN
    ? bare
    : tight.map((stack, lane) => (bare[lane] && bare[lane].height <= OPEN_LANE ? bare[lane] : stack))
}

/** Tracks that one lane may take: more where it has the room to itself. */
function mostTracks(room: number): number {
  return Math.max(MOST_TRACKS, Math.floor(room / (2 * TIGHT)))
}

function heightOf(stacks: readonly (Stack | null)[]): number {
  return stacks.reduce((sum, stack) => sum + (stack?.height ?? DENSE_HEIGHT), 0)
}

/** The open and the focused event first, then in the order of time. */
export function foremostFirst(labelled: readonly Labelled[], foremost: readonly number[]): Labelled[] {
  const isForemost = ({ mark }: Labelled) => foremost.includes(mark.row)
  return [...labelled.filter(isForemost), ...labelled.filter(one => !isForemost(one))]
}
