import type { Faults } from "../model/faults.ts"
import type { Place } from "../model/problem.ts"
import { decodeHead, decodeWhole } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { parseJson } from "./json-parse.ts"

/**
 * A web page with events of schema.org in scripts of JSON-LD, as search engines read them. Nothing else of it is read and
 * nothing is run; a page without such events is no data, and says so.
 */
export const html: Format = {
  name: "html",
  extensions: [".html", ".htm", ".xhtml"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  sniff(head) {
    const text = decodeHead(head)
    if (/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|meta|title|link|script|div)\b/i.test(text))
      return 1
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
    if (values.length === 0) {
      const start = text.trimStart().slice(0, 200)
      faults.add({ code: "html-instead", severity: "fatal", where: { line: 1, column: 1 }, found: start })
      return
    }
    const atLine = ({ pointer = "" }: Place): Place => {
      const [, index = "0", rest = ""] = /^\/(\d+)(.*)$/.exec(pointer) ?? []
      return { line: lines[Number(index)] ?? 1, ...(rest !== "" && { pointer: rest }) }
    }
    const placed: Faults = { ...faults, add: fault => faults.add({ ...fault, where: atLine(fault.where) }) }
    for (const batch of batchesOf(readJsonLd(values, placed, options?.now ?? null), "json-ld"))
      yield { ...batch, placeOf: index => atLine(batch.placeOf(index)) }
  },
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
