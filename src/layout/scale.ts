/** A stretch of time in view, [from, to) in ms since 1970 UTC. */
export type Domain = readonly [number, number]

/** Time ↔ pixels along the axis of time, which always grow with time; where the axis lies on the page is frame.ts. */
export interface Scale {
  readonly domain: Domain
  /** Pixels that the domain takes. */
  readonly length: number
  /** Pixels of an instant; ±Infinity stays ±Infinity. */
  along(instant: number): number
  /** Instant of a pixel. */
  instant(along: number): number
}

export function timeScale(domain: Domain, length: number): Scale {
  const [from, to] = domain
  const rate = length / (to - from)
  return {
    domain,
    length,
    along: instant => (instant - from) * rate,
    instant: along => from + along / rate,
  }
}

const MINUTE = 60_000
const DAY = 86_400_000
/** Twenty thousand million years: more than there has been. */
const WIDEST = 2e10 * 365.2425 * DAY

/**
 * The nearest allowed stretch: at least a minute and at most the age of the world wide, and never so far from the extent
 * that no edge of it could be brought back by one more such movement: some part of the extent, or of the room of one
 * screen beside it, stays in view.
 */
export function clampDomain(domain: Domain, extent: Domain | null): Domain {
  let [from, to] = domain
  if (!(to > from) || !Number.isFinite(to - from)) return extent ?? [0, 365 * DAY]
  const middle = (from + to) / 2
  const span = Math.min(Math.max(to - from, MINUTE, Math.abs(middle) * 1e-13), WIDEST)
  if (span !== to - from) [from, to] = [middle - span / 2, middle + span / 2]
  if (!extent) return [from, to]
  const [least, most] = [extent[0] - span * 0.9, extent[1] + span * 0.9]
  if (from < least) return [least, least + span]
  if (to > most) return [most - span, most]
  return [from, to]
}
