import type { Table } from "../table/table.ts"
import { QUALIFIER } from "../time/when.ts"
import { alongOf, type Domain } from "./scale.ts"
import type { Mark, MarkEdge, MarkFill } from "./scene.ts"

/** Diameter of a disc and thickness of a bar. */
export const DISC = 10
/** Length of the taper towards a bound that nobody knows. */
const TAPER = 72
/** What runs on beyond the last that is known, arrowhead included. */
const RUN = 30
/** An edge that is finer than this is drawn as sharp: the day a stretch begins on is not in doubt. */
const SHARP = 1.5 * 86_400_000
/** A doubt narrower than this is not drawn. */
const SEEN = 5
/** Length of the arrowhead in which a stretch ends that goes on now and has a set end. */
const POINT = 9
/** Least length of a fade. */
const FADE = 14

/** What a mark is before it has a lane. */
export type Form = Omit<Mark, "row" | "lane" | "across" | "colour" | "passes">

type Bounds = { readonly b0: number; readonly b1: number; readonly e0: number; readonly e1: number }

/**
 * How a dated row is drawn, from its four bounds, qualifiers and status (design.md "Marks"; T1 in product.md). A moment
 * of a given precision is a disc until its day, month or year is wider than the disc; a stretch a bar with round ends; one
 * moment in a window a bracket with a disc riding in the part of it that is in view.
 */
export function formOf(table: Table, row: number, domain: Domain, length: number): Form {
  const { beginMin, beginMax, endMin, endMax, qualifiers } = table.when
  const q = qualifiers[row]
  const status = statusOf(table, row)
  const at = (instant: number) => alongOf(domain, length, instant)
  const instants = [beginMin[row], beginMax[row], endMin[row], endMax[row]] as const
  const bounds = { b0: at(instants[0]), b1: at(instants[1]), e0: at(instants[2]), e1: at(instants[3]) }
  const fill = FILLS[status] ?? "solid"
  if (q & QUALIFIER.oneOf) return windowForm(bounds, instants, fill, length)
  const stretch = (q & (QUALIFIER.interval | QUALIFIER.allOf)) !== 0 || !instants.every(Number.isFinite)
  if (!stretch) return momentForm(bounds, q, fill, status === "ongoing")
  return stretchForm(bounds, instants, q, fill, status === "ongoing", length)
}

/** The stretch in which a moment's disc still shows in the view. */
export function edgesOf(domain: Domain, length: number): Domain {
  const reach = ((DISC / 2) * (domain[1] - domain[0])) / length
  return [domain[0] - reach, domain[1] + reach]
}

/**
 * For a dated row: -1 when it lies wholly before the view, 1 wholly after, 0 when it is drawn in it. Goes by the bounds;
 * towards an unknown one it reaches as far as its taper is drawn, towards an open one for ever. Cheap, for a million rows.
 */
export function placeOf(table: Table, domain: Domain, length: number): (row: number) => -1 | 0 | 1 {
  const { beginMin, beginMax, endMin, endMax, qualifiers } = table.when
  const rate = (domain[1] - domain[0]) / length
  const [from, to] = edgesOf(domain, length)
  const taper = (TAPER + DISC) * rate
  const noStub = QUALIFIER.oneOf
  return row => {
    const q = qualifiers[row]
    let first = beginMin[row]
    let last = endMax[row]
    if (first === -Infinity && !(q & (QUALIFIER.openBegin | noStub))) {
      const known = Math.min(beginMax[row], endMin[row] === -Infinity ? Infinity : endMin[row], last)
      if (known !== Infinity) first = known - taper
    }
    if (last === Infinity && !(q & (QUALIFIER.openEnd | noStub))) {
      const known = Math.max(
        endMin[row],
        beginMax[row] === Infinity ? -Infinity : beginMax[row],
        beginMin[row],
      )
      if (known !== -Infinity) last = known + taper
    }
    if (first >= to) return 1
    return last <= from && last > first ? -1 : last < from ? -1 : 0
  }
}

const FILLS: Readonly<Record<string, MarkFill>> = {
  announced: "outline",
  planned: "outline",
  possible: "dashed",
  claimed: "hatch",
  denied: "struck",
  cancelled: "struck",
}

function statusOf(table: Table, row: number): string {
  const { offsets, codes, values } = table.facets.status
  return values.ids[codes[offsets[row]]] ?? ""
}

function momentForm({ b0, e1 }: Bounds, q: number, fill: MarkFill, ongoing: boolean): Form {
  const centre = (b0 + e1) / 2
  const isDisc = e1 - b0 <= DISC
  const solid = { solidFrom: isDisc ? centre - DISC / 2 : b0, solidTo: isDisc ? centre + DISC / 2 : e1 }
  const fades = (q & (QUALIFIER.approximateBegin | QUALIFIER.approximateEnd)) !== 0
  if (ongoing) {
    const to = solid.solidTo + RUN
    const begin: MarkEdge = isDisc ? "round" : "square"
    return {
      ...solid,
      from: solid.solidFrom,
      to,
      centre,
      thickness: DISC,
      shape: "bar",
      fill,
      begin,
      end: "arrow",
    }
  }
  if (isDisc) {
    const halo = fades ? 5 : 0
    const edge: MarkEdge = fades ? "fade" : "round"
    const from = solid.solidFrom - halo
    const to = solid.solidTo + halo
    return { ...solid, from, to, centre, thickness: DISC, shape: "disc", fill, begin: edge, end: edge }
  }
  if (!fades) {
    return {
      ...solid,
      from: b0,
      to: e1,
      centre,
      thickness: DISC,
      shape: "bar",
      fill,
      begin: "square",
      end: "square",
    }
  }
  const fade = Math.max(FADE / 2, (e1 - b0) / 4)
  const from = b0 - fade / 2
  const to = e1 + fade / 2
  const solidFrom = Math.min(centre, from + fade)
  const solidTo = Math.max(centre, to - fade)
  return {
    from,
    solidFrom,
    solidTo,
    to,
    centre,
    thickness: DISC,
    shape: "bar",
    fill,
    begin: "fade",
    end: "fade",
  }
}

