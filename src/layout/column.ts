import { placePeriods, placeTicks } from "./backdrop.ts"
import { binLane } from "./bins.ts"
import { colourOfRow } from "./colours.ts"
import type { Piece } from "./stack.ts"
import { dodge } from "./dodge.ts"
import { DISC } from "./forms.ts"
import { lineOf } from "./labels.ts"
import type { Label, Mark, Scene } from "./scene.ts"
import { isInView, listInView, rowsInView } from "./laneRows.ts"
import { samplesOf } from "./samples.ts"
import { piecesOf, viewOf, type TickInput, type ViewOptions } from "./timeline.ts"
import { packTracks } from "./tracks.ts"

export interface ColumnOptions extends ViewOptions {
  /** Pixels across the page. */
  readonly across: number
}

/** Room at the start for the words of the axis. */
export const AXIS_ROOM = 72
/** From track to track in pixels: where there are few, where there are many, and the least there may be. */
const TRACK = 16
const TIGHT_TRACK = 13
const TIGHTEST_TRACK = 8
const FEW_TRACKS = 5
/** Part of the page that tracks may take; where they need more the column shows density. */
const MOST_OF_PAGE = 0.42
/** Pixels between neighbouring tracks that stay free. */
const BETWEEN = 2
/** Width of the density. */
const DENSE_WIDTH = 72
/** From the tracks to the text, for the leader lines. */
const LEADER = 18
/** Pixels of a leader that stay straight at the side of the text. */
const STUB = 4
/** Lines that a title may take. */
const MOST_LINES = 2
/** Free pixels between two labels. */
const SPACING = 6
/** A label that would have to stand farther off is left out, since the eye could not follow. */
const FARTHEST = 160

/**
 * The scene of one column for a phone held upright: time runs down the page, the axis at the start, beside it the marks
 * on tracks, then the titles, one under the other, each tied by a line to its mark. One lane holds everything; where it is
 * dense, some of what it counts is named all the way down.
 */
export function layoutColumn(options: ColumnOptions): Scene {
  const { along, across, domain, selected, foremost } = options
  const view = viewOf(options, "none", [{ code: -1 }])
  const colour = colourOfRow(options.table, options.colourOf)
  const [lane0] = view.drawn
  const { carried, begin } = rowsInView(lane0, view.stretch)
  const inCount = carried.length + begin
  const share = (across - AXIS_ROOM) * MOST_OF_PAGE
  const most = Math.max(3, Math.floor(share / TIGHTEST_TRACK))
  const all = inCount > (most * along) / DISC ? null : piecesOf(options, listInView(lane0, view.stretch))
  const packed =
    all &&
    packTracks(
      all.map(piece => piece.form.from),
      all.map(piece => piece.form.to),
      2,
      most,
    )
  const dense = !packed
  const foremostIn = foremost.filter(row => isInView(lane0, view.stretch, row))
  const pieces = packed ? all! : piecesOf(options, foremostIn)
  const bins = dense ? [binLane(view, 0, foremostIn)] : []
  const tallest = MOST_LINES * lineOf(options.labelSize) + SPACING
  const samples = piecesOf(
    options,
    bins.flatMap(({ lane, width }) => samplesOf(view, lane, Math.ceil(tallest / width), foremostIn)),
  )
  const count = packed ? packed.count : 1
  const pitch = Math.min(count > FEW_TRACKS ? TIGHT_TRACK : TRACK, Math.max(TIGHTEST_TRACK, share / count))
  const middle = (track: number) => AXIS_ROOM + pitch * (track + 0.5)
  const tracksEnd = AXIS_ROOM + (packed ? pitch * Math.max(1, packed.count) : DENSE_WIDTH)
  const markOf = ({ row, form, passes }: Piece, across: number): Mark => ({
    ...form,
    thickness: Math.min(form.thickness, pitch - BETWEEN),
    row,
    lane: 0,
    across,
    colour: colour(row),
    passes,
  })
  const marks = pieces.map((piece, i) =>
    markOf(piece, packed ? middle(packed.tracks[i]) : AXIS_ROOM + DENSE_WIDTH / 2),
  )
  const lane = {
    code: -1,
    id: "",
    name: "",
    count: selected.rows.length,
    depth: 0,
    across0: AXIS_ROOM,
    across1: tracksEnd,
  }
  return {
    along,
    across,
    domain,
    text: "across",
    lanes: [{ ...lane, dense }],
    marks,
    bins,
    ties: [],
    labels: placeTitles(
      options,
      // What is counted is named from the foot of its column.
      [...marks, ...samples.map(piece => ({ ...markOf(piece, tracksEnd), thickness: 0 }))],
      [...pieces, ...samples].map(piece => piece.width),
      tracksEnd,
    ),
    ticks: placeTicks({ ...options, ticks: topmost(options.ticks) }),
    periods: placePeriods(options),
  }
}

