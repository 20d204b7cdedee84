import { textOfHtml } from "../tabular/html.ts"
import { plainText, textIn, valuesOf, type Vocabulary } from "./jsonldTerms.ts"
import type { Nodes } from "./jsonldNodes.ts"
import { mediaOf } from "./media.ts"
import { pointOf } from "./places.ts"
import type { Things } from "./things.ts"
import { firstWord, isThing, saying, webAddress, wordOf, wordsOnce, type Thing } from "./values.ts"

/** What the parts of an event are read with. */
export interface Parts {
  readonly vocabulary: Vocabulary
  readonly nodes: Nodes
  readonly actors: Things
  readonly places: Things
}

/** Names by language of a thing, or of a text that names one; empty for none. */
function namesOf(value: unknown, { vocabulary }: Parts): ReadonlyMap<string, string> {
  const said =
    isThing(value) && value["@value"] === undefined
      ? textIn(valuesOf(value, "name", "legalName", "alternateName").slice(0, 9), vocabulary.lang, textOfHtml)
      : textOfHtml(plainText(value))
  if (typeof said === "string") return new Map(said === "" ? [] : [["", said]])
  return new Map(Object.entries(said as Record<string, string>))
}

const firstOf = (names: ReadonlyMap<string, string>) => [...names.values()][0] ?? ""

/** Properties by which somebody takes part in an event, and the role that each says. */
const ROLES: readonly (readonly [property: string, role: string])[] = [
  ["organizer", "organizer"],
  ["performer", "performer"],
  ["performers", "performer"],
  ["attendee", "attendee"],
  ["attendees", "attendee"],
  ["competitor", "competitor"],
  ["homeTeam", "home team"],
  ["awayTeam", "away team"],
  ["actor", "actor"],
  ["director", "director"],
  ["composer", "composer"],
  ["contributor", "contributor"],
  ["translator", "translator"],
  ["instructor", "instructor"],
  ["sponsor", "sponsor"],
  ["funder", "funder"],
  ["about", ""],
]

const KINDS: readonly (readonly [kind: string, types: RegExp])[] = [
  ["person", /^(Person|Patient)$/],
  ["government", /^Government/],
  ["vessel", /^Vehicle$/],
  ["group", /Group$|Team$|^TheaterCompany$/],
  ["organization", /./],
]

/**
 * Who took part in an event, each with a role; what is told of them is noted. People, organizations and vessels that an
 * event is about are in it without one.
 */
export function actorsOf(node: Thing, parts: Parts): { id: string; role?: string }[] {
  return ROLES.filter(([property]) => node[property] !== undefined).flatMap(([property, role]) =>
    valuesOf(node, property).flatMap(value => {
      const whole = parts.nodes.resolve(value)
      if (property === "about" && !(isThing(whole) && isSomebody(whole, parts))) return []
      // A role that stands between the two: `{"@type": "PerformanceRole", "performer": …}`.
      const inner = isThing(whole) ? valuesOf(whole, property)[0] : undefined
      const actor = inner === undefined ? whole : parts.nodes.resolve(inner)
      const played =
        isThing(whole) && inner !== undefined
          ? firstWord(...valuesOf(whole, "characterName", "roleName").map(plainText))
          : ""
      const names = namesOf(actor, parts)
      const id = firstOf(names) || (isThing(actor) ? wordOf(actor["@id"]) : "")
      if (id === "") return []
      parts.actors.note(id, names, isThing(actor) ? actorFields(actor, parts) : {})
      const said = played || role
      return [said === "" ? { id } : { id, role: said }]
    }),
  )
}

/** Whether a node is somebody who can take part in something. */
export function isSomebody(node: Thing, { vocabulary }: Parts): boolean {
  const types = valuesOf(node, "@type").map(vocabulary.term)
  return types.some(type => /^(Person|Vehicle)$|(Group|Team|Organization)$/.test(type))
}

function actorFields(actor: Thing, { vocabulary }: Parts): Record<string, unknown> {
  const types = valuesOf(actor, "@type").map(vocabulary.term)
  const kind = types.map(type => KINDS.find(([, pattern]) => pattern.test(type))?.[0]).find(Boolean)
  const url = valuesOf(actor, "url", "sameAs", "@id").map(addressOf).find(Boolean)
  return saying({ kind, url })
}

/** An address as text, or of a thing that is one. */
export function addressOf(value: unknown): string {
  return webAddress(isThing(value) ? (value["@id"] ?? value["@value"] ?? value["url"]) : value)
}

/** What is on the net and nowhere else. */
const ONLINE = "online"
const ONLINE_NAMES = new Map([
  ["en", "Online"],
  ["ar", "عبر الإنترنت"],
])

