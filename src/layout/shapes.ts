import { QUALIFIER } from "../time/when.ts"
import type { Scale } from "./scale.ts"
import type { EdgeForm, Form, Shape } from "./scene.ts"

export const RADIUS = 5
export const THICKNESS = 10
/** Pixels over which an unknown edge thins out, an open one runs on, an approximate one fades at least. */
const TAPER = 40
const RUN_ON = 44
const FADE = 18

/** What one span of time looks like at one scale, apart from its lane. */
export interface Outline {
  readonly shape: Shape
  readonly from: number
  readonly to: number
  readonly coreFrom: number
  readonly coreTo: number
  readonly anchor: number
  readonly begin: EdgeForm
  readonly end: EdgeForm
}

/** The four bounds of a row as pixels, and its qualifiers. */
export interface Span {
  readonly beginMin: number
  readonly beginMax: number
  readonly endMin: number
  readonly endMax: number
  readonly qualifiers: number
}

/**
 * The honest outline of a span: a moment is a disc until its day, month or year is wider than the disc, then a bar as
 * long as that; a stretch is a bar between its bounds; one moment in a window is a disc that rides in a bracket over the
 * window; approximate edges fade over the span of doubt, unknown ones taper, open ones run on and end in an arrow.
 */
export function outlineOf(span: Span, scale: Scale, ongoing: boolean): Outline {
  const bits = span.qualifiers
  if (bits & QUALIFIER.oneOf) return windowOutline(span, scale)
  const stretch = (bits & (QUALIFIER.interval | QUALIFIER.allOf)) !== 0
  const begin = edgeForm(span.beginMin, bits & QUALIFIER.openBegin, bits & QUALIFIER.approximateBegin)
  const endOpen = bits & QUALIFIER.openEnd || (ongoing && !stretch)
  const end = edgeForm(endOpen ? Infinity : span.endMax, endOpen, bits & QUALIFIER.approximateEnd)
  const knownFrom = Number.isFinite(span.beginMin) ? span.beginMin : Math.min(span.beginMax, span.endMin)
  const knownTo = Number.isFinite(span.endMax) ? span.endMax : Math.max(span.endMin, span.beginMax)
  let coreFrom = scale.along(Number.isFinite(knownFrom) ? knownFrom : knownTo)
  let coreTo = scale.along(Number.isFinite(knownTo) ? knownTo : knownFrom)
  const sharp = begin === "sharp" && end === "sharp"
  if (coreTo - coreFrom <= 2 * RADIUS + 2) {
    const middle = (coreFrom + coreTo) / 2
    if (sharp && !(stretch && coreTo - coreFrom > 2 * RADIUS)) return disc(middle)
    coreFrom = middle - RADIUS
    coreTo = middle + RADIUS
  }
  const doubt = stretch
    ? Math.max(FADE, scale.along(span.beginMax) - scale.along(span.beginMin))
    : Math.max(FADE, (coreTo - coreFrom) / 2)
  return {
    shape: "bar",
    from: coreFrom - reach(begin, doubt),
    to: coreTo + reach(end, doubt),
    coreFrom,
    coreTo,
    anchor: anchorIn(coreFrom, coreTo, scale.length),
    begin,
    end,
  }
}

function disc(middle: number): Outline {
  return {
    shape: "disc",
    from: middle - RADIUS,
    to: middle + RADIUS,
    coreFrom: middle - RADIUS,
    coreTo: middle + RADIUS,
    anchor: middle,
    begin: "sharp",
    end: "sharp",
  }
}

function windowOutline(span: Span, scale: Scale): Outline {
  const openBegin = !Number.isFinite(span.beginMin)
  const openEnd = !Number.isFinite(span.endMax)
  let from = openBegin ? scale.along(span.endMax) - TAPER - 4 * RADIUS : scale.along(span.beginMin)
  let to = openEnd ? scale.along(span.beginMin) + TAPER + 4 * RADIUS : scale.along(span.endMax)
  const least = 4 * RADIUS + 4
  if (to - from < least) {
    const middle = (from + to) / 2
    ;[from, to] = [middle - least / 2, middle + least / 2]
  }
  const anchor = openBegin
    ? to - 2 * RADIUS - 2
    : openEnd
      ? from + 2 * RADIUS + 2
      : anchorIn(from, to, scale.length)
  return {
    shape: "window",
    from,
    to,
    coreFrom: from,
    coreTo: to,
    anchor,
    begin: openBegin ? "taper" : "sharp",
    end: openEnd ? "taper" : "sharp",
  }
}

/** The middle of the part of a stretch that is in view, so that a tie or a disc is never out of sight of its bar. */
function anchorIn(from: number, to: number, length: number): number {
  const visibleFrom = Math.max(from, 0)
  const visibleTo = Math.min(to, length)
  return visibleTo > visibleFrom ? (visibleFrom + visibleTo) / 2 : (from + to) / 2
}

function edgeForm(bound: number, open: number | boolean, approximate: number): EdgeForm {
  if (open) return "arrow"
  if (!Number.isFinite(bound)) return "taper"
  return approximate ? "fade" : "sharp"
}

function reach(edge: EdgeForm, doubt: number): number {
  switch (edge) {
    case "sharp":
      return 0
    case "fade":
      return Math.min(doubt, 200)
    case "taper":
      return TAPER
    case "arrow":
      return RUN_ON
  }
}

/** The form of a status (document STATUSES); an unknown one looks like one that occurred. */
export function formOf(status: string): Form {
  switch (status) {
    case "planned":
    case "announced":
      return "outline"
    case "possible":
      return "dashed"
    case "claimed":
      return "hatched"
    case "denied":
    case "cancelled":
      return "struck"
    default:
      return "filled"
  }
}
