import { sayText } from "../model/sayText.ts"
import type { Captions } from "../paint/poster.ts"
import { formatIsoDay } from "../time/instant.ts"
import { sayStretch } from "../words/dates-instant.ts"
import type { SharingWords } from "../words/sharing.ts"
import { domainOf } from "./domain.ts"
import { filtersInForce } from "./filters.ts"
import type { LanesShown } from "./lanesShown.ts"
import { sayDate } from "./sayWhen.ts"
import { statedIn } from "./statedIn.ts"
import { typesShown, type View } from "./view.ts"

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
  const { values } = table.facets.source
  return [...statedIn(table.facets.source, selected.rows)]
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

/** The types of the events that pass by the slots of their colours; of those beyond the palette, which are grey, how many. */
function legendOf(view: View, sharing: SharingWords): Captions["legend"] {
  const types = typesShown(view)
  const coloured = types.filter(({ slot }) => slot >= 0)
  const others = types.slice(coloured.length)
  if (others.length < 2) return types
  return [...coloured, { name: sharing.moreTypes(others.length), slot: -1 }]
}

/** All that stands around a picture of a view, which leaves out what `shown` says. */
export function captionsOf(
  view: View,
  shown: LanesShown | null,
  made: Made,
  sharing: SharingWords,
): Captions {
  const sources = sourcesOf(view)
  const { words } = view
  return {
    title: titleOfView(view),
    lines: [
      ...viewInWords(view, sharing),
      ...(shown ? [words.chip(words.facets[shown.field], sharing.ownLanes(shown.own, shown.all))] : []),
    ],
    legend: legendOf(view, sharing),
    foot: [
      ...(sources.length > 0 ? [sharing.sourcesAre(sources.join(" · "))] : []),
      [sayMade(made, view, sharing), made.address].filter(Boolean).join(" · "),
    ],
  }
}
