import { matrixOf, type Frame } from "../layout/frame.ts"
import type { Scene } from "../layout/scene.ts"
import { columnHeights, stackBins } from "./bins.ts"
import { piecesOf, type Piece, type Ramp, type Shape } from "./pieces.ts"
import { drawingBox, laneTexts, sceneTexts, type PlacedText, type TextOptions } from "./texts.ts"
import { typeColour, type Theme } from "./theme.ts"

export interface SvgOptions extends TextOptions {
  /** What the picture is called. */
  readonly title: string
  readonly lang: string
  readonly font: string
}

/**
 * A scene as an SVG document: the same pieces as on canvas, with its texts, each with its direction; for export and for
 * the gallery. All text is escaped; numbers are rounded to a tenth of a pixel. Needs no script and no style sheet.
 */
export function paintSvg(scene: Scene, frame: Frame, options: SvgOptions): string {
  const box = drawingBox(scene, frame, options)
  const [width, height] = [round(box.width), round(box.height)]
  return [
    ...markupHead({ ...options, width, height }),
    ...drawingMarkup(scene, frame, options),
    `</svg>`,
    "",
  ].join("\n")
}

/** The beginning of a document, in whose size, language and name all that follows stands. */
export function markupHead({
  width,
  height,
  title,
  lang,
  font,
  dir,
}: Pick<SvgOptions, "title" | "lang" | "font" | "dir"> & { width: number; height: number }): string[] {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" lang="${escape(lang)}" direction="${dir}" font-family="${escape(font)}">`,
    `<title id="title">${escape(title)}</title>`,
  ]
}

/** A scene with its axis and the names of its lanes, from its own corner on; one in a document. */
export function drawingMarkup(scene: Scene, frame: Frame, options: TextOptions): string[] {
  const { theme, dir } = options
  const { top, left, width, height } = drawingBox(scene, frame, options)
  const drawing = createDrawing(theme)
  const shapes = [
    ...backdrop(scene, frame, theme),
    ...bins(scene, theme),
    ...ties(scene, theme),
    ...marks(scene, theme, drawing),
  ]
  const clip = frame.vertical ? "" : ' clip-path="url(#view)"'
  return [
    `<defs>`,
    `<clipPath id="view"><rect width="${round(scene.along)}" height="${round(Math.max(frame.breadth, scene.across))}"/></clipPath>`,
    ...drawing.defs,
    `</defs>`,
    `<rect width="${round(width)}" height="${round(height)}" fill="${theme.paper}"/>`,
    `<g transform="translate(${left} ${top})">`,
    `<g transform="matrix(${matrixOf(frame).map(round).join(" ")})"${clip}>`,
    ...shapes,
    `</g>`,
    ...sceneTexts(scene, frame, options).map(text => textMarkup(text, dir)),
    `</g>`,
    ...laneTexts(scene, frame, options).map(text => textMarkup(text, dir)),
  ]
}

/** A filled rectangle; `corner` is the radius of its corners. */
export function rectangle(box: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
  readonly corner?: number
}): string {
  const corner = box.corner ? ` rx="${round(box.corner)}"` : ""
  return `<rect x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}"${corner} fill="${box.fill}"/>`
}

function backdrop(scene: Scene, frame: Frame, theme: Theme): string[] {
  const height = round(Math.max(scene.across, frame.breadth))
  const periods = scene.periods.map(period => {
    const from = Math.max(0, period.from)
    const to = Math.min(scene.along, period.to)
    return `<rect x="${round(from)}" y="0" width="${round(to - from)}" height="${height}" fill="${period.coverage ? theme.coverage : theme.period}"/>`
  })
  const ticks = scene.ticks
    .filter(tick => tick.along >= 0 && tick.along <= scene.along)
    .map(tick => {
      const colour = tick.major ? `${theme.strong}" opacity="0.55` : `${theme.rule}" opacity="0.8`
      return `<rect x="${round(Math.round(tick.along))}" y="0" width="1" height="${height}" fill="${colour}"/>`
    })
  if (scene.text === "across") return [...periods, ...ticks]
  const lanes = scene.lanes.map(
    lane =>
      `<rect x="0" y="${round(lane.across1 - 1)}" width="${round(scene.along)}" height="1" fill="${theme.rule}"/>`,
  )
  return [...periods, ...ticks, ...lanes]
}

function bins(scene: Scene, theme: Theme): string[] {
  return scene.bins.flatMap(bins => {
    const { lane, width, all, peak } = bins
    const { across0, across1 } = scene.lanes[lane]
    const room = across1 - across0 - 8
    const columns = (heights: Float64Array) =>
      Array.from(heights, (height, i) =>
        height === 0
          ? ""
          : `M${i * width} ${round(across1 - 1)}v${-round(height)}h${width}v${round(height)}z`,
      ).join("")
    const behind = `<path d="${columns(columnHeights(all, peak, room))}" fill="${theme.failing}"/>`
    const layers = stackBins(bins, room).map(
      ({ colour, heights }) =>
        `<path d="${columns(heights)}" fill="${colour === null ? theme.accent : typeColour(theme, colour)}"/>`,
    )
    return [behind, ...layers]
  })
}

