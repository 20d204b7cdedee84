import type { LaneBins, Scene } from "../layout/scene.ts"
import { typeColour, type Theme } from "./theme.ts"

/**
 * Height of a column of counts: by square root, so that a single event is seen beside a hundred. No higher than there is
 * room, also where events that began before the view make more of the first column than begin in any.
 */
function binHeight(count: number, peak: number, room: number): number {
  return count === 0 ? 0 : Math.max(2, Math.min(1, Math.sqrt(count / Math.max(1, peak))) * room)
}

/** Columns that reach from the base of a lane, in front of those of the layers before. */
interface Layer {
  /** Slot of the palette; null for the accent. */
  readonly colour: number | null
  /** Pixels. */
  readonly heights: Float64Array
}

/** What passes, as columns in which each colour takes the part that it has of the count: the first at the base, and in front. */
export function stackBins({ passing, peak, parts }: LaneBins, room: number): Layer[] {
  const heights = columnHeights(passing, peak, room)
  if (parts.length === 0) return [{ colour: null, heights }]
  const left = passing.slice()
  const layers: Layer[] = []
  for (let i = parts.length - 1; i >= 0; i--) {
    const { colour, counts } = parts[i]
    const own = new Float64Array(left.length)
    for (let column = 0; column < own.length; column++) {
      if (left[column] === 0) continue
      own[column] = (heights[column] * left[column]) / passing[column]
      left[column] -= counts[column]
    }
    layers.push({ colour, heights: own })
  }
  return layers
}

/** Heights of columns of counts, in pixels. */
export function columnHeights(counts: Uint32Array, peak: number, room: number): Float64Array {
  const heights = new Float64Array(counts.length)
  for (let i = 0; i < counts.length; i++) heights[i] = binHeight(counts[i], peak, room)
  return heights
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
export function paintBins(brush: Brush): void {
  const { scene, theme } = brush
  for (const bins of scene.bins) {
    const { lane, width, all, passing, peak } = bins
    const { across0, across1 } = scene.lanes[lane]
    const room = across1 - across0 - 8
    const behind = columnHeights(all, peak, room)
    // Where all of a column passes nothing of it is seen behind.
    for (let i = 0; i < all.length; i++) if (all[i] === passing[i]) behind[i] = 0
    fillColumns(brush, behind, width, across1 - 1, theme.failing)
    for (const { colour, heights } of stackBins(bins, room))
      fillColumns(
        brush,
        heights,
        width,
        across1 - 1,
        colour === null ? theme.accent : typeColour(theme, colour),
      )
  }
}

function fillColumns(
  { context, ratio }: Brush,
  heights: Float64Array,
  width: number,
  base: number,
  colour: string,
): void {
  const floor = Math.round(base * ratio)
  context.fillStyle = colour
  context.beginPath()
  context.moveTo(0, floor / ratio)
  let before = 0
  for (let i = 0; i <= heights.length; i++) {
    const height = i < heights.length ? Math.round(heights[i] * ratio) : 0
    if (height === before) continue
    const along = Math.round(i * width * ratio) / ratio
    context.lineTo(along, (floor - before) / ratio)
    context.lineTo(along, (floor - height) / ratio)
    before = height
  }
  context.fill()
}
