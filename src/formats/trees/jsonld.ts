import { canonicalEdtf } from "../../model/edtf-text.ts"
import type { Faults } from "../../model/faults.ts"
import { readWhen } from "../../time/edtf.ts"
import { textOfHtml } from "../tabular/html.ts"
import { orderOf, type DayOrder } from "../tabular/looseDates.ts"
import { readDate } from "./dates.ts"
import { contextsOf, nodesIn, type EventNode } from "./jsonldNodes.ts"
import { actorsOf, addressOf, isSomebody, mediaIn, placesOf, type Parts } from "./jsonldParts.ts"
import { plainText, textIn, valuesOf, vocabularyOf } from "./jsonldTerms.ts"
import { declaredKinds, kindOf } from "./jsonldTypes.ts"
import { things } from "./things.ts"
import type { Tree } from "./tree.ts"
import { firstWord, isThing, saying, wordOf, wordsOnce, type Thing } from "./values.ts"

/**
 * Events of schema.org in JSON-LD (schema.org/Event), wherever in a document they lie and however it writes its terms. An
 * event that is scheduled, or is still to come and says nothing else, is planned; a postponed one is announced. Who
 * organizes, performs and attends has that as a role; parts are linked to the event that they are parts of.
 */
export function readJsonLd(document: unknown, faults: Faults, now: number | null = null): Tree {
  const vocabulary = vocabularyOf(contextsOf(document))
  const nodes = nodesIn(document, vocabulary)
  const parts: Parts = { vocabulary, nodes, actors: things(), places: things() }
  const events = onceEach(nodes.events)
  if (events.length < nodes.events.length)
    faults.add({
      code: "merged-rows",
      severity: "repaired",
      where: { pointer: "" },
      seen: { word: "times-of-events", of: String(nodes.events.length), and: String(events.length) },
    })
  if (nodes.tooDeep !== null)
    faults.add({ code: "too-deep", severity: "left-out", where: { pointer: nodes.tooDeep }, found: "" })
  const reading: Reading = { parts, order: orderIn(events, faults), now, idOf: idsOf(events, parts) }
  const own = isThing(document) ? vocabulary.plain(document) : {}
  const isWhole = events.every(({ node }) => node !== own)
  const saidOf = (key: string) => (isWhole ? textIn(valuesOf(own, key), vocabulary.lang, textOfHtml) : "")
  const read = events.map(one => [eventOf(one, reading), { pointer: one.pointer }] as const)
  return {
    fields: saying({
      title: saidOf("name"),
      summary: saidOf("description"),
      lang: vocabulary.lang,
      actors: parts.actors.declared(),
      places: parts.places.declared(),
      types: declaredKinds(events.map(({ types }) => kindOf(types))),
    }),
    events: read,
  }
}

interface Reading {
  readonly parts: Parts
  readonly order: DayOrder
  readonly now: number | null
  /** "" for one that nothing but its content tells. */
  readonly idOf: (node: unknown) => string
}

/** Events that a document tells several times, once: the same id, or the same name, time, address and place. */
function onceEach(events: readonly EventNode[]): EventNode[] {
  const known = new Map<string, EventNode>()
  for (const event of events) {
    const { node } = event
    const said = ["name", "startDate", "endDate", "url"].map(key => sketch(node[key]))
    const key = [wordOf(node["@id"]), ...said, sketch(valuesOf(node, "location")[0])].join("\n")
    const before = known.get(key)
    if (!before) known.set(key, event)
    else if (before.parent === null && event.parent !== null)
      known.set(key, { ...before, parent: event.parent })
  }
  return [...known.values()]
}

/** A value as far as it tells two events apart. */
function sketch(value: unknown): string {
  if (Array.isArray(value)) return sketch(value[0])
  return isThing(value) ? firstWord(value["@value"], value["@id"], value["name"]) : wordOf(value)
}

/** Ids: an address of its own; that of its page where no other event has the same; of one with parts its name and start. */
function idsOf(events: readonly EventNode[], { nodes }: Parts): Reading["idOf"] {
  const pages = new Map<string, number>()
  for (const { node } of events) pages.set(urlOf(node), (pages.get(urlOf(node)) ?? 0) + 1)
  const parents = new Set(
    events.flatMap(({ node, parent }) => [parent, ...valuesOf(node, "superEvent").map(nodes.resolve)]),
  )
  const byUrl = new Map(events.map(({ node }) => [urlOf(node), node]))
  // What names no whole is not a part of an event that has no page.
  byUrl.delete("")
  return value => {
    const whole = nodes.resolve(value)
    const node = isThing(whole) ? whole : byUrl.get(wordOf(whole))
    if (!node) return ""
    // An id that holds within its page says less than a name for all the world.
    const [inner, named] = [wordOf(node["@id"]), firstWord(...valuesOf(node, "identifier").map(plainText))]
    const own = inner.startsWith("#") || inner.startsWith("_:") ? named || inner : inner || named
    if (own !== "") return own
    const url = urlOf(node)
    if (url !== "" && pages.get(url) === 1) return url
    return parents.has(node) ? wordsOnce([sketch(node["name"]), sketch(node["startDate"])]).join(", ") : ""
  }
}