function ties(scene: Scene, theme: Theme): string[] {
  const joints = scene.ties.map(tie => {
    const colour = tie.passes ? `${typeColour(theme, tie.colour)}" opacity="0.5` : theme.failing
    return `<polyline points="${pointList(tie.points)}" fill="none" stroke="${colour}" stroke-width="1.5"/>`
  })
  const leaders = scene.labels.flatMap(({ leader }) =>
    leader ? [`<polyline points="${pointList(leader)}" fill="none" stroke="${theme.strong}"/>`] : [],
  )
  return [...joints, ...leaders]
}

interface Drawing {
  readonly defs: string[]
  gradient(ramp: Ramp, colour: string): string
  hatch(colour: string): string
}

/** Hands out gradients and hatches, each defined once. */
function createDrawing(theme: Theme): Drawing {
  const defs: string[] = []
  const hatches = new Map<string, string>()
  return {
    defs,
    gradient({ stops, radial }, colour) {
      const id = `ramp${defs.length}`
      const from = stops[0][0]
      const span = Math.max(1e-6, stops.at(-1)![0] - from)
      const place = radial
        ? `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${round(radial[0])}" cy="${round(radial[1])}" r="${round(span)}">`
        : `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${round(from)}" y1="0" x2="${round(from + span)}" y2="0">`
      const list = stops.map(
        ([at, opacity]) =>
          `<stop offset="${Math.round(((at - from) / span) * 1000) / 1000}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
      )
      defs.push(`${place}${list.join("")}</${radial ? "radial" : "linear"}Gradient>`)
      return `url(#${id})`
    },
    hatch(colour) {
      const known = hatches.get(colour)
      if (known) return known
      const id = `hatch${hatches.size}`
      defs.push(
        `<pattern id="${id}" patternUnits="userSpaceOnUse" width="4" height="4"><rect width="4" height="4" fill="${theme.paper}"/><path d="M-1 1L1 -1M0 4L4 0M3 5L5 3" stroke="${colour}" stroke-width="1.4"/></pattern>`,
      )
      hatches.set(colour, `url(#${id})`)
      return `url(#${id})`
    },
  }
}

function marks(scene: Scene, theme: Theme, drawing: Drawing): string[] {
  const ordered = [...scene.marks.filter(mark => !mark.passes), ...scene.marks.filter(mark => mark.passes)]
  return ordered.map(mark => {
    const colour = mark.passes ? typeColour(theme, mark.colour) : theme.failing
    const pieces = piecesOf(mark, scene.along).map(piece => pieceMarkup(piece, colour, theme, drawing))
    return `<g data-row="${mark.row}">${pieces.join("")}</g>`
  })
}

function pieceMarkup(piece: Piece, colour: string, theme: Theme, drawing: Drawing): string {
  const { shape, fill, stroke, dash, opacity, ramp } = piece
  const ink = ramp ? drawing.gradient(ramp, colour) : colour
  const fills = {
    colour: ink,
    paper: ramp ? "none" : theme.paper,
    hatch: fill === "hatch" ? drawing.hatch(colour) : "none",
    none: "none",
  }
  const parts = [`fill="${fills[fill]}"`]
  if (stroke > 0) parts.push(`stroke="${ink}" stroke-width="${stroke}"`)
  if (dash) parts.push(`stroke-dasharray="${dash.join(" ")}"`)
  if (opacity < 1) parts.push(`opacity="${opacity}"`)
  return `<${outline(shape)} ${parts.join(" ")}/>`
}

function outline(shape: Shape): string {
  if (shape.kind === "circle") {
    return `circle cx="${round(shape.along)}" cy="${round(shape.across)}" r="${round(shape.radius)}"`
  }
  if (shape.kind === "line") {
    return `${shape.closed ? "polygon" : "polyline"} points="${pointList(shape.points)}"`
  }
  const { from, to, across0, across1, begin, end } = shape
  if (begin === end) {
    const corners = begin > 0 ? ` rx="${round(begin)}"` : ""
    return `rect x="${round(from)}" y="${round(across0)}" width="${round(to - from)}" height="${round(across1 - across0)}"${corners}`
  }
  const corner = (radius: number, x: number, y: number) =>
    radius > 0 ? `a${round(radius)} ${round(radius)} 0 0 1 ${round(x)} ${round(y)}` : ""
  return `path d="M${round(from + begin)} ${round(across0)}H${round(to - end)}${corner(end, end, end)}V${round(across1 - end)}${corner(end, -end, end)}H${round(from + begin)}${corner(begin, -begin, -begin)}V${round(across0 + begin)}${corner(begin, begin, -begin)}z"`
}

/** A line of text, with its direction. */
export function textMarkup(
  { x, y, anchor, size, fill, weight, opacity, content }: PlacedText,
  dir: "ltr" | "rtl",
): string {
  const style = `fill="${fill}"${weight > 400 ? ` font-weight="${weight}"` : ""}${opacity < 1 ? ` opacity="${opacity}"` : ""}`
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" direction="${dir}" unicode-bidi="embed" ${style}>${escape(content)}</text>`
}

function pointList(points: readonly (readonly [number, number])[]): string {
  return points.map(([along, across]) => `${round(along)},${round(across)}`).join(" ")
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

/** Text for markup; characters that XML does not allow become the replacement character. */
function escape(content: string): string {
  return Array.from(content, character => (isAllowed(character.codePointAt(0)!) ? character : "\ufffd"))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

/** Production Char of XML 1.0. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
}
