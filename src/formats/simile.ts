import { decodeHead, decodeWhole } from "./decode.ts"
import type { Batch, Format } from "./format.ts"

/** An event source of SIMILE Timeline in XML: `<data>` with an `<event>` for each, told by its attributes. */
export const simile: Format = {
  name: "simile",
  extensions: [".xml"],
  mediaTypes: ["text/xml", "application/xml"],
  sniff(head) {
    const text = decodeHead(head)
    if (!/^\s*<(\?xml|!--|data\b)/i.test(text)) return 0
    return /<data\b[^>]*>(\s|<!--[\s\S]*?(-->|$))*(<event\b|$)/i.test(text) ||
      /<event\s[^>]*\bstart\s*=/.test(text)
      ? 2
      : 0
  },
  async *read(bytes, faults): AsyncGenerator<Batch> {
    const text = await decodeWhole(bytes, faults)
    if (text === null) return
    const [{ elementsOf }, { readSimileRecords }, { batchesOf }] = await Promise.all([
      import("./trees/xml.ts"),
      import("./trees/simile.ts"),
      import("./trees/tree.ts"),
    ])
    const { found, unclosed, tooDeep } = elementsOf(text, true, name => name === "event")
    if (found.length === 0)
      faults.add({ code: "no-events", severity: "fatal", where: { line: 1 }, found: text.slice(0, 200) })
    else if (tooDeep !== null)
      faults.add({ code: "too-deep", severity: "left-out", where: { line: tooDeep }, found: "" })
    else if (unclosed !== null)
      faults.add({
        code: "unclosed",
        severity: "repaired",
        where: { line: text.split("\n").length },
        found: `<${unclosed}>`,
      })
    const records = found.map(({ attributes, text: inner }) => ({
      ...attributes,
      description: flowing(inner),
    }))
    const places = found.map(({ line }) => ({ line }))
    yield* batchesOf(readSimileRecords(records, places, faults), simile.name)
  },
}

/** Text as pages show it: lines flow on, and an empty one begins a paragraph. */
function flowing(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/)
  return paragraphs.map(paragraph => paragraph.replace(/\s+/g, " ").trim()).join("\n\n")
}
