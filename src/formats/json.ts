import { splitDocument } from "../model/check.ts"
import type { Faults } from "../model/faults.ts"
import { decodeHead, decodeWhole } from "./decode.ts"
import type { Batch, Format } from "./format.ts"
import { parseJson } from "./json-parse.ts"

/** Events in a batch where they are told by their columns. */
const BATCH = 1000

/**
 * The native document of interface §1, or a bare list of events; else what another program wrote, as trees/shapes.ts tells
 * it; else any JSON in which a list of objects with dates lies up to three levels down. Read whole, since names may stand
 * last.
 */
export const json: Format = {
  name: "json",
  extensions: [".json", ".js", ".json5", ".jsonld", ".geojson", ".geojsons", ".topojson"],
  mediaTypes: [
    "application/json",
    "application/ld+json",
    "application/geo+json",
    "application/geo+json-seq",
    "application/sparql-results+json",
  ],
  sniff(head, fileName) {
    // A sequence of texts (RFC 7464) has a record separator before each.
    const text = decodeHead(head).replaceAll("\u001e", " ")
    if (/^\s*[[{]/.test(text)) return /\.json$/i.test(fileName) ? 2 : 1
    return isScript(text, fileName) ? 1 : 0
  },
  async *read(bytes, faults, options): AsyncGenerator<Batch> {
    const text = await decodeWhole(bytes, faults)
    if (text === null) return
    const value = await parseJson(text, faults)
    if (value !== undefined) yield* batchesOf(value, faults, options?.now ?? null)
  },
}

/** Whether a text looks like a script that holds data: `var items = [`, a comment and then a brace. */
function isScript(text: string, fileName: string): boolean {
  if (/^\s*\/[/*][\s\S]*[[{]/.test(text)) return true
  if (/^\s*(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*(?:new\s+[\w$.]+\s*\()?\s*[[{]/.test(text)) return true
  return /\.(js|mjs|json|json5)$/i.test(fileName) && /^\s*(?:\(|var\s|let\s|const\s|export\s)/.test(text)
}

async function* batchesOf(value: unknown, faults: Faults, now: number | null): AsyncGenerator<Batch> {
  const { SHAPES } = await import("./trees/shapes.ts")
  const shape = SHAPES.find(one => one.recognise(value))
  if (shape) {
    const [read, trees] = await Promise.all([shape.load(), import("./trees/tree.ts")])
    yield* trees.batchesOf(read(value, faults, now), shape.name)
    return
  }
  const { findObjects, readObjects } = await import("./tabular/objects.ts")
  const objects = findObjects(value)
  if (objects) yield* readObjects(objects, faults, BATCH)
  else yield splitDocument(value, faults)
}
