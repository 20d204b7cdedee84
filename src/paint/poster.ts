import type { Frame } from "../layout/frame.ts"
import type { Scene } from "../layout/scene.ts"
import { paintScene } from "./canvas.ts"
import { fitText } from "./fit-text.ts"
import { drawingMarkup, markupHead, rectangle, textMarkup } from "./svg.ts"
import { drawingBox, laneTexts, placed, sceneTexts, type PlacedText, type TextOptions } from "./texts.ts"
import { typeColour } from "./theme.ts"

/** What stands around a drawing that leaves its page: all that a reader needs who sees nothing else. */
export interface Captions {
  readonly title: string
  /** What is shown: counts, the stretch of time, filters. A paragraph each. */
  readonly lines: readonly string[]
  /** Types by the slot of their colour. */
  readonly legend: readonly { readonly name: string; readonly slot: number }[]
  /** Sources, when and with what it was made. A paragraph each. */
  readonly foot: readonly string[]
}

export interface PosterOptions extends TextOptions {
  readonly lang: string
  readonly font: string
}

/** A drawing with its captions, laid out in CSS pixels. */
export interface Poster {
  readonly width: number
  readonly height: number
  /** Where the drawing has its corner. */
  readonly x: number
  readonly y: number
  readonly texts: readonly PlacedText[]
  readonly swatches: readonly { readonly x: number; readonly y: number; readonly colour: string }[]
}

const MARGIN = 28
const SIZES = { title: 26, line: 14, foot: 12 }
const SWATCH = 10
/** Most lines of a paragraph; a list of sources may be long. */
const MOST = { title: 3, line: 3, foot: 4 }

/** Captions over and under a drawing, each as wide as the drawing, in the direction of their language. */
export function layoutPoster(scene: Scene, frame: Frame, captions: Captions, options: PosterOptions): Poster {
  const { theme, measure, dir } = options
  const box = drawingBox(scene, frame, options)
  const width = box.width + MARGIN * 2
  const start = dir === "ltr" ? MARGIN : width - MARGIN
  const texts: PlacedText[] = []
  let y = MARGIN
  const paragraph = (text: string, kind: keyof typeof SIZES, fill: string, weight: 400 | 600 = 400) => {
    const size = SIZES[kind]
    // Measured in the plain weight; the heavier one is a little wider.
    for (const content of fitText(text, box.width * (weight > 400 ? 0.93 : 1), size, measure, MOST[kind])) {
      y += size * 1.4
      texts.push(placed({ x: start, y: y - size * 0.3, anchor: "start", size, fill, weight, content }))
    }
  }
  paragraph(captions.title, "title", theme.ink, 600)
  y += 4
  for (const line of captions.lines) paragraph(line, "line", theme.secondary)
  y += 12
  const top = y
  y += box.height
  const swatches: Poster["swatches"][number][] = []
  if (captions.legend.length > 0) {
    y += 24
    let along = 0
    for (const { name, slot } of captions.legend) {
      const length = SWATCH + 6 + measure(name, SIZES.line)
      if (along > 0 && along + length > box.width) {
        along = 0
        y += SIZES.line * 1.6
      }
      const left = dir === "ltr" ? start + along : start - along - SWATCH
      swatches.push({ x: left, y: y - SWATCH, colour: typeColour(theme, slot) })
      const x = dir === "ltr" ? left + SWATCH + 6 : left - 6
      texts.push(placed({ x, y, anchor: "start", size: SIZES.line, fill: theme.ink, content: name }))
      along += length + 20
    }
  }
  y += 8
  for (const line of captions.foot) paragraph(line, "foot", theme.secondary)
  return { width, height: Math.ceil(y + MARGIN), x: MARGIN, y: top, texts, swatches }
}

/** The poster as an SVG document that asks for nothing outside of itself. */
export function posterSvg(
  poster: Poster,
  scene: Scene,
  frame: Frame,
  captions: Captions,
  options: PosterOptions,
): string {
  const { width, height, x, y, texts, swatches } = poster
  const { theme, dir } = options
  return [
    ...markupHead({ width, height, title: captions.title, ...options }),
    rectangle({ x: 0, y: 0, width, height, fill: theme.paper }),
    `<g transform="translate(${x} ${y})">`,
    ...drawingMarkup(scene, frame, options),
    `</g>`,
    ...swatches.map(({ x, y, colour }) =>
      rectangle({ x, y, width: SWATCH, height: SWATCH, fill: colour, corner: SWATCH / 2 }),
    ),
    ...texts.map(text => textMarkup(text, dir)),
    `</svg>`,
    "",
  ].join("\n")
}

type Context = CanvasRenderingContext2D

/**
 * The poster on a canvas of its size times `ratio`; `sheet` is the context of another canvas, which the drawing is painted
 * on first. Fonts must be there.
 */
export function paintPoster(
  context: Context,
  sheet: Context,
  poster: Poster,
  scene: Scene,
  frame: Frame,
  options: PosterOptions & { readonly ratio: number },
): void {
  const { theme, dir, ratio } = options
  const box = drawingBox(scene, frame, options)
  const size = (canvas: HTMLCanvasElement, width: number, height: number) => {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  size(context.canvas, poster.width, poster.height)
  size(sheet.canvas, box.width - options.gutter, box.height - box.top)
  paintScene(sheet, scene, frame, theme, { ratio })
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = theme.paper
  context.fillRect(0, 0, poster.width, poster.height)
  const [left, top] = [poster.x + box.left, poster.y + box.top]
  context.drawImage(sheet.canvas, left, top, box.width - options.gutter, box.height - box.top)
  for (const { x, y, colour } of poster.swatches) {
    context.fillStyle = colour
    context.beginPath()
    context.arc(x + SWATCH / 2, y + SWATCH / 2, SWATCH / 2, 0, 2 * Math.PI)
    context.fill()
  }
  context.direction = dir
  context.textBaseline = "alphabetic"
  const write = (text: PlacedText, x: number, y: number) => {
    context.font = `${text.weight} ${text.size}px ${options.font}`
    context.textAlign = text.anchor
    context.fillStyle = text.fill
    context.globalAlpha = text.opacity
    context.fillText(text.content, x + text.x, y + text.y)
  }
  for (const text of sceneTexts(scene, frame, options)) write(text, left, top)
  for (const text of laneTexts(scene, frame, options)) write(text, poster.x, poster.y)
  for (const text of poster.texts) write(text, 0, 0)
  context.globalAlpha = 1
}
