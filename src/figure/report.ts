import { sayText } from "../model/sayText.ts"
import { eventOf } from "../table/event.ts"
import { FACETS, type FacetName } from "../table/table.ts"
import type { SharingWords } from "../words/sharing.ts"
import { sayMade, sourcesOf, titleOfView, viewInWords, type Made } from "./captions.ts"
import { nameOf, nameOfId } from "./names.ts"
import { sayWhen } from "./sayWhen.ts"
import type { View } from "./view.ts"

/** A view in words, to print, to paste and to cite. */
export interface Report {
  readonly title: string
  /** Counts, the stretch in view, filters. */
  readonly lines: readonly string[]
  /** The most frequent values of each field among the events that pass. */
  readonly counts: readonly { readonly facet: string; readonly values: string }[]
  readonly events: readonly ReportedEvent[]
  /** Events beyond those that a report lists. */
  readonly more: number
  readonly sources: readonly string[]
  readonly made: string
  readonly address: string | null
}

export interface ReportedEvent {
  readonly id: string
  readonly when: string
  /** EDTF, for `<time>`. */
  readonly edtf: string | null
  readonly title: string
  /** In words; null for what occurred, which needs none. */
  readonly status: string | null
  readonly actors: string
  readonly places: string
  readonly summary: string
  readonly sources: string
}

/** Events that a report lists; a larger view is a file. */
const MOST = 1000
/** Values of a field that are counted in words; one more is no longer than to say that there is one. */
const VALUES = 6
const COUNTED: readonly FacetName[] = FACETS.filter(facet => facet !== "tag" && facet !== "source")

export function reportOf(view: View, made: Made, sharing: SharingWords): Report {
  const { selected } = view
  return {
    title: titleOfView(view),
    lines: viewInWords(view, sharing),
    counts: COUNTED.flatMap(facet => {
      const values = countsIn(view, facet, sharing)
      return values === "" ? [] : [{ facet: view.words.facets[facet], values }]
    }),
    events: [...selected.rows.subarray(0, MOST)].map(row => eventInWords(view, row)),
    more: Math.max(0, selected.rows.length - MOST),
    sources: sourcesOf(view),
    made: sayMade(made, view, sharing),
    address: made.address,
  }
}

function eventInWords(view: View, row: number): ReportedEvent {
  const { table, lang, words, state } = view
  const event = eventOf(table, row)
  const named = (facet: FacetName, things: readonly { readonly id: string }[]) => {
    const names = [...new Set(things.map(({ id }) => nameOfId(view, facet, id)))]
    return names.length > 0 ? words.list(names) : ""
  }
  return {
    id: event.id,
    when: sayWhen(event, view, state.tz),
    edtf: event.when,
    title: sayText(event.title, lang)?.text ?? event.id,
    status: event.status === "occurred" ? null : words.statuses[event.status],
    actors: named("actor", event.actors),
    places: named("place", event.places),
    summary: sayText(event.summary, lang)?.text ?? "",
    sources: named("source", event.sources),
  }
}

function countsIn(view: View, facet: FacetName, sharing: SharingWords): string {
  const { offsets, codes } = view.table.facets[facet]
  const counts = new Map<number, number>()
  for (const row of view.selected.rows)
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++)
      counts.set(codes[i]!, (counts.get(codes[i]!) ?? 0) + 1)
  counts.delete(0)
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  const said = ranked.length > VALUES + 1 ? ranked.slice(0, VALUES) : ranked
  const values = said.map(([code, count]) => `${nameOf(view, facet, code)} (${view.words.events(count)})`)
  return [
    ...values,
    ...(said.length < ranked.length ? [sharing.moreValues(ranked.length - said.length)] : []),
  ].join(" · ")
}

/** A report as plain text, a paragraph each, for any place that takes text. */
export function reportText(report: Report, sharing: SharingWords): string {
  const { title, lines, counts, events, more, sources, made, address } = report
  return [
    title,
    lines.join("\n"),
    counts.map(({ facet, values }) => `${facet}: ${values}`).join("\n"),
    ...events.map(event => {
      const head = [event.when, event.title, event.status].filter(Boolean).join(" — ")
      const said = [event.actors, event.places].filter(Boolean).join(" · ")
      return [head, said, event.summary, event.sources && sharing.sourcesAre(event.sources)]
        .filter(Boolean)
        .join("\n")
    }),
    more > 0 ? sharing.more(more) : "",
    sources.length > 0 ? `${sharing.sources}\n${sources.map(source => `- ${source}`).join("\n")}` : "",
    [made, address].filter(Boolean).join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n")
}
