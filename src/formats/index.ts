import { csv } from "./csv.ts"
import type { Format } from "./format.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"

/** All formats that are read, those that can be told most surely first. */
export const FORMATS: readonly Format[] = [jsonl, json, csv]

/** The format that a file is most likely of, by its beginning and its name; null where no format knows it. */
export function sniffFormat(head: Uint8Array, fileName: string): Format | null {
  let best: Format | null = null
  let certainty = 0
  for (const format of FORMATS) {
    const sure = format.sniff(head, fileName)
    if (sure > certainty) [best, certainty] = [format, sure]
  }
  return best
}

/** The format of a name, as the address parameter `format` has it; null where there is none. */
export function formatNamed(name: string): Format | null {
  return FORMATS.find(format => format.name === name) ?? null
}
