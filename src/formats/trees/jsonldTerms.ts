import { isThing, listOf, wordOf, type Thing } from "./values.ts"

/** How a document of JSON-LD writes the terms of schema.org. */
export interface Vocabulary {
  /** The same node with its keys as schema.org has them, and `@id` and `@type` whatever they are called. */
  plain(node: Thing): Thing
  /** A type or an enumeration's value as schema.org has it: `Event` of `schema:Event` or `https://schema.org/Event`. */
  term(value: unknown): string
  /** The language of texts that name none; "" where it is not said. */
  readonly lang: string
}

const SCHEMA = /^https?:\/\/(?:www\.)?schema\.org\/?#?/i

/**
 * The vocabulary of a document by its contexts (json-ld.org, 1.1), as far as schema.org needs one: prefixes, keys by
 * another name, a language. A context by address is taken to be schema.org's own; nothing is fetched.
 */
export function vocabularyOf(contexts: readonly unknown[]): Vocabulary {
  const prefixes = new Set(["schema", "sdo", "s"])
  const renamed = new Map<string, string>()
  let lang = ""
  const termOf = (key: string): string => {
    const known = renamed.get(key)
    if (known !== undefined) return known
    if (!key.includes(":")) return key
    if (SCHEMA.test(key)) return key.replace(SCHEMA, "")
    const [, prefix, rest] = /^([\w-]+):([A-Za-z]\w*)$/.exec(key) ?? []
    return prefix !== undefined && prefixes.has(prefix) ? rest! : key
  }
  for (const context of contexts.flatMap(listOf)) {
    if (!isThing(context)) continue
    lang ||= wordOf(context["@language"])
    const entries = Object.entries(context).filter(([key]) => !key.startsWith("@"))
    for (const [key, value] of entries) {
      const address = wordOf(isThing(value) ? value["@id"] : value)
      if (SCHEMA.test(address) && address.replace(SCHEMA, "") === "") prefixes.add(key)
    }
    for (const [key, value] of entries) {
      const target = wordOf(isThing(value) ? value["@id"] : value)
      const term = termOf(target)
      if (/^@(id|type|value|language|graph)$/.test(target) || (term !== target && term !== ""))
        renamed.set(key, term)
    }
  }
  // A file has few keys, each in a hundred thousand nodes.
  const terms = new Map<string, string>()
  const termOnce = (key: string): string => {
    let term = terms.get(key)
    if (term === undefined) terms.set(key, (term = termOf(key)))
    return term
  }
  const known = new WeakMap<Thing, Thing>()
  return {
    lang,
    term: value => termOf(wordOf(isThing(value) ? (value["@id"] ?? value["@value"]) : value)),
    plain(node) {
      if (isPlain(node, termOnce)) return node
      const before = known.get(node)
      if (before) return before
      const entries = Object.entries(node).map(([key, value]) => [termOnce(key), value] as const)
      const plain = Object.fromEntries(entries) as Record<string, unknown>
      // Many write `type` and `id` without a context that says so.
      if (plain["@type"] === undefined && plain["type"] !== undefined) plain["@type"] = plain["type"]
      if (plain["@id"] === undefined && typeof plain["id"] === "string") plain["@id"] = plain["id"]
      known.set(node, plain)
      return plain
    },
  }
}

/** Whether all keys of a node are as schema.org has them. */
function isPlain(node: Thing, termOf: (key: string) => string): boolean {
  for (const key in node) if (termOf(key) !== key) return false
  if (node["type"] !== undefined && node["@type"] === undefined) return false
  return typeof node["id"] !== "string" || node["@id"] !== undefined
}

/** The values of some keys: each one, a list, or a list or set in the long form. */
export function valuesOf(node: Thing, ...keys: readonly string[]): readonly unknown[] {
  // Most nodes have few of the keys that they are asked for.
  let values: unknown[] | null = null
  for (const key of keys) {
    const value = node[key]
    if (value === undefined || value === null) continue
    values ??= []
    if (!Array.isArray(value)) addValue(values, value)
    else for (const one of value as readonly unknown[]) addValue(values, one)
  }
  return values ?? NO_VALUES
}

const NO_VALUES: readonly never[] = []

function addValue(values: unknown[], one: unknown): void {
  const inner = isThing(one) ? (one["@list"] ?? one["@set"] ?? one) : one
  if (Array.isArray(inner)) for (const value of inner as readonly unknown[]) values.push(value)
  else values.push(inner)
}

/** A text as it stands, or the value of the long form; "" for what is neither. */
export function plainText(value: unknown): string {
  return wordOf(isThing(value) ? value["@value"] : value)
}

/** Texts by language where any names one, else one text; "" for none. */
export function textIn(values: readonly unknown[], lang: string, clean: (text: string) => string): unknown {
  const texts = new Map<string, string>()
  for (const value of values) {
    const entries: readonly (readonly [string, unknown])[] =
      isThing(value) && value["@value"] === undefined
        ? Object.entries(value).filter(([key]) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(key))
        : [[isThing(value) ? wordOf(value["@language"]) : "", plainText(value)]]
    for (const [tag, said] of entries) {
      const text = clean(wordOf(said))
      const key = /^[a-z]{2,3}([-_]\w+)*$/i.test(tag) ? tag : lang || "und"
      if (text !== "" && !texts.has(key)) texts.set(key, text)
    }
  }
  if (texts.size === 0) return ""
  return texts.size === 1 && texts.has("und") ? texts.get("und") : Object.fromEntries(texts)
}
