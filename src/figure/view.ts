import type { Frame } from "../layout/frame.ts"
import { fillLanes } from "../layout/laneRows.ts"
import { chooseLanes } from "../layout/lanes.ts"
import type { Scene } from "../layout/scene.ts"
import { layoutTimeline } from "../layout/timeline.ts"
import type { Selected } from "../query/engine.ts"
import type { State } from "../state/state.ts"
import type { DateLocale } from "../words/dates-locale.ts"
import type { AllWords } from "../words/more.ts"
import { periodsOf, ticksOf } from "./axis.ts"
import { domainOf } from "./domain.ts"
import { laneField } from "./laneField.ts"
import { lanesShown, type LanesShown } from "./lanesShown.ts"
import { nameOf, titleOf, type Naming } from "./names.ts"
import { readWhen } from "../time/edtf.ts"
import { statedIn } from "./statedIn.ts"
import { typeColours } from "./typeColours.ts"

/** A view as one reader sees it, without a page. */
export interface View extends Naming {
  readonly state: State
  readonly selected: Selected
  readonly words: AllWords
  readonly locale: DateLocale
}

/** Lanes before the one for all others. */
const MOST_LANES = 10
/** Pixels that few lanes share out among themselves. */
const ROOM = 360
const GUTTER = 168

/**
 * The scene of a view over a width in CSS pixels, how it lies, the room beside it for the names of its lanes, and what
 * these leave out.
 */
export function sceneOfView(
  view: View,
  width: number,
  measure: (text: string, size: number) => number,
  labelSize: number,
): { scene: Scene; frame: Frame; gutter: number; shown: LanesShown | null } {
  const { table, state, selected, words, lang } = view
  const field = laneField(table, state.lanes)
  const gutter = field === "none" ? 0 : GUTTER
  const along = width - gutter
  const lanes = chooseLanes(table, selected, field, {
    pins: state.pins,
    most: MOST_LANES,
    sort: "importance",
    name: code => (field === "none" ? words.everyone : code < 0 ? words.theRest : nameOf(view, field, code)),
    lang,
  })
  const domain = domainOf(state.domain, table)
  const openRow = state.event === null ? -1 : table.rowOf(state.event)
  const scene = layoutTimeline({
    table,
    selected,
    domain,
    along,
    dim: state.rest === "dim",
    title: row => titleOf(table, row, lang).text,
    measure,
    labelSize,
    colourOf: typeColours(table),
    ticks: ticksOf(domain, along, state.tz, state.align, view),
    periods: periodsOf(view, readWhen),
    contents: fillLanes(table, selected, field, lanes, state.rest === "dim"),
    foremost: openRow < 0 ? [] : [openRow],
    field,
    lanes,
    room: ROOM,
  })
  const rtl = state.dir === null ? words.dir === "rtl" : state.dir === "time-rtl"
  return {
    scene: withContext(scene),
    frame: { length: along, breadth: scene.across, vertical: false, rtl },
    gutter,
    shown: lanesShown(table, selected, field, lanes),
  }
}

/** Room that the words of a major tick need before the next, in pixels. */
const MAJOR_ROOM = 120

/** The scene with the year, month or day in which it begins at its edge, where there is room for it. */
function withContext(scene: Scene): Scene {
  const majors = scene.ticks.filter(({ major }) => major)
  const before = majors.findLast(({ along }) => along < 0)
  const next = majors.find(({ along }) => along >= 0)
  if (!before || (next && next.along < MAJOR_ROOM)) return scene
  return { ...scene, ticks: scene.ticks.map(tick => (tick === before ? { ...tick, along: 0 } : tick)) }
}

/** The types of the events that pass, with the slots of their colours; last those that have none, -1. */
export function typesShown(view: View): { readonly name: string; readonly slot: number }[] {
  const { table, selected } = view
  const colourOf = typeColours(table)
  return [...statedIn(table.facets.type, selected.rows)]
    .map(code => ({ name: nameOf(view, "type", code), slot: colourOf(code) }))
    .toSorted((a, b) => (a.slot >>> 0) - (b.slot >>> 0)) // -1 is the greatest of them.
}