/** Where an event is: ids of places, which are noted with their points and what they lie in. */
export function placesOf(node: Thing, host: Thing | null, parts: Parts): string[] {
  const own = valuesOf(node, "location")
  const found = wordsOnce(
    (own.length > 0 ? own : [host]).map(value => placeOf(parts.nodes.resolve(value), parts)),
  )
  const mode = valuesOf(node, "eventAttendanceMode").map(parts.vocabulary.term)
  if (found.length > 0 || !mode.includes("OnlineEventAttendanceMode")) return found
  parts.places.note(ONLINE, ONLINE_NAMES)
  return [ONLINE]
}

function placeOf(value: unknown, parts: Parts): string {
  if (!isThing(value)) {
    const name = textOfHtml(plainText(value))
    return webAddress(name) === "" ? name : onlineAt(name, parts)
  }
  const types = valuesOf(value, "@type").map(parts.vocabulary.term)
  const names = namesOf(value, parts)
  const url = valuesOf(value, "url", "@id").map(addressOf).find(Boolean) ?? ""
  if (types.includes("VirtualLocation")) {
    if (names.size === 0) return onlineAt(url, parts)
    parts.places.note(firstOf(names), names)
    return firstOf(names)
  }
  const isAddress = types.includes("PostalAddress")
  const addresses = isAddress ? [value] : valuesOf(value, "address").map(parts.nodes.resolve)
  const isNamed = !isAddress && names.size > 0
  const levels = addresses.flatMap(address => levelsOf(address, isNamed, parts)).slice(0, 5)
  const containers = valuesOf(value, "containedInPlace", "containedIn").flatMap(one => {
    const whole = parts.nodes.resolve(one)
    return firstOf(namesOf(whole, parts)) || []
  })
  const [first = "", ...rest] = levels
  const id = (isAddress ? "" : firstOf(names)) || first || url
  if (id === "") return ""
  const around = id === first ? rest : levels.filter(level => level !== id)
  const outside = wordsOnce([...containers.filter(one => one !== id), ...around])
  const geo = valuesOf(value, "geo").map(parts.nodes.resolve).find(isThing)
  const point = geo ? pointIn(geo) : pointIn(value)
  noteWithin([id, ...outside], id === first || isAddress ? new Map([["", id]]) : names, point, parts)
  return id
}

function onlineAt(url: string, { places }: Parts): string {
  const host = url === "" ? "" : new URL(url).hostname.replace(/^www\./, "")
  if (host === "") places.note(ONLINE, ONLINE_NAMES)
  else places.note(host, new Map([["", host]]))
  return host || ONLINE
}

/** Street, town, region and country of an address, without the street of what has a name; one in a line as it stands. */
function levelsOf(address: unknown, isNamed: boolean, parts: Parts): string[] {
  if (!isThing(address)) return [textOfHtml(plainText(address))].filter(Boolean)
  const keys = ["streetAddress", "addressLocality", "addressRegion", "addressCountry"]
  const levels = keys.slice(isNamed ? 1 : 0).map(key => {
    const [value] = valuesOf(address, key).map(parts.nodes.resolve)
    return firstOf(namesOf(value, parts))
  })
  return wordsOnce(levels.some(Boolean) ? levels : [firstOf(namesOf(address, parts))])
}

/** Notes a place and what it lies in, from the inside out. */
function noteWithin(
  chain: readonly string[],
  names: ReadonlyMap<string, string>,
  point: readonly [number, number] | null,
  { places }: Parts,
): void {
  for (const [i, id] of chain.entries()) {
    const within = chain[i + 1]
    const fields = saying({ within, ...(i === 0 && point && { point }) })
    places.note(id, i === 0 ? names : new Map([["", id]]), fields)
  }
}

function pointIn(geo: Thing): readonly [number, number] | null {
  const one = (key: string) => plainText(valuesOf(geo, key)[0])
  return pointOf(one("longitude").replace(",", "."), one("latitude").replace(",", "."))
}

/** Pictures, films and sounds of an event. */
export function mediaIn(node: Thing, { nodes }: Parts): Record<string, unknown>[] {
  const values = valuesOf(node, "image", "photo", "video", "audio", "associatedMedia")
  const all = values.map(value => {
    const whole = nodes.resolve(value)
    if (!isThing(whole)) return mediaOf(plainText(whole))
    const one = (...keys: readonly string[]) => firstWord(...valuesOf(whole, ...keys).map(plainText))
    const author = valuesOf(whole, "author", "creator").map(nodes.resolve).find(isThing)
    const words = {
      caption: one("caption", "name", "description"),
      credit:
        one("creditText", "copyrightNotice") ||
        (author ? firstWord(...valuesOf(author, "name").map(plainText)) : ""),
    }
    return mediaOf(one("contentUrl", "url", "embedUrl", "@id"), words)
  })
  return all.filter(one => one !== null)
}
