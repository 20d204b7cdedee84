import type { LaneBins, Scene } from "../layout/scene.ts"
import { typeColour, type Theme } from "./theme.ts"

/** Height of a column of counts: by square root, so that a single event is seen beside a hundred. */
export function binHeight(count: number, peak: number, room: number): number {
  return count === 0 ? 0 : Math.max(2, Math.sqrt(count / Math.max(1, peak)) * room)
}

/** Columns that reach from the base of a lane, each in front of the one before. */
interface Layer {
  /** Slot of the palette; null for the accent. */
  readonly colour: number | null
  /** Pixels. */
  readonly heights: Float64Array
}

/** What passes, as columns in which each colour takes the part that it has of the count: the first at the base, and in front. */
export function stackBins({ passing, peak, parts }: LaneBins, room: number): Layer[] {
  const heights = Float64Array.from(passing, count => binHeight(count, peak, room))
  if (parts.length === 0) return [{ colour: null, heights }]
  const below = new Uint32Array(passing.length)
  return parts
    .map(({ colour, counts }) => ({
      colour,
      heights: heights.map((height, i) =>
        passing[i] === 0 ? 0 : (height * (below[i] += counts[i])) / passing[i],
      ),
    }))
    .toReversed()
}

interface Brush {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
  readonly scene: Scene
  readonly theme: Theme
  /** Canvas pixels by pixel. */
  readonly ratio: number
}

/**
 * The lanes that are too dense for marks: what passes, by colour, in front of all. One outline for all columns of a lane
 * and colour, with its edges on canvas pixels: a shape for each column takes an engine twice as long.
 */
export function paintBins({ context, scene, theme, ratio }: Brush): void {
  const snap = (value: number) => Math.round(value * ratio) / ratio
  for (const bins of scene.bins) {
    const { lane, width, all, passing, peak } = bins
    const { across0, across1 } = scene.lanes[lane]
    const room = across1 - across0 - 8
    const base = snap(across1 - 1)
    const fill = (colour: string, heightOf: (column: number) => number) => {
      context.fillStyle = colour
      context.beginPath()
      context.moveTo(0, base)
      let across = base
      for (let i = 0; i <= all.length; i++) {
        const next = i < all.length ? base - snap(heightOf(i)) : base
        if (next === across) continue
        const along = snap(i * width)
        context.lineTo(along, across)
        context.lineTo(along, next)
        across = next
      }
      context.fill()
    }
    // Where all of a column passes nothing of it is seen behind.
    fill(theme.failing, i => (all[i] === passing[i] ? 0 : binHeight(all[i], peak, room)))
    for (const { colour, heights } of stackBins(bins, room))
      fill(colour === null ? theme.accent : typeColour(theme, colour), i => heights[i])
  }
}