function urlOf(node: Thing): string {
  return addressOf(valuesOf(node, "url")[0])
}

function orderIn(events: readonly EventNode[], faults: Faults): DayOrder {
  const written = events.flatMap(({ node }) => valuesOf(node, "startDate").map(plainText)).filter(Boolean)
  const { order, isSure } = orderOf(written)
  if (!isSure)
    faults.add({
      code: "guessed-order",
      severity: "repaired",
      where: { pointer: events[0]?.pointer ?? "" },
      found: written.find(text => /^\d{1,2}[/.-]/.test(text)) ?? "",
    })
  return order
}

const STATUSES: Readonly<Record<string, string>> = {
  EventScheduled: "planned",
  EventRescheduled: "planned",
  EventPostponed: "announced",
  EventCancelled: "cancelled",
}

function eventOf({ node, types, parent, host }: EventNode, reading: Reading): unknown {
  const { parts, now, idOf } = reading
  const { vocabulary, nodes } = parts
  const text = (...keys: readonly string[]) =>
    keys.map(key => textIn(valuesOf(node, key), vocabulary.lang, textOfHtml)).find(said => said !== "")
  const dates = datesOf(node, reading)
  const said = valuesOf(node, "eventStatus").map(vocabulary.term)
  // Of several, a cancellation counts most, then that it is put off.
  const status = ["EventCancelled", "EventPostponed", "EventRescheduled", "EventScheduled"].find(one =>
    said.includes(one),
  )
  const isComing =
    now !== null && (readWhen(dates["when"] ?? dates["start"] ?? "")?.beginMin ?? -Infinity) > now
  const previous = valuesOf(node, "previousStartDate")
    .map(value => dateOf(value, reading.order))
    .filter(Boolean)
  const wholes = [parent, ...valuesOf(node, "superEvent")].map(idOf)
  const id = idOf(node)
  return saying({
    id,
    ...dates,
    // What it was before, in signs that need no language.
    whenText:
      previous.length > 0 ? [...previous, dates["when"] ?? dates["start"]].filter(Boolean).join(" → ") : "",
    title: text("name", "headline", "alternateName"),
    summary: text("description", "disambiguatingDescription", "abstract"),
    type: kindOf(types),
    status: status ? STATUSES[status] : isComing ? "planned" : "",
    actors: actorsOf(node, parts),
    places: placesOf(node, host, parts),
    tags: tagsOf(node, said, parts),
    sources: wordsOnce(
      valuesOf(node, "url", "mainEntityOfPage", "sameAs", "subjectOf", "citation").map(one =>
        addressOf(nodes.resolve(one)),
      ),
    ),
    media: mediaIn(node, parts),
    links: wordsOnce(wholes)
      .filter(whole => whole !== id)
      .map(event => ({ rel: "part-of", event })),
  })
}

function tagsOf(node: Thing, statuses: readonly string[], parts: Parts): string[] {
  const named = valuesOf(node, "keywords", "genre", "about", "additionalType").flatMap(value => {
    const whole = parts.nodes.resolve(value)
    if (isThing(whole) && isSomebody(whole, parts)) return []
    if (isThing(whole)) return textOfHtml(firstWord(...valuesOf(whole, "name", "@value").map(plainText)))
    return plainText(whole)
      .split(/\s*[,;]\s*/)
      .map(textOfHtml)
  })
  return wordsOnce([
    ...named.filter(word => !/^https?:/.test(word)),
    ...(statuses.includes("EventMovedOnline") ? ["moved online"] : []),
    ...(statuses.includes("EventRescheduled") ? ["rescheduled"] : []),
  ])
}

/** `when`, or `start` and `end` where those do not make one. */
function datesOf(node: Thing, { order, parts }: Reading): Record<string, string> {
  const schedule = valuesOf(node, "eventSchedule").map(parts.nodes.resolve).find(isThing) ?? {}
  const first = (...values: readonly (readonly unknown[])[]) =>
    values
      .flat()
      .map(value => dateOf(value, order))
      .find(Boolean) ?? ""
  const start = first(valuesOf(node, "startDate", "startTime", "doorTime"), valuesOf(schedule, "startDate"))
  const end = first(valuesOf(node, "endDate", "endTime"), valuesOf(schedule, "endDate"))
  if (start === "" && end === "") return {}
  if (end === "" || end === start) return { when: start }
  // The last second of a day is filler, as its first is.
  const last = end.replace(/T23:59(:(59|00))?(Z|[+-]\d{2}:\d{2})?$/, "")
  if (last === start) return { when: start }
  const both = canonicalEdtf(`${start}/${last}`)
  return both === null ? { start, end: last } : { when: both }
}

/** EDTF; text that is no date as it stands, for the checker to name. */
function dateOf(value: unknown, order: DayOrder): string {
  const text = plainText(value)
  return text === "" ? "" : (readDate(text, order) ?? text)
}
