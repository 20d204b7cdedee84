import type { Document, EventRecord, Place } from "../model/document.ts"
import { sayText } from "../model/sayText.ts"
import { readWhen } from "../time/edtf.ts"
import { formatIsoDay, formatIsoLastDay } from "../time/instant.ts"
import type { Trait } from "./traits.ts"

/** A column of a table; values of a list stand in one cell. "" and an empty list are nothing. */
export type Column = readonly [name: string, cell: (event: EventRecord) => string | readonly string[]]

/** What of a document a table has no column for. */
export const TABLE_DROPS: ReadonlySet<Trait> = new Set([
  ...(["title", "periods", "views", "actor-details", "place-details", "source-details"] as const),
  ...(["colours", "name-languages", "languages", "as-of", "counted-from", "actor-roles"] as const),
  ...(["place-roles", "source-places", "accounts", "confidence", "figure-ranges"] as const),
  ...(["media", "links"] as const),
])

/**
 * The columns of a document as a table, which open here again as the same events: dates as EDTF beside the first and the last
 * day they may mean, for sorting; names in one language.
 */
export function columnsOf(document: Document, lang: string): Column[] {
  const { actors, places, types, tags, sources } = document
  const named = (map: ReadonlyMap<string, { readonly name: Place["name"] }>, id: string) =>
    sayText(map.get(id)?.name, lang)?.text ?? id
  const wider = widerOf(document, id => named(places, id))
  const pointOf = ({ places: at }: EventRecord) =>
    at.length === 1 ? (places.get(at[0]!.id)?.point ?? null) : null
  return [
    ["id", ({ id }) => id],
    ["date", ({ when }) => when ?? ""],
    ["earliest", ({ when }) => daysOf(when)[0]],
    ["latest", ({ when }) => daysOf(when)[1]],
    ["date text", ({ whenText }) => sayText(whenText, lang)?.text ?? ""],
    ["title", ({ title }) => sayText(title, lang)?.text ?? ""],
    ["summary", ({ summary }) => sayText(summary, lang)?.text ?? ""],
    ["type", ({ type }) => (type === null ? "" : named(types, type))],
    ["status", ({ status }) => status],
    ["actors", event => event.actors.map(({ id }) => named(actors, id))],
    ["places", event => event.places.map(({ id }) => named(places, id))],
    ["region", event => wider(event).region],
    ["country", event => wider(event).country],
    ["lat", event => String(pointOf(event)?.[1] ?? "")],
    ["lon", event => String(pointOf(event)?.[0] ?? "")],
    ["tags", event => event.tags.map(id => named(tags, id))],
    ["sources", event => event.sources.map(({ id }) => sayText(sources.get(id)?.title, lang)?.text ?? id)],
    ["source links", event => event.sources.flatMap(({ id }) => sources.get(id)?.url ?? [])],
    ["reported", ({ reported }) => reported ?? ""],
    ...figureColumns(document.events),
  ]
}

/** The first and the last day that a date may mean, inclusive; "" where there is no such day. */
function daysOf(when: string | null): readonly [string, string] {
  const span = when === null ? null : readWhen(when)
  if (!span) return ["", ""]
  const { beginMin, endMax } = span
  return [
    Number.isFinite(beginMin) ? formatIsoDay(beginMin) : "",
    Number.isFinite(endMax) ? formatIsoLastDay(endMax) : "",
  ]
}

/** What the one place of an event lies in: the next wider place, and the country, where that is said. */
function widerOf({ places }: Document, nameOf: (id: string) => string) {
  return ({ places: at }: EventRecord): { readonly region: string; readonly country: string } => {
    if (at.length !== 1) return { region: "", country: "" }
    const chain: string[] = []
    for (let id = places.get(at[0]!.id)?.within ?? null; id !== null; id = places.get(id)?.within ?? null)
      chain.push(id)
    const country = chain.findLast(id => places.get(id)?.precision === "country")
    const region = chain[0] === country ? undefined : chain[0]
    return {
      region: region === undefined ? "" : nameOf(region),
      country: country === undefined ? "" : nameOf(country),
    }
  }
}

/** Figures that the reader knows by their own names; of all others the name says that they are figures. */
const KNOWN = ["killed", "injured"]

function figureColumns(events: readonly EventRecord[]): Column[] {
  const names = new Set(events.flatMap(({ figures }) => Object.keys(figures)))
  return [...names].map(name => [
    KNOWN.includes(name) ? name : `figure: ${name}`,
    ({ figures }) => {
      const { best, low, high } = figures[name] ?? {}
      return String(best ?? low ?? high ?? "")
    },
  ])
}
