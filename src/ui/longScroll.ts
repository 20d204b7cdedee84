/**
 * Scrolling through more than an engine lets stand on a page (Firefox cuts off beyond 17.8 million pixels, Chromium beyond
 * 33.5): the bar runs over a part of the length that the content has. Steps move the content as far as the bar, so that a
 * wheel turns as everywhere; a leap of the bar leads to the same part of the whole.
 */

/** Pixels that a long list takes on the page at most. */
export const TALLEST = 8_000_000
/** Within so many pixels of an end, bar and content are equally far from it. */
const EDGE = 4000
/** Pixels that engines round away: setting the bar for less would only break off a movement under way. */
const ROUNDING = 1

/** How far the bar and the content can go, in pixels; the content at least as far, the bar no less than two EDGEs. */
export interface Range {
  readonly bar: number
  readonly content: number
}

/** Where both stand, in pixels from the top. */
export interface Place {
  readonly bar: number
  readonly content: number
}

/** The place that a leap of the bar leads to. */
export function placeOfBar(range: Range, bar: number): Place {
  if (bar <= EDGE) return { bar, content: bar }
  if (range.bar - bar <= EDGE) return { bar, content: range.content - (range.bar - bar) }
  const part = (bar - EDGE) / (range.bar - 2 * EDGE)
  return { bar, content: EDGE + part * (range.content - 2 * EDGE) }
}

/** The place of the bar for the content: the inverse of placeOfBar. */
export function placeOfContent(range: Range, content: number): Place {
  if (content <= EDGE) return { bar: content, content }
  if (range.content - content <= EDGE) return { bar: range.bar - (range.content - content), content }
  const part = (content - EDGE) / (range.content - 2 * EDGE)
  return { bar: EDGE + part * (range.bar - 2 * EDGE), content }
}

/** Where one stands after the bar was moved to `bar`; a movement of more than `page` pixels is a leap. */
export function follow(range: Range, before: Place, bar: number, page: number): Place {
  const by = bar - before.bar
  if (Math.abs(by) > page) return placeOfBar(range, bar)
  const content = Math.max(0, Math.min(range.content, before.content + by))
  // Where the bar comes near an end before the content does, it is set back to where the content is.
  const isEarly = bar < EDGE && content - bar > ROUNDING
  const isLate = range.bar - bar < EDGE && range.content - content - (range.bar - bar) > ROUNDING
  return isEarly || isLate ? placeOfContent(range, content) : { bar, content }
}
