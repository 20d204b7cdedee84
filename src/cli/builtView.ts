import { captionsOf, type Made } from "../figure/captions.ts"
import { titleOf } from "../figure/names.ts"
import { reportOf, type Report } from "../figure/report.ts"
import { sceneOfView, type View } from "../figure/view.ts"
import type { Document } from "../model/document.ts"
import { layoutPoster, posterSvg } from "../paint/poster.ts"
import { LIGHT } from "../paint/theme.ts"
import { memoryEngine } from "../query/memory.ts"
import { readAddress } from "../state/address.ts"
import type { State } from "../state/state.ts"
import { buildTable } from "../table/build.ts"
import { dateLocale } from "../words/dates-locale.ts"
import { negotiate } from "../words/languages.ts"
import { formatNumber } from "../words/numbers.ts"
import { loadSharingWords, type SharingWords } from "../words/sharing.ts"
import { speechFor } from "./speech.ts"
import type { Asked } from "./usage.ts"

/** A document and the view of it that a built page begins with, in words and as a picture. */
export interface BuiltView {
  readonly document: Document
  readonly state: State
  readonly report: Report
  readonly lang: string
  readonly dir: "ltr" | "rtl"
  readonly sharing: SharingWords
  /** An SVG. */
  readonly poster: string
}

/** Letters are about so wide, by their height; there is no font to measure here. */
const LETTER = 0.56
const LABEL = 14
const WIDTH = 1144

/** The view that the options name: `--state` is a query string of the address, `--lang` the language of what is written. */
export async function builtView(document: Document, asked: Asked): Promise<BuiltView> {
  const { lang } = await speechFor(asked)
  const locale = dateLocale(lang)
  const digits = (n: number) => formatNumber(n, locale)
  const words = await (await negotiate(lang, []).language.load())(digits).more()
  const sharing = await loadSharingWords(lang, digits)
  const named = readAddress(asked.one("state") ?? "")
  const state = asked.one("lang") === null ? named : { ...named, lang }
  const table = buildTable(document)
  const view: View = {
    table,
    state,
    selected: memoryEngine(table).select(state.selection),
    words,
    lang,
    locale,
  }
  const made = { at: Date.now(), address: asked.one("url") }
  return {
    ...{ document, state, lang, dir: words.dir, sharing },
    report: reportOf(view, made, sharing),
    poster: posterOf(view, made, sharing),
  }
}

function measure(text: string, size: number): number {
  return text.length * size * LETTER
}

function posterOf(view: View, made: Made, sharing: SharingWords): string {
  const { scene, frame, gutter, shown } = sceneOfView(view, WIDTH, measure, LABEL)
  const captions = captionsOf(view, shown, made, sharing)
  const options = {
    theme: LIGHT,
    label: (row: number) => titleOf(view.table, row, view.lang).text,
    measure,
    labelSize: LABEL,
    dir: view.words.dir,
    lang: view.lang,
    gutter,
    font: '"IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, "Noto Sans", "Noto Sans Arabic", sans-serif',
  }
  return posterSvg(layoutPoster(scene, frame, captions, options), scene, frame, captions, options)
}
