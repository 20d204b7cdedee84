import type { EventRecord, PlaceRole, Status, Text } from "./document.ts"
import { PLACE_ROLES, STATUSES } from "./document.ts"
import { canonicalEdtf, isBoundOrEmpty, joinBounds } from "./edtf-text.ts"
import type { Head } from "./head.ts"
import { NONE, NOTHING } from "./nothing.ts"
import { earliestPublished } from "./reported.ts"
import { canonicalLang } from "./text.ts"
import { unlike } from "./unlike.ts"

/** Stands for "not plain": the event must go through the schema. */
const NOT_PLAIN = Symbol("not plain")
type Plain<T> = T | typeof NOT_PLAIN

/** Fields that a plain event may have; what else it has sends it through the schema, which knows more and says what is wrong. */
const FIELDS: ReadonlySet<string> = new Set(
  "id when start end reported title summary type status actors places sources tags".split(" "),
)

/**
 * The normal form of an event that is sound as it stands and has nothing but the common fields, without the schema, which
 * takes ten times as long; null where the schema must look. Never reports anything, and where it gives an event it is
 * the one that the schema's way gives. The id is "" where there is none of its own.
 */
export function readPlain(input: Readonly<Record<string, unknown>>, head: Head): EventRecord | null {
  for (const key in input) if (!FIELDS.has(key)) return null
  const { lang } = head.document
  const when = plainWhen(input.when, input.start, input.end)
  const title = plainText(input.title, lang)
  const summary = plainText(input.summary, lang)
  const id = plainWord(input.id)
  const type = plainWord(input.type)
  const status = input.status ?? "occurred"
  const reported = plainDate(input.reported)
  if (when === NOT_PLAIN || title === NOT_PLAIN || summary === NOT_PLAIN || id === NOT_PLAIN) return null
  if (type === NOT_PLAIN || reported === NOT_PLAIN || !STATUSES.includes(status as Status)) return null
  if (when === null && title === null) return null
  const actors = plainActors(input.actors, head)
  const places = plainPlaces(input.places, head)
  const sources = plainSources(input.sources, head)
  const tags = plainTags(input.tags, head)
  if (actors === null || places === null || sources === null || tags === null) return null
  return {
    id: id ?? "",
    when,
    asOf: null,
    whenText: null,
    countedFrom: null,
    reported: reported ?? earliestPublished(sources, head.sources.declared),
    title: title ?? {},
    summary,
    type: type === null ? null : head.types.resolve(type),
    status: status as Status,
    actors,
    places,
    sources,
    confidence: NOTHING,
    figures: NOTHING,
    media: NONE,
    tags,
    links: NONE,
  }
}

function plainWhen(when: unknown, start: unknown, end: unknown): Plain<string | null> {
  if (start === undefined && end === undefined) return plainDate(when)
  if (when !== undefined && when !== null && when !== "") return NOT_PLAIN
  const first = start ?? ""
  const last = end ?? ""
  if (typeof first !== "string" || typeof last !== "string") return NOT_PLAIN
  if (!isBoundOrEmpty(first) || !isBoundOrEmpty(last)) return NOT_PLAIN
  const joined = joinBounds(first, last)
  return joined === null && (isSaid(first) || isSaid(last)) ? NOT_PLAIN : joined
}

function plainDate(input: unknown): Plain<string | null> {
  if (input === undefined || input === null || input === "") return null
  if (typeof input !== "string") return NOT_PLAIN
  const canonical = canonicalEdtf(input)
  return canonical === null && isSaid(input) ? NOT_PLAIN : canonical
}

function plainText(input: unknown, lang: string): Plain<Text | null> {
  if (input === undefined || input === null) return null
  if (typeof input === "string") return isSaid(input) ? { [lang]: input } : null
  if (typeof input !== "object" || Array.isArray(input)) return NOT_PLAIN
  let any = false
  for (const tag in input) {
    const said = (input as Readonly<Record<string, unknown>>)[tag]
    if (typeof said !== "string" || !isSaid(said) || canonicalLang(tag) !== tag) return NOT_PLAIN
    any = true
  }
  return any ? (input as Text) : null
}

/** A word without the blanks around it; an empty one is for the schema to refuse. */
function plainWord(input: unknown): Plain<string | null> {
  if (input === undefined || input === null) return null
  return isWord(input) ? input.trim() : NOT_PLAIN
}

function plainActors(input: unknown, { actors }: Head): EventRecord["actors"] | null {
  const words = plainList(input)
  return words && unlike(words.map(word => ({ id: actors.resolve(word), role: null })))
}

function plainPlaces(input: unknown, { places }: Head): EventRecord["places"] | null {
  const words = plainList(input)
  return words && unlike(words.map(word => ({ id: places.resolve(word), role: VENUE })))
}

const VENUE: PlaceRole = PLACE_ROLES[0]

function plainSources(input: unknown, { sources, hasSources }: Head): EventRecord["sources"] | null {
  const words = plainList(input)
  if (words === null || (hasSources && !words.every(word => sources.has(word)))) return null
  return words.map(word => ({ id: sources.resolve(word), at: null, says: null }))
}

function plainTags(input: unknown, { tags }: Head): readonly string[] | null {
  const words = plainList(input)
  return words && (words.length === 0 ? NONE : [...new Set(words.map(tags.resolve))])
}

/** A list of words; null for anything else. */
function plainList(input: unknown): readonly string[] | null {
  if (input === undefined || input === null) return NONE
  if (!Array.isArray(input)) return null
  return (input as unknown[]).every(isWord) ? (input as string[]) : null
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && isSaid(value)
}

function isSaid(text: string): boolean {
  const first = text.charCodeAt(0)
  // Any ASCII letter, digit or sign to begin with saves making a trimmed copy.
  return (first > 32 && first < 127) || text.trim() !== ""
}
