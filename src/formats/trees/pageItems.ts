import { tagsOf, type PageTags, type Tag } from "./pageTags.ts"
import { wordOf } from "./values.ts"

/** An item of a page in the form of JSON-LD, and the line in which it begins. */
export interface PageItem {
  readonly value: Readonly<Record<string, unknown>>
  readonly line: number
}

type Properties = Record<string, unknown[]>

/** A way of telling items by attributes. */
interface Syntax {
  /** Whether an element begins an item. */
  begins(tag: Tag): boolean
  /** The names that the element is a value under, in the item around it. */
  namesOf(tag: Tag, vocab: string): string[]
  /** The types and the address of an item. */
  typesOf(tag: Tag, vocab: string): string[]
  idOf(tag: Tag): string | undefined
  /** Ids of elements that the item goes on in. */
  othersOf(tag: Tag): string[]
}

const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean) ?? []

/** html.spec.whatwg.org, microdata. */
const MICRODATA: Syntax = {
  begins: ({ attributes }) => attributes["itemscope"] !== undefined,
  namesOf: ({ attributes }) => words(attributes["itemprop"]),
  typesOf: ({ attributes }) => words(attributes["itemtype"]),
  idOf: ({ attributes }) => attributes["itemid"],
  othersOf: ({ attributes }) => words(attributes["itemref"]),
}

/** W3C, RDFa Lite 1.1. A prefix stays before its name: what follows knows that of schema.org. */
const RDFA: Syntax = {
  begins: ({ attributes }) => attributes["typeof"] !== undefined,
  namesOf: ({ attributes }, vocab) => words(attributes["property"]).map(name => wholeName(name, vocab)),
  typesOf: ({ attributes }, vocab) => words(attributes["typeof"]).map(type => wholeName(type, vocab)),
  idOf: ({ attributes }) => attributes["resource"] ?? attributes["about"],
  othersOf: () => [],
}

function wholeName(name: string, vocab: string): string {
  if (name.includes(":") || vocab === "") return name
  return /[/#]$/.test(vocab) ? vocab + name : `${vocab}/${name}`
}

/**
 * The items of a page that stand in its attributes, as a document of JSON-LD has them: those of microdata, or of RDFa Lite
 * where there is none of the other. Addresses are made whole by what the page says its own is.
 */
export function itemsOf(page: string): PageItem[] {
  const tags = tagsOf(page)
  for (const syntax of [MICRODATA, RDFA]) {
    const items = outermost(tags, syntax)
    if (items.length > 0) return items
  }
  return []
}

function outermost(page: PageTags, syntax: Syntax): PageItem[] {
  const items: PageItem[] = []
  const context = page.lang === "" ? {} : { "@context": { "@language": page.lang } }
  const visit = (tag: Tag, vocab: string, isInItem: boolean) => {
    const inside = tag.attributes["vocab"] ?? vocab
    const isItem = syntax.begins(tag)
    // One that is a property comes with the item that it is a property of.
    if (isItem && !(isInItem && syntax.namesOf(tag, inside).length > 0))
      items.push({ value: { ...context, ...itemOf(tag, inside, page, syntax, []) }, line: tag.line })
    for (const inner of tag.inner) visit(inner, inside, isInItem || isItem)
  }
  for (const tag of page.tags) visit(tag, "", false)
  return items
}

/** An item; `around` are those that it lies in, so that none that goes on in itself has no end. */
function itemOf(
  tag: Tag,
  vocab: string,
  page: PageTags,
  syntax: Syntax,
  around: readonly Tag[],
): Record<string, unknown> {
  const properties: Properties = Object.create(null) as Properties
  const types = syntax.typesOf(tag, vocab)
  const id = syntax.idOf(tag)
  const within = [...around, tag]
  const gather = (inner: Tag, outside: string) => {
    const inside = inner.attributes["vocab"] ?? outside
    const names = syntax.namesOf(inner, inside)
    const isItem = syntax.begins(inner)
    if (names.length > 0) {
      if (isItem && within.includes(inner)) return
      const item = isItem ? itemOf(inner, inside, page, syntax, within) : null
      for (const name of names) (properties[name] ??= []).push(item ?? valueOf(inner, name, page))
    }
    if (!isItem) for (const one of inner.inner) gather(one, inside)
  }
  for (const inner of tag.inner) gather(inner, vocab)
  for (const other of new Set(syntax.othersOf(tag))) {
    const target = page.byId.get(other)
    if (target) gather(target, vocab)
  }
  return {
    ...(types.length > 0 && { "@type": types }),
    ...(wordOf(id) !== "" && { "@id": wholeAddress(id!, page.base) }),
    ...properties,
  }
}

/** Where elements keep what they stand for, when it is not their text. */
const KEPT_IN: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  link: ["href"],
  audio: ["src"],
  embed: ["src"],
  iframe: ["src"],
  img: ["src"],
  source: ["src"],
  track: ["src"],
  video: ["src"],
  object: ["data"],
  data: ["value"],
  meter: ["value"],
  time: ["datetime"],
}
const ADDRESSES = new Set(["href", "src", "data", "resource"])

/** Properties that are words, also where the element is a link. */
const WORDS = /(^|[/:#])(name|headline|description|summary)$/

function valueOf(tag: Tag, property: string, { base }: PageTags): string {
  const isWords = WORDS.test(property) && tag.text() !== ""
  // Many write `content` and `datetime` on elements that have no such attribute.
  for (const key of ["content", "resource", ...(KEPT_IN[tag.name] ?? []), "datetime"]) {
    const value = tag.attributes[key]
    if (value !== undefined && !(isWords && ADDRESSES.has(key)))
      return ADDRESSES.has(key) ? wholeAddress(value, base) : value.trim()
  }
  return tag.text()
}

function wholeAddress(address: string, base: string): string {
  const text = address.trim()
  return base !== "" && URL.canParse(text, base) ? new URL(text, base).href : text
}
