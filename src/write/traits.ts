import type { Document, EventRecord, Text } from "../model/document.ts"
import { atOnce } from "../model/steps.ts"
import { readWhen } from "../time/edtf.ts"

/** What a document or an event may say that not every kind of file can. */
const OF_EVENTS = {
  undated: ({ when }) => when === null,
  "before-year-0": ({ when }) => boundsOf(when).some(bound => bound < FIRST),
  "after-year-9999": ({ when }) => boundsOf(when).some(bound => bound > LAST),
  "fuzzy-dates": ({ when }) => when !== null && !isExact(when),
  "as-of": ({ asOf }) => asOf !== null,
  "when-text": ({ whenText }) => whenText !== null,
  "counted-from": ({ countedFrom }) => countedFrom !== null,
  reported: ({ reported }) => reported !== null,
  status: ({ status }) => status !== "occurred",
  type: ({ type }) => type !== null,
  "actor-roles": ({ actors }) => actors.some(({ role }) => role !== null),
  "place-roles": ({ places }) => places.some(({ role }) => role !== "venue"),
  "source-places": ({ sources }) => sources.some(({ at }) => at !== null),
  accounts: ({ sources }) => sources.some(({ says }) => says !== null),
  confidence: ({ confidence }) => Object.keys(confidence).length > 0,
  figures: ({ figures }) => Object.keys(figures).length > 0,
  "figure-ranges": ({ figures }) => Object.values(figures).some(({ low, high, unit }) => low ?? high ?? unit),
  media: ({ media }) => media.length > 0,
  "media-words": ({ media }) =>
    media.some(({ kind, caption, credit, alt }) => kind ?? caption ?? credit ?? alt),
  tags: ({ tags }) => tags.length > 0,
  links: ({ links }) => links.length > 0,
  languages: ({ title, summary }) => Object.keys(title).length > 1 || Object.keys(summary ?? {}).length > 1,
} satisfies Record<string, (event: EventRecord) => unknown>

const OF_DOCUMENTS = {
  title: ({ title, summary }) => Object.keys(title).length > 0 || summary !== null,
  periods: ({ periods }) => periods.length > 0,
  views: ({ views }) => views.length > 0,
  "actor-details": ({ actors }) =>
    some(actors, ({ kind, partOf, note, url }) => kind ?? note ?? url ?? partOf.length > 0),
  "place-points": ({ places }) => some(places, ({ point }) => point),
  "place-details": ({ places }) => some(places, ({ precision, within }) => precision ?? within),
  "source-details": ({ sources }) =>
    some(sources, ({ publisher, published, url, lang }) => publisher ?? published ?? url ?? lang),
  colours: ({ types, tags }) => some(types, ({ colour }) => colour) || some(tags, ({ colour }) => colour),
  "name-languages": ({ actors, places, types, tags, sources }) =>
    [actors, places, types, tags].some((map: ReadonlyMap<string, { name: Text }>) =>
      some(map, ({ name }) => Object.keys(name).length > 1),
    ) || some(sources, ({ title }) => Object.keys(title).length > 1),
} satisfies Record<string, (document: Document) => unknown>

export type Trait = keyof typeof OF_EVENTS | keyof typeof OF_DOCUMENTS

/** Something that a file does not hold, and of how many events; null where it is of the document. */
export interface Loss {
  readonly trait: Trait
  readonly events: number | null
}

/** Which of these traits a document has. */
export function lossesOf(document: Document, dropped: ReadonlySet<Trait>): Loss[] {
  return atOnce(lossSteps(document, dropped))
}

/** The same step by step, an event each. */
export function* lossSteps(document: Document, dropped: ReadonlySet<Trait>): Generator<void, Loss[]> {
  const losses: Loss[] = []
  for (const [trait, has] of Object.entries(OF_DOCUMENTS) as [Trait, (document: Document) => unknown][])
    if (dropped.has(trait) && has(document)) losses.push({ trait, events: null })
  const tests = (Object.entries(OF_EVENTS) as [Trait, (event: EventRecord) => unknown][]).filter(([trait]) =>
    dropped.has(trait),
  )
  const counts = tests.map(() => 0)
  for (const event of document.events) {
    for (const [i, [, has]] of tests.entries()) if (has(event)) counts[i]!++
    yield
  }
  tests.forEach(([trait], i) => {
    if (counts[i]! > 0) losses.push({ trait, events: counts[i]! })
  })
  return losses
}

function some<T>(map: ReadonlyMap<string, T>, test: (value: T) => unknown): boolean {
  for (const value of map.values()) if (test(value)) return true
  return false
}

const FIRST = readWhen("0000")!.beginMin
const LAST = readWhen("9999")!.endMax

function boundsOf(when: string | null): readonly number[] {
  const span = when === null ? null : readWhen(when)
  return span ? [span.beginMin, span.endMax].filter(Number.isFinite) : []
}

/** Whether a date is one day or time, or a stretch of such, all of it known. */
function isExact(when: string): boolean {
  return /^\d{4}-\d\d-\d\d(T[^/]+)?(\/\d{4}-\d\d-\d\d(T[^/]+)?)?$/.test(when)
}
