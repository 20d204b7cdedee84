import type { Document, EventRecord, Text } from "../model/document.ts"
import { readWhen } from "../time/edtf.ts"
import { QUALIFIER, UNDATED, type When } from "../time/when.ts"
import { dictionaryBuilder } from "./dictionary.ts"
import { fold } from "./fold.ts"
import { raggedBuilder, rollUp } from "./ragged.ts"
import { FACETS, type Facet, type FacetName, type Table } from "./table.ts"
import { textBuilder } from "./text.ts"

/** The table of a document: rows in order of beginMin, endMax, id, undated ones last. Same events, same bytes. */
export function buildTable(document: Document): Table {
  const { events, ...rest } = document
  const whens = events.map(whenOfEvent)
  const order = [...events.keys()].toSorted((a, b) =>
    compare(whens[a]!, whens[b]!, events[a]!.id, events[b]!.id),
  )
  const n = events.length
  const when = {
    beginMin: new Float64Array(n),
    beginMax: new Float64Array(n),
    endMin: new Float64Array(n),
    endMax: new Float64Array(n),
    precision: new Uint8Array(n),
    qualifiers: new Uint16Array(n),
  }
  const reportedMin = new Float64Array(n).fill(NaN)
  const reportedMax = new Float64Array(n).fill(NaN)
  const dictionaries = buildersOf(document)
  const lists = Object.fromEntries(FACETS.map(facet => [facet, raggedBuilder(n)])) as Record<
    FacetName,
    ReturnType<typeof raggedBuilder>
  >
  const languages = [...new Set(events.flatMap(event => Object.keys(event.title)))].toSorted()
  const titles = languages.map(() => textBuilder(n))
  const ids = textBuilder(n)
  const folded = textBuilder(n)
  const details = textBuilder(n)
  const rows = new Map<string, number>()
  let dated = 0
  let first = Infinity
  let last = -Infinity

  order.forEach((at, row) => {
    const event = events[at]!
    const span = whens[at]!
    when.beginMin[row] = span.beginMin
    when.beginMax[row] = span.beginMax
    when.endMin[row] = span.endMin
    when.endMax[row] = span.endMax
    when.precision[row] = span.precision
    when.qualifiers[row] = span.qualifiers
    if (!isUndated(span)) {
      dated = row + 1
      for (const bound of [span.beginMin, span.beginMax, span.endMin, span.endMax]) {
        if (!Number.isFinite(bound)) continue
        first = Math.min(first, bound)
        last = Math.max(last, bound)
      }
    }
    const reported = event.reported === null ? null : readWhen(event.reported)
    if (reported) {
      reportedMin[row] = reported.beginMin
      reportedMax[row] = reported.endMax
    }
    for (const facet of FACETS) lists[facet].add(codesOf(event, facet, dictionaries[facet].code))
    ids.add(event.id)
    rows.set(event.id, row)
    languages.forEach((lang, i) => titles[i]!.add(event.title[lang] ?? ""))
    folded.add(fold(wordsOf(event.title) + "\n" + wordsOf(event.summary)))
    details.add(JSON.stringify(event))
  })

  const facets = Object.fromEntries(
    FACETS.map(name => {
      const values = dictionaries[name].build()
      const ragged = lists[name].build()
      const facet: Facet = { values, ...ragged, rolled: rollUp(ragged, values.parents) }
      return [name, facet] as const
    }),
  ) as Record<FacetName, Facet>
  return {
    length: n,
    dated,
    when,
    reportedMin,
    reportedMax,
    facets,
    ids: ids.build(),
    titles: Object.fromEntries(languages.map((lang, i) => [lang, titles[i]!.build()])),
    folded: folded.build(),
    details: details.build(),
    extent: first <= last ? [first, last] : null,
    document: rest,
    rowOf: id => rows.get(id) ?? -1,
  }
}

function whenOfEvent(event: EventRecord): When {
  if (event.when === null) return UNDATED
  return readWhen(event.when, event.asOf ?? undefined) ?? UNDATED
}

function isUndated(when: When): boolean {
  return (when.qualifiers & QUALIFIER.undated) !== 0
}

function compare(a: When, b: When, idA: string, idB: string): number {
  const undated = Number(isUndated(a)) - Number(isUndated(b))
  if (undated !== 0) return undated
  if (a.beginMin !== b.beginMin) return a.beginMin < b.beginMin ? -1 : 1
  if (a.endMax !== b.endMax) return a.endMax < b.endMax ? -1 : 1
  return idA < idB ? -1 : idA > idB ? 1 : 0
}

function plain(map: ReadonlyMap<string, { readonly name: Text }>) {
  return [...map].map(([id, { name }]) => [id, name, []] as const)
}

function buildersOf(document: Document): Record<FacetName, ReturnType<typeof dictionaryBuilder>> {
  return {
    actor: dictionaryBuilder(
      [...document.actors].map(([id, actor]) => [id, actor.name, actor.partOf] as const),
    ),
    place: dictionaryBuilder(
      [...document.places].map(
        ([id, place]) => [id, place.name, place.within === null ? [] : [place.within]] as const,
      ),
    ),
    type: dictionaryBuilder(plain(document.types)),
    status: dictionaryBuilder([]),
    tag: dictionaryBuilder(plain(document.tags)),
    source: dictionaryBuilder([...document.sources].map(([id, source]) => [id, source.title, []] as const)),
  }
}

function codesOf(event: EventRecord, facet: FacetName, code: (id: string) => number): number[] {
  const ids = (): readonly string[] => {
    switch (facet) {
      case "actor":
        return event.actors.map(actor => actor.id)
      case "place":
        return event.places.map(place => place.id)
      case "type":
        return event.type === null ? [] : [event.type]
      case "status":
        return [event.status]
      case "tag":
        return event.tags
      case "source":
        return event.sources.map(source => source.id)
    }
  }
  return [...new Set(ids().map(code))]
}

function wordsOf(text: Text | null): string {
  return text ? Object.values(text).join("\n") : ""
}
