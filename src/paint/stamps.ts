import type { Mark } from "../layout/scene.ts"
import { piecesOf, type Piece } from "./pieces.ts"
import { typeColour, type Theme } from "./theme.ts"

/** Paints a disc by copying a picture of it; false where that cannot be done and it must be drawn. */
export type Stamps = (mark: Mark) => boolean

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
type Paint = (context: Context, pieces: readonly Piece[], colour: string, theme: Theme) => void

/** CSS pixels of a picture: a disc, its stroke through and its fade. */
const SIZE = 24

/**
 * A painter of discs that draws each kind once and copies it from then on, on whole canvas pixels: four times as fast
 * as a path for each. Where there is no canvas off screen it declines.
 */
export function createStamps(target: Context, theme: Theme, ratio: number, paint: Paint): Stamps {
  if (typeof OffscreenCanvas === "undefined") return () => false
  const pictures = new Map<string, OffscreenCanvas | null>()
  const device = Math.ceil(SIZE * ratio)
  const draw = (mark: Mark): OffscreenCanvas | null => {
    const canvas = new OffscreenCanvas(device, device)
    const context = canvas.getContext("2d")
    if (!context) return null
    const { a, b, c, d } = target.getTransform()
    context.setTransform(a, b, c, d, device / 2, device / 2)
    const shift = -mark.centre
    const centred = { ...mark, centre: 0, across: 0, from: mark.from + shift, to: mark.to + shift }
    paint(context, piecesOf(centred, 0), mark.passes ? typeColour(theme, mark.colour) : theme.failing, theme)
    return canvas
  }
  return mark => {
    const key = `${mark.fill} ${mark.begin} ${mark.passes ? mark.colour : "fails"}`
    let picture = pictures.get(key)
    if (picture === undefined) pictures.set(key, (picture = draw(mark)))
    if (!picture) return false
    const matrix = target.getTransform()
    const x = Math.round(matrix.a * mark.centre + matrix.c * mark.across + matrix.e - device / 2)
    const y = Math.round(matrix.b * mark.centre + matrix.d * mark.across + matrix.f - device / 2)
    target.setTransform(1, 0, 0, 1, 0, 0)
    target.drawImage(picture, x, y)
    target.setTransform(matrix)
    return true
  }
}