function windowForm(
  { b0, e1 }: Bounds,
  [first, , , last]: readonly [number, number, number, number],
  fill: MarkFill,
  length: number,
): Form {
  const least = DISC + 8
  const middle = (b0 + e1) / 2
  const openBegin = first === -Infinity
  const openEnd = last === Infinity
  const narrow = e1 - b0 < least
  let from = narrow ? middle - least / 2 : b0
  let to = narrow ? middle + least / 2 : e1
  if (openBegin) from = Math.min(0, to - least)
  if (openEnd) to = Math.max(length, from + least)
  // Where one side is open the moment is nearer to the side that is known, for all that can be said.
  const towards = openBegin === openEnd ? (from + to) / 2 : openBegin ? to - TAPER / 2 : from + TAPER / 2
  const inView = Math.max(DISC, Math.min(length - DISC, towards))
  const centre = Math.max(from + least / 2, Math.min(to - least / 2, inView))
  return {
    from,
    solidFrom: from,
    solidTo: to,
    to,
    centre,
    thickness: DISC,
    shape: "window",
    fill: fill === "solid" ? "tint" : fill,
    begin: openBegin ? "taper" : "square",
    end: openEnd ? "taper" : "square",
  }
}

function stretchForm(
  { b0, b1, e0, e1 }: Bounds,
  [first, firstMax, lastMin, last]: readonly [number, number, number, number],
  q: number,
  fill: MarkFill,
  ongoing: boolean,
  length: number,
): Form {
  const isOpen = (q & QUALIFIER.openEnd) !== 0
  const begin = edgeOf(
    firstMax - first,
    b1 - b0,
    (q & QUALIFIER.approximateBegin) !== 0,
    (q & QUALIFIER.openBegin) !== 0,
  )
  const end = edgeOf(last - lastMin, e1 - e0, (q & QUALIFIER.approximateEnd) !== 0, isOpen || ongoing)
  const boundless = first === -Infinity && last === Infinity

  // What is certain lies between the latest begin and the earliest end; a sharp edge counts as certain itself.
  const latestBegin = begin === "round" ? b0 : Number.isFinite(firstMax) ? b1 : NaN
  const earliestEnd = end === "round" ? e1 : Number.isFinite(lastMin) ? e0 : NaN
  let solidFrom = orElse(latestBegin, earliestEnd, length / 2)
  let solidTo = orElse(earliestEnd, latestBegin, length / 2)
  // Without bounds on either side the two hold the date for which a source attests the state.
  if (solidTo < solidFrom && boundless) [solidFrom, solidTo] = [solidTo, solidFrom]
  if (begin === "round" && end !== "round") solidTo = Math.max(solidTo, Math.min(b1, e1))
  if (end === "round" && begin !== "round") solidFrom = Math.min(solidFrom, Math.max(e0, b0))
  if (solidTo < solidFrom) solidFrom = solidTo = (solidFrom + solidTo) / 2

  const short = Math.max(0, DISC - (solidTo - solidFrom))
  const sides = Number(!isSoft(begin)) + Number(!isSoft(end))
  if (!isSoft(begin)) solidFrom -= short / sides
  if (!isSoft(end)) solidTo += short / sides

  let from = solidFrom
  let to = solidTo
  if (begin === "doubt") from = Math.min(b0, from)
  if (end === "doubt") to = Math.max(e1, to)
  if (begin === "fade") from = Math.min(b0 - 4, from - FADE)
  if (end === "fade") to = Math.max(e1 + 4, to + FADE)
  if (begin === "taper") from -= TAPER
  if (end === "taper") to += TAPER
  // What is open for good runs through all of the view; what merely goes on is known to do so only a little farther.
  if (begin === "arrow") from = Math.min(0, from - RUN)
  if (end === "arrow") to = isOpen ? Math.max(length, to + RUN) : to + RUN
  const isPointed = ongoing && end === "round"
  if (isPointed) solidTo = Math.max(solidFrom, to - POINT)
  const wanting = Math.max(0, DISC - (to - from)) / 2
  from -= wanting
  to += wanting
  const centre = (solidFrom + solidTo) / 2
  return {
    from,
    solidFrom,
    solidTo,
    to,
    centre,
    thickness: DISC,
    shape: "bar",
    fill,
    begin,
    end: isPointed ? "arrow" : end,
  }
}

function isSoft(edge: MarkEdge): boolean {
  return edge === "doubt" || edge === "fade"
}

/** How a stretch ends that has so many ms of doubt about its edge, so many px wide. */
function edgeOf(doubt: number, px: number, approximate: boolean, goesOn: boolean): MarkEdge {
  if (!Number.isFinite(doubt)) return goesOn ? "arrow" : "taper"
  if (approximate) return "fade"
  return doubt > SHARP && px >= SEEN ? "doubt" : "round"
}

function orElse(...values: readonly number[]): number {
  return values.find(value => !Number.isNaN(value)) ?? 0
}
