import type { Faults } from "../model/faults.ts"
import type { Place } from "../model/problem.ts"
import { decodeHead, decodeWhole } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { parseJson } from "./json-parse.ts"
import type { PageItem } from "./trees/pageItems.ts"

/**
 * A web page with events of schema.org, as search engines read them: in scripts of JSON-LD, or else in the attributes of
 * its elements (microdata, RDFa Lite). Nothing else of it is read and nothing is run; a page without such events is no
 * data, and says so.
 */
export const html: Format = {
  name: "html",
  extensions: [".html", ".htm", ".xhtml"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  sniff(head) {
    const text = decodeHead(head)
    if (/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|meta|title|link|script|div)\b/i.test(text))
      return 1
    if (/^\s*<[a-z]/i.test(text) && /\s(itemscope|itemtype|typeof)\b/i.test(text)) return 1
    return /<html[\s>]/i.test(text) && /^\s*<\?xml/i.test(text) ? 1 : 0
  },
  async *read(bytes, faults, options): AsyncGenerator<Batch> {
    const text = await decodeWhole(bytes, faults)
    if (text === null) return
    const [{ elementsOf }, { holdsEvents }, { readJsonLd }, { batchesOf }] = await Promise.all([
      import("./trees/xml.ts"),
      import("./trees/jsonldNodes.ts"),
      import("./trees/jsonld.ts"),
      import("./trees/tree.ts"),
    ])
    const { found, tooDeep } = elementsOf(text, false, name => name === "script")
    if (tooDeep !== null)
      faults.add({ code: "too-deep", severity: "left-out", where: { line: tooDeep }, found: "" })
    const scripts = found.filter(({ attributes }) =>
      /^application\/([\w.]+\+)?ld\+json/i.test(attributes["type"]?.trim() ?? ""),
    )
    const values: unknown[] = []
    const lines: number[] = []
    for (const script of scripts) {
      const value = await parseScript(script.text, script.line, faults)
      if (value === undefined || !holdsEvents(value)) continue
      values.push(value)
      lines.push(script.line)
    }
    // What a page tells in a script it tells in its elements once more, and less of it.
    const items = values.length > 0 ? [] : await itemsIn(text)
    for (const { value, line } of items) {
      values.push(value)
      lines.push(line)
    }
    if (values.length === 0) {
      const start = text.trimStart().slice(0, 200)
      faults.add({ code: "html-instead", severity: "fatal", where: { line: 1, column: 1 }, found: start })
      return
    }
    const atLine = ({ pointer = "" }: Place): Place => {
      const [, index = "0", rest = ""] = /^\/(\d+)(.*)$/.exec(pointer) ?? []
      // In elements nothing but lines can be pointed at.
      const isInScript = items.length === 0 && rest !== ""
      return { line: lines[Number(index)] ?? 1, ...(isInScript && { pointer: rest }) }
    }
    const placed: Faults = { ...faults, add: fault => faults.add({ ...fault, where: atLine(fault.where) }) }
    const tree = readJsonLd(values, placed, options?.now ?? null)
    const title = await titleOf(text)
    const titled = title === "" ? tree : { ...tree, fields: { title, ...tree.fields } }
    for (const batch of batchesOf(titled, "json-ld"))
      yield { ...batch, placeOf: index => atLine(batch.placeOf(index)) }
  },
}

async function titleOf(page: string): Promise<string> {
  const [, title = ""] = /<title\b[^>]*>([^<]{1,1000})<\/title/i.exec(page) ?? []
  const { textOfHtml } = await import("./tabular/html.ts")
  return textOfHtml(title).replace(/\s+/g, " ").trim()
}

/** Items in the attributes of a page's elements, where events are among them. */
async function itemsIn(page: string): Promise<readonly PageItem[]> {
  if (!/\s(itemscope|typeof)\b/i.test(page)) return []
  const [{ itemsOf }, { holdsEvents }] = await Promise.all([
    import("./trees/pageItems.ts"),
    import("./trees/jsonldNodes.ts"),
  ])
  return itemsOf(page).filter(({ value }) => holdsEvents(value))
}

/** The value of a script; one that cannot be read costs no other, and its faults stand in the lines of the page. */
async function parseScript(source: string, line: number, faults: Faults): Promise<unknown> {
  // Marks by which pages hid scripts from programs that knew none, with or without a comment before them.
  const text = source
    .replace(/^\s*(\/\/|\/\*)?\s*(<!\[CDATA\[|<!--)\s*(\*\/)?/, "")
    .replace(/(\/\/|\/\*)?\s*(\]\]>|-->)\s*(\*\/)?\s*$/, "")
  const isEscaped = !text.includes('"') && text.includes("&quot;")
  const { textOfHtml } = await import("./tabular/html.ts")
  const within: Faults = {
    ...faults,
    add({ severity, where, ...fault }) {
      faults.add({
        ...fault,
        severity: severity === "fatal" ? "left-out" : severity,
        where: { ...where, line: line + (where.line ?? 1) - 1 },
      })
    },
  }
  return parseJson(isEscaped ? textOfHtml(text) : text, within)
}
