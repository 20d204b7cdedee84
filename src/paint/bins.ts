import type { Scene } from "../layout/scene.ts"
import type { Theme } from "./theme.ts"

/** Height of a column of counts: by square root, so that a single event is seen beside a hundred. */
export function binHeight(count: number, peak: number, room: number): number {
  return count === 0 ? 0 : Math.max(2, Math.sqrt(count / Math.max(1, peak)) * room)
}

interface Brush {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
  readonly scene: Scene
  readonly theme: Theme
  /** Canvas pixels by pixel. */
  readonly ratio: number
}

/**
 * The lanes that are too dense for marks: what passes in front of all. One outline for all columns of a lane and colour,
 * with its edges on canvas pixels: a shape for each column takes an engine twice as long.
 */
export function paintBins({ context, scene, theme, ratio }: Brush): void {
  const snap = (value: number) => Math.round(value * ratio) / ratio
  for (const { lane, width, all, passing, peak } of scene.bins) {
    const { across0, across1 } = scene.lanes[lane]
    const room = across1 - across0 - 8
    const base = snap(across1 - 1)
    const fill = (colour: string, countOf: (column: number) => number) => {
      context.fillStyle = colour
      context.beginPath()
      context.moveTo(0, base)
      let across = base
      for (let i = 0; i <= all.length; i++) {
        const count = i < all.length ? countOf(i) : 0
        const next = count === 0 ? base : base - Math.max(1 / ratio, snap(binHeight(count, peak, room)))
        if (next === across) continue
        const along = snap(i * width)
        context.lineTo(along, across)
        context.lineTo(along, next)
        across = next
      }
      context.fill()
    }
    // Where all of a column passes nothing of it is seen behind.
    fill(theme.failing, i => (all[i] === passing[i] ? 0 : all[i]))
    fill(theme.accent, i => passing[i])
  }
}
