import { matrixOf, toPoint, toRectangle, type Frame } from "../layout/frame.ts"
import { labelBox, type Label, type Scene } from "../layout/scene.ts"
import { binHeight } from "./canvas.ts"
import { fitText, type Measure } from "./fit-text.ts"
import { piecesOf, type Piece, type Ramp, type Shape } from "./pieces.ts"
import { typeColour, type Theme } from "./theme.ts"

export interface SvgOptions {
  readonly theme: Theme
  /** What the picture is called. */
  readonly title: string
  /** Title of a row. */
  readonly label: (row: number) => string
  readonly measure: Measure
  readonly labelSize: number
  /** Direction of the texts, and the side on which the names of the lanes stand. */
  readonly dir: "ltr" | "rtl"
  readonly lang: string
  readonly font: string
  /** Pixels for the names of the lanes; 0 leaves them out. */
  readonly gutter: number
}

/** Height of the words of the axis, over horizontal lanes. */
const AXIS = 40
const TICK_SIZE = 12

/**
 * A scene as an SVG document: the same pieces as on canvas, with its texts, each with its direction; for export and for
 * the gallery. All text is escaped; numbers are rounded to a tenth of a pixel. Needs no script and no style sheet.
 */
export function paintSvg(scene: Scene, frame: Frame, options: SvgOptions): string {
  const { theme, gutter, dir, title, lang, font } = options
  const top = frame.vertical ? 0 : AXIS
  const left = dir === "ltr" ? gutter : 0
  const width = round((frame.vertical ? frame.breadth : frame.length) + gutter)
  const height = round((frame.vertical ? frame.length : Math.max(frame.breadth, scene.across)) + top)
  const drawing = createDrawing(theme)
  const shapes = [
    ...backdrop(scene, frame, theme),
    ...bins(scene, theme),
    ...ties(scene, theme),
    ...marks(scene, theme, drawing),
  ]
  const clip = frame.vertical ? "" : ' clip-path="url(#view)"'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" lang="${escape(lang)}" direction="${dir}" font-family="${escape(font)}">`,
    `<title id="title">${escape(title)}</title>`,
    `<defs>`,
    `<clipPath id="view"><rect width="${round(scene.along)}" height="${round(Math.max(frame.breadth, scene.across))}"/></clipPath>`,
    ...drawing.defs,
    `</defs>`,
    `<rect width="${width}" height="${height}" fill="${theme.paper}"/>`,
    `<g transform="translate(${left} ${top})">`,
    `<g transform="matrix(${matrixOf(frame).map(round).join(" ")})"${clip}>`,
    ...shapes,
    `</g>`,
    ...tickTexts(scene, frame, options),
    ...scene.labels.map(label => labelText(scene, frame, label, options)),
    ...periodTexts(scene, frame, options),
    `</g>`,
    ...(gutter > 0 ? laneNames(scene, width, top, options) : []),
    `</svg>`,
    "",
  ].join("\n")
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
  return scene.bins.flatMap(({ lane, width, all, passing, peak }) => {
    const { across0, across1 } = scene.lanes[lane]
    const columns = (counts: Uint32Array) =>
      Array.from(counts, (count, i) => {
        const height = round(binHeight(count, peak, across1 - across0 - 8))
        return count === 0 ? "" : `M${i * width} ${round(across1 - 1)}v${-height}h${width}v${height}z`
      }).join("")
    return [
      `<path d="${columns(all)}" fill="${theme.failing}"/>`,
      `<path d="${columns(passing)}" fill="${theme.accent}"/>`,
    ]
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

function tickTexts(scene: Scene, frame: Frame, { theme, dir, labelSize }: SvgOptions): string[] {
  return scene.ticks.flatMap(tick => {
    if (!tick.text || tick.along < -0.5 || tick.along > scene.along) return []
    const { x, y } = toPoint(frame, tick.along, 0)
    const style = tick.major ? `fill="${theme.ink}" font-weight="600"` : `fill="${theme.secondary}"`
    if (frame.vertical) {
      const at = frame.rtl ? x - 6 : x + 6
      return [text(at, y + TICK_SIZE + 2, hug(!frame.rtl, dir), TICK_SIZE, style, dir, tick.text)]
    }
    const at = frame.rtl ? x - 4 : x + 4
    return [
      text(at, tick.major ? -labelSize - 10 : -7, hug(!frame.rtl, dir), TICK_SIZE, style, dir, tick.text),
    ]
  })
}

function labelText(scene: Scene, frame: Frame, label: Label, options: SvgOptions): string {
  const { theme, labelSize, measure, dir } = options
  const box = toRectangle(frame, labelBox(scene, label))
  const most = frame.vertical ? Math.max(1, Math.round(label.thickness / (labelSize * 1.3))) : 1
  const lines = fitText(options.label(label.row), label.maxLength + 0.5, labelSize, measure, most)
  const isAtLeft = frame.vertical ? !frame.rtl : (label.side === "before") === frame.rtl
  const x = isAtLeft ? box.x : box.x + box.width
  const style = `fill="${theme.ink}"${label.passes ? "" : ' opacity="0.4"'}`
  const line = box.height / lines.length
  return lines
    .map((part, i) =>
      text(x, box.y + line * (i + 0.5) + labelSize * 0.36, hug(isAtLeft, dir), labelSize, style, dir, part),
    )
    .join("\n")
}

function periodTexts(scene: Scene, frame: Frame, { theme, dir, measure }: SvgOptions): string[] {
  if (frame.vertical) return []
  return scene.periods.flatMap(period => {
    const from = Math.max(0, period.from)
    const lines = fitText(period.text, Math.min(scene.along, period.to) - from - 8, TICK_SIZE, measure)
    if (lines.length === 0 || lines[0] === "…") return []
    const { x } = toPoint(frame, from + 4, 0)
    return [
      text(x, TICK_SIZE + 1, hug(!frame.rtl, dir), TICK_SIZE, `fill="${theme.secondary}"`, dir, lines[0]),
    ]
  })
}

function laneNames(scene: Scene, width: number, top: number, options: SvgOptions): string[] {
  const { theme, dir, gutter, labelSize, measure } = options
  return scene.lanes.map(lane => {
    const indent = 12 + lane.depth * 12
    const x = dir === "ltr" ? indent : width - indent
    const [name = ""] = fitText(lane.name, gutter - indent - 8, labelSize, measure)
    const y = top + lane.across0 + labelSize + 6
    return text(x, y, "start", labelSize, `fill="${theme.ink}" font-weight="600"`, dir, name)
  })
}

/** The anchor of a text that is to keep to the left (or the right) of its place, whichever way it runs. */
function hug(isAtLeft: boolean, dir: "ltr" | "rtl"): "start" | "end" {
  return isAtLeft === (dir === "ltr") ? "start" : "end"
}

function text(
  x: number,
  y: number,
  anchor: "start" | "end",
  size: number,
  style: string,
  dir: "ltr" | "rtl",
  content: string,
): string {
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
