/** The stretch in view, [from, to) in ms since 1970 UTC. */
export type Domain = readonly [from: number, to: number]

const MINUTE = 60_000
const YEAR = 365.2425 * 86_400_000
/** Nothing known is older than this; the widest view there is. */
const WIDEST = 20e9 * YEAR
/** Part of the view that may lie beside the extent before a movement is held back. */
const BESIDE = 0.9
/** Positions are held within so many pixels of the view, so that no painter meets numbers it cannot draw. */
const REACH = 100_000

/** Pixels along of an instant, on a line of `length` px for the domain; ±Infinity and far instants end REACH beyond. */
export function alongOf([from, to]: Domain, length: number, at: number): number {
  const along = ((at - from) / (to - from)) * length
  return Math.max(-REACH, Math.min(length + REACH, along))
}

/** The instant at a position along; the inverse of alongOf within its reach. */
export function instantAt([from, to]: Domain, length: number, along: number): number {
  return from + (along / length) * (to - from)
}

/** The domain seen `factor` times as wide (below 1 comes closer), with `around` staying where it is. */
export function zoomDomain([from, to]: Domain, factor: number, around = (from + to) / 2): Domain {
  return [around - (around - from) * factor, around + (to - around) * factor]
}

/**
 * The domain that may be shown in place of one asked for: at least a minute and at most 20 thousand million years wide,
 * and never so far beside the extent that a movement runs away into empty time. Where `before` already lay farther out
 * (a date was jumped to), it is a movement farther still that is held back. What is no domain at all becomes `before`, or
 * the extent.
 */
export function clampDomain(wanted: Domain, extent: Domain | null, before: Domain | null = null): Domain {
  const [from, to] = wanted
  if (!Number.isFinite(from) || !Number.isFinite(to)) return before ?? extent ?? [0, MINUTE]
  const middle = (from + to) / 2
  // Far from 1970 a minute is finer than a double can tell apart over a screen.
  const least = Math.max(MINUTE, Math.abs(middle) * 2 ** -38)
  const span = Math.min(Math.max(Math.abs(to - from), least), WIDEST)
  const unchanged = span === to - from
  const start = unchanged ? from : middle - span / 2
  const [min, max] = extent ?? [-WIDEST / 2, WIDEST / 2]
  const first = Math.min(min - span * BESIDE, before ? before[0] : Infinity)
  const last = Math.max(max - span * (1 - BESIDE), before ? before[1] - span : -Infinity)
  const held = Math.max(first, Math.min(last, start))
  if (unchanged && held === start) return wanted
  return [held, held + span]
}
