import { Parser } from "htmlparser2"

/** An element of a page that says something of an item, with such elements that lie in it. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Line in which it begins, from 1. */
  readonly line: number
  readonly inner: Tag[]
  /** Its text, that of all elements in it included, blanks as one. */
  text(): string
}

/** What of a page says something of items. */
export interface PageTags {
  readonly tags: readonly Tag[]
  readonly byId: ReadonlyMap<string, Tag>
  /** The language of the page, and what addresses in it start from; "" where it does not say. */
  readonly lang: string
  readonly base: string
}

/** As many elements lie in each other at most in any page that means something. */
const DEEPEST = 500
/** Texts that lie in each other and are each wanted; those further in belong to these. */
const TEXTS = 16
/** Letters between two looks at the depth. */
const STEP = 4096
/** Attributes of microdata and RDFa, and those by which they refer. */
const TELLING = ["itemscope", "itemprop", "property", "typeof", "vocab", "prefix", "id"]
/** Elements after which a new line begins, so that words on both sides are two. */
const LINES = /^(br|p|div|li|tr|td|th|h[1-6]|dt|dd|section|article|header|footer|ul|ol|table|hr)$/

interface Open {
  readonly name: string
  readonly tag: Tag | null
  /** Pieces of its text, where it is wanted. */
  readonly parts: string[] | null
}

/** The elements of a page by which microdata (HTML) and RDFa Lite (W3C) tell items; what lies too deep is left alone. */
export function tagsOf(page: string): PageTags {
  const tags: Tag[] = []
  const byId = new Map<string, Tag>()
  const open: Open[] = []
  let [lang, base, canonical] = ["", "", ""]
  let line = 1
  let seen = 0
  const lineAt = (at: number): number => {
    for (let next = page.indexOf("\n", seen); next >= 0 && next < at; next = page.indexOf("\n", seen)) {
      line++
      seen = next + 1
    }
    return line
  }
  const hear = (text: string) => {
    let count = 0
    for (const { parts } of open) if (parts && count++ < TEXTS) parts.push(text)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "html") lang = attributes["lang"]?.trim() ?? ""
        if (name === "base") base ||= attributes["href"]?.trim() ?? ""
        if (name === "link" && attributes["rel"] === "canonical") canonical = attributes["href"]?.trim() ?? ""
        if (LINES.test(name)) hear("\n")
        if (!TELLING.some(key => attributes[key] !== undefined)) {
          open.push({ name, tag: null, parts: null })
          return
        }
        const isText = attributes["itemprop"] !== undefined || attributes["property"] !== undefined
        const parts: string[] | null = isText ? [] : null
        const tag: Tag = {
          ...{ name, attributes, line: lineAt(parser.startIndex), inner: [] },
          text: () => (parts ?? []).join("").replace(/\s+/g, " ").trim(),
        }
        const around = open.findLast(one => one.tag !== null)?.tag
        if (around) around.inner.push(tag)
        else tags.push(tag)
        const id = attributes["id"]
        if (id !== undefined && !byId.has(id)) byId.set(id, tag)
        open.push({ name, tag, parts })
      },
      ontext(text) {
        const inner = open.at(-1)?.name
        if (inner !== "script" && inner !== "style") hear(text)
      },
      onclosetag(name) {
        // A tag that the text breaks off in is closed though it was never opened.
        if (open.at(-1)?.name !== name) return
        open.pop()
        if (LINES.test(name)) hear("\n")
      },
    },
    { decodeEntities: true },
  )
  for (let at = 0; at < page.length && open.length <= DEEPEST; at += STEP)
    parser.write(page.slice(at, at + STEP))
  parser.end()
  return { tags, byId, lang, base: base || canonical }
}
