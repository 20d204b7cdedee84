import { layoutColumn } from "../../src/layout/column.ts"
import type { Frame } from "../../src/layout/frame.ts"
import { chooseLanes, type LaneField } from "../../src/layout/lanes.ts"
import type { Scene } from "../../src/layout/scene.ts"
import { layoutTimeline, type ViewOptions } from "../../src/layout/timeline.ts"
import { checkDocument } from "../../src/model/check.ts"
import { paintSvg } from "../../src/paint/svg.ts"
import { LIGHT, type Theme } from "../../src/paint/theme.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { EMPTY_SELECTION, type Selection } from "../../src/query/selection.ts"
import { buildTable } from "../../src/table/build.ts"
import type { Table } from "../../src/table/table.ts"
import { readWhen } from "../../src/time/edtf.ts"
import { ticks } from "../../src/time/ticks.ts"
import { dateLocale } from "../../src/words/dates-locale.ts"
import { sayTick } from "../../src/words/dates-ticks.ts"
import "../../src/words/more-ar.ts"
import "../../src/words/more-en.ts"

export interface Picture {
  readonly events: readonly object[]
  /** All of the document but its events. */
  readonly document?: object
  /** EDTF of the stretch in view; the extent with some room where nothing is said. */
  readonly view?: string
  readonly field?: LaneField
  readonly pins?: readonly string[]
  readonly selection?: Partial<Selection>
  readonly dim?: boolean
  readonly width?: number
  readonly room?: number
  readonly theme?: Theme
  readonly lang?: "en" | "ar"
  /** Time down the page. */
  readonly upright?: boolean
  readonly foremost?: readonly string[]
}

/** Room for text that is the same on every machine: letters a little over half as wide as high. */
export const measure = (text: string, size: number) => text.length * size * 0.53

const SIZE = 14

export function tableOf({ events, document }: Pick<Picture, "events" | "document">): Table {
  return buildTable(
    checkDocument({ dateline: 1, title: "Gallery", lang: "en", ...document, events }).document,
  )
}

/** The scene of a picture and how it lies; all that a view needs beside the events has a sensible value. */
export function sceneOf(picture: Picture): { scene: Scene; frame: Frame; table: Table } {
  const { field = "none", pins = [], width = 900, room = 200, lang = "en", upright = false } = picture
  const table = tableOf(picture)
  const selected = memoryEngine(table).select({ ...EMPTY_SELECTION, ...picture.selection })
  const domain = domainOf(picture.view, table)
  const along = upright ? room : width
  const locale = dateLocale(lang)
  const options: ViewOptions = {
    table,
    selected,
    domain,
    along,
    dim: picture.dim ?? false,
    title: row => titleOf(table, row, lang),
    measure,
    labelSize: SIZE,
    colourOf: code => code - 1,
    ticks: ticks(domain, along, { minPx: 64 }).map(tick => ({ ...tick, text: sayTick(tick, locale) })),
    periods: table.document.periods.flatMap(({ when, title, kind }) => {
      const span = readWhen(when)
      const text = Object.values(title)[0] ?? ""
      return span ? [{ from: span.beginMin, to: span.endMax, coverage: kind === "coverage", text }] : []
    }),
    foremost: (picture.foremost ?? []).map(id => table.rowOf(id)),
  }
  const lanes = chooseLanes(table, selected, upright ? "none" : field, {
    pins,
    most: 10,
    sort: "importance",
    name: code => (code < 0 ? "The rest" : table.facets[field as "actor"].values.name(code, lang)),
    lang,
  })
  const scene = upright
    ? layoutColumn({ ...options, across: width })
    : layoutTimeline({ ...options, field, lanes, room })
  const frame = {
    length: along,
    breadth: upright ? width : scene.across,
    vertical: upright,
    rtl: lang === "ar",
  }
  return { scene, frame, table }
}

/** A picture as SVG. */
export function draw(picture: Picture): string {
  const { scene, frame, table } = sceneOf(picture)
  const { lang = "en", theme = LIGHT, field = "none" } = picture
  return paintSvg(scene, frame, {
    theme,
    title: "Gallery",
    label: row => titleOf(table, row, lang),
    measure,
    labelSize: SIZE,
    dir: lang === "ar" ? "rtl" : "ltr",
    lang,
    font: "IBM Plex Sans, IBM Plex Sans Arabic, sans-serif",
    gutter: field === "none" || picture.upright ? 0 : 170,
  })
}

function titleOf(table: Table, row: number, lang: string): string {
  return table.titles[lang]?.get(row) || Object.values(table.titles)[0].get(row)
}

function domainOf(view: string | undefined, table: Table): readonly [number, number] {
  const span = view ? readWhen(view) : null
  if (span) return [span.beginMin, span.endMax]
  const [from, to] = table.extent ?? [0, 86_400_000]
  return [from - (to - from) * 0.06, to + (to - from) * 0.06]
}
