import type { Mark } from "../layout/scene.ts"
import { piecesOf, type Piece } from "./pieces.ts"
import { typeColour, type Theme } from "./theme.ts"

/** Paints discs by copying pictures of them. */
export interface Stamps {
  /** False where that cannot be done and it must be drawn. */
  stamp(mark: Mark): boolean
  /** Ends a run of stamps: the canvas is as it was before it. */
  lift(): void
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
type Paint = (context: Context, pieces: readonly Piece[], colour: string, theme: Theme) => void

/** CSS pixels of a picture: a disc, its stroke through and its fade. */
const SIZE = 24
/** Pictures that a theme keeps: those of some ratios. */
const MOST = 500

/** Pictures by the theme that they are painted in: one that was made is copied in every frame from then on. */
const kept = new WeakMap<Theme, Map<string, ImageBitmap | null>>()

/**
 * A painter of discs that draws each kind once and copies it from then on, on whole canvas pixels: four times as fast
 * as a path for each. Where there is no canvas off screen it declines.
 */
export function createStamps(target: Context, theme: Theme, ratio: number, paint: Paint): Stamps {
  if (typeof OffscreenCanvas === "undefined") return { stamp: () => false, lift() {} }
  const matrix = target.getTransform()
  const { a, b, c, d, e, f } = matrix
  const pictures = picturesOf(theme)
  const way = [ratio, a, b, c, d].join()
  const device = Math.ceil(SIZE * ratio)
  let isStamping = false
  const draw = (mark: Mark): ImageBitmap | null => {
    const canvas = new OffscreenCanvas(device, device)
    const context = canvas.getContext("2d")
    if (!context) return null
    context.setTransform(a, b, c, d, device / 2, device / 2)
    const shift = -mark.centre
    const centred = { ...mark, centre: 0, across: 0, from: mark.from + shift, to: mark.to + shift }
    paint(context, piecesOf(centred, 0), mark.passes ? typeColour(theme, mark.colour) : theme.failing, theme)
    // A canvas would be looked at anew with each copy.
    return canvas.transferToImageBitmap()
  }
  return {
    stamp(mark) {
      const key = `${way} ${mark.fill} ${mark.begin} ${mark.passes ? mark.colour : "fails"}`
      let picture = pictures.get(key)
      if (picture === undefined) pictures.set(key, (picture = draw(mark)))
      if (!picture) return false
      if (!isStamping) target.setTransform(1, 0, 0, 1, 0, 0)
      isStamping = true
      const x = Math.round(a * mark.centre + c * mark.across + e - device / 2)
      const y = Math.round(b * mark.centre + d * mark.across + f - device / 2)
      target.drawImage(picture, x, y)
      return true
    },
    lift() {
      if (isStamping) target.setTransform(matrix)
      isStamping = false
    },
  }
}

/** The colours of a plain theme are the system's, which may change while it stays the same. */
function picturesOf(theme: Theme): Map<string, ImageBitmap | null> {
  const known = theme.plain ? undefined : kept.get(theme)
  if (known && known.size < MOST) return known
  const pictures = new Map<string, ImageBitmap | null>()
  kept.set(theme, pictures)
  return pictures
}
