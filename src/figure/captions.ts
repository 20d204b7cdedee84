import { sayText } from "../model/sayText.ts"
import type { Captions } from "../paint/poster.ts"
import { formatIsoDay } from "../time/instant.ts"
import { sayStretch } from "../words/dates-instant.ts"
import type { SharingWords } from "../words/sharing.ts"
import { domainOf } from "./domain.ts"
import { filtersInForce } from "./filters.ts"
import { sayDate } from "./sayWhen.ts"
import { legendOf, type View } from "./view.ts"

/** When something was made, and where the view can be had again; null where nowhere. */
export interface Made {
  /** ms since 1970. */
  readonly at: number
  readonly address: string | null
}

/** The title of a view's document in the reader's language. */
export function titleOfView({ table, lang, words }: View): string {
  return sayText(table.document.title, lang)?.text ?? words.untitled
}

/** What a view shows, in words: how many of how many events, the stretch in view, each filter. */
export function viewInWords(view: View, sharing: SharingWords): string[] {
  const { table, state, selected, words, locale } = view
  const [from, to] = domainOf(state.domain, table)
  const filters = filtersInForce(state.selection, view).map(({ text }) => text)
  return [
    `${words.countOf(selected.passed, selected.total)} · ${sharing.inView(sayStretch(from, to, locale))}`,
    ...(filters.length > 0 ? [sharing.filtersAre(filters.join(" · "))] : []),
  ]
}

/** Titles of the sources of the events that pass, in the order of the document. */
export function sourcesOf({ table, selected, lang }: View): string[] {
  const { offsets, codes, values } = table.facets.source
  const cited = new Set<number>()
  for (const row of selected.rows)
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) cited.add(codes[i]!)
  cited.delete(0)
  return [...cited]
    .toSorted((a, b) => a - b)
    .map(code => {
      const { title, publisher } = table.document.sources.get(values.ids[code]!) ?? {}
      const name = sayText(title, lang)?.text ?? values.name(code, lang)
      const by = sayText(publisher, lang)?.text
      return by && by !== name ? `${name}, ${by}` : name
    })
}

/** The day on which something was made, in words. */
export function sayMade({ at }: Made, view: View, sharing: SharingWords): string {
  return sharing.made(sayDate(formatIsoDay(at), view))
}

/** All that stands around a picture of a view. */
export function captionsOf(view: View, made: Made, sharing: SharingWords): Captions {
  const sources = sourcesOf(view)
  return {
    title: titleOfView(view),
    lines: viewInWords(view, sharing),
    legend: legendOf(view),
    foot: [
      ...(sources.length > 0 ? [sharing.sourcesAre(sources.join(" · "))] : []),
      [sayMade(made, view, sharing), made.address].filter(Boolean).join(" · "),
    ],
  }
}
