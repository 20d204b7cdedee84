import { arrow } from "./arrow.ts"
import { csv } from "./csv.ts"
import type { Format } from "./format.ts"
import { gdelt } from "./gdelt.ts"
import { html } from "./html.ts"
import { ical } from "./ical.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"
import { parquet } from "./parquet.ts"
import { simile } from "./simile.ts"
import { xlsx } from "./xlsx.ts"

/** All formats that are read, those that can be told most surely first. */
export const FORMATS: readonly Format[] = [xlsx, parquet, arrow, gdelt, ical, simile, html, jsonl, json, csv]

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

/** Loads what reading a file of this name will take, if anything, while the file itself is on its way. */
export function prepareFor(fileName: string): Promise<unknown> | undefined {
  const name = fileName.toLowerCase().replace(/\.gz$/, "")
  const format = FORMATS.find(({ extensions }) => extensions.some(extension => name.endsWith(extension)))
  return format?.prepare?.()
}

/** Whether a file of this name may hold data, packed with gzip or not. A page may too, but stands beside it more often. */
export function isReadableName(fileName: string): boolean {
  const name = fileName.toLowerCase().replace(/\.gz$/, "")
  const data = FORMATS.filter(format => format !== html)
  return data.some(format => format.extensions.some(extension => name.endsWith(extension)))
}