/** Where a coarse and a fine tick fall together their words would cover each other: the coarse ones stand. */
function topmost(ticks: readonly TickInput[]): TickInput[] {
  const major = new Set(ticks.filter(tick => tick.major).map(tick => tick.at))
  return ticks.map(tick => (!tick.major && major.has(tick.at) ? { ...tick, text: "" } : tick))
}

/** Titles one under the other at the end of the tracks; where there is no room for all, fewer, evenly spread. */
function placeTitles(
  { along, across, foremost, labelSize }: ColumnOptions,
  marks: readonly Mark[],
  widths: readonly number[],
  tracksEnd: number,
): Label[] {
  const start = tracksEnd + LEADER
  const maxLength = across - start - 8
  if (maxLength < 60) return []
  const line = lineOf(labelSize)
  const wanted = marks
    .map((mark, i) => {
      const lines = Math.min(MOST_LINES, Math.max(1, Math.ceil(widths[i] / maxLength)))
      return { mark, width: widths[i], wanted: anchorOf(mark, along), height: lines * line + SPACING }
    })
    .filter(({ mark, width }) => width > 0 && mark.to > 0 && mark.from < along)
    .toSorted((a, b) => a.wanted - b.wanted || a.mark.row - b.mark.row)
  const chosen = thinned(wanted, along, one => foremost.includes(one.mark.row))
  const middles = dodge(chosen, along)
  return chosen.flatMap(({ mark, width, height, wanted }, i) => {
    const middle = middles[i]
    if (Math.abs(middle - wanted) > FARTHEST && !foremost.includes(mark.row)) return []
    const leader = [
      [wanted, mark.across + mark.thickness / 2 + 2],
      [wanted, tracksEnd + STUB],
      [middle, start - STUB * 2],
      [middle, start - STUB],
    ] as const
    const thickness = height - SPACING
    const length = Math.min(width, maxLength)
    const { row, lane, passes } = mark
    return [
      {
        row,
        lane,
        along: middle,
        across: start,
        maxLength,
        length,
        thickness,
        side: "after" as const,
        passes,
        leader,
      },
    ]
  })
}

/** As many of the lines as fit the length: all, or the foremost and of the others every so-manyth. */
function thinned<T extends { readonly height: number }>(
  lines: readonly T[],
  length: number,
  isForemost: (line: T) => boolean,
): T[] {
  const height = lines.reduce((sum, line) => sum + line.height, 0)
  if (height <= length) return [...lines]
  const kept = lines.filter(isForemost)
  const others = lines.filter(line => !isForemost(line))
  const room = length - kept.reduce((sum, line) => sum + line.height, 0)
  const tallest = others.reduce((most, line) => Math.max(most, line.height), 1)
  const count = Math.max(0, Math.floor(room / tallest))
  const chosen = new Set<T>(kept)
  for (let i = 0; i < count; i++) chosen.add(others[Math.floor((i * others.length) / count)])
  return lines.filter(line => chosen.has(line))
}

/** Where along a mark is named: at its disc, or where its bar begins in view. */
function anchorOf(mark: Mark, along: number): number {
  if (mark.shape !== "bar" || mark.to - mark.from <= 2 * DISC)
    return Math.max(0, Math.min(along, mark.centre))
  return Math.max(0, Math.min(along, Math.max(mark.from, Math.min(mark.solidFrom, mark.to)) + DISC / 2))
}
