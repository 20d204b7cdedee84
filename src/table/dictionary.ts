import type { Text } from "../model/document.ts"
import type { Dictionary } from "./table.ts"

/** What a dictionary is made of; plain values, so that it crosses between threads. */
export interface DictionaryParts {
  /** Code 0 is "?". */
  readonly ids: readonly string[]
  readonly names: readonly (Text | null)[]
  /** Direct parents by code. */
  readonly parents: readonly (readonly number[])[]
}

/** Codes ↔ values over its parts. */
export function createDictionary(parts: DictionaryParts): Dictionary {
  const { ids, names, parents } = parts
  const codes = new Map(ids.map((id, code) => [id, code]))
  const children: number[][] = ids.map(() => [])
  parents.forEach((above, code) => {
    for (const parent of above) children[parent]!.push(code)
  })
  return {
    size: ids.length,
    ids,
    names,
    parents,
    children,
    code: id => codes.get(id) ?? -1,
    name: (code, lang) => nameIn(names[code], lang) ?? ids[code] ?? "",
  }
}

function nameIn(name: Text | null | undefined, lang: string): string | undefined {
  if (!name) return undefined
  const primary = lang.split("-")[0]
  const tags = Object.keys(name)
  const tag =
    tags.find(one => one === lang) ??
    tags.find(one => one.split("-")[0] === primary) ??
    tags.find(one => one.split("-")[0] === "en") ??
    tags[0]
  return tag === undefined ? undefined : name[tag]
}
