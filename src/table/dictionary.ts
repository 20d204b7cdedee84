import type { Text } from "../model/document.ts"
import { fold } from "./fold.ts"
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
export function createDictionary(parts: DictionaryParts): Dictionary & { readonly parts: DictionaryParts } {
  const { ids, names, parents } = parts
  const codes = new Map(ids.map((id, code) => [id, code]))
  const children: number[][] = ids.map(() => [])
  parents.forEach((above, code) => {
    for (const parent of above) children[parent]!.push(code)
  })
  const folded: (string | undefined)[] = []
  return {
    parts,
    size: ids.length,
    ids,
    parents,
    children,
    code: id => codes.get(id) ?? -1,
    name: (code, lang) => nameIn(names[code], lang) ?? ids[code] ?? "",
    folded(code) {
      return (folded[code] ??= [
        ...new Set([...Object.values(names[code] ?? {}), ids[code] ?? ""].map(fold)),
      ].join("\n"))
    },
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

/** Gives codes to ids as they are met, known ones first so that a document's own order holds. */
export function dictionaryBuilder(
  known: Iterable<readonly [id: string, name: Text | null, parents: readonly string[]]>,
): { code(id: string): number; build(): ReturnType<typeof createDictionary> } {
  const ids: string[] = ["?"]
  const names: (Text | null)[] = [null]
  const above: (readonly string[])[] = [[]]
  const codes = new Map<string, number>([["?", 0]])
  const add = (id: string, name: Text | null, parents: readonly string[]) => {
    const code = ids.length
    codes.set(id, code)
    ids.push(id)
    names.push(name)
    above.push(parents)
    return code
  }
  for (const [id, name, parents] of known) if (!codes.has(id)) add(id, name, parents)
  return {
    code: id => codes.get(id) ?? add(id, null, []),
    build() {
      const parents = above.map((list, code) => [
        ...new Set(list.map(id => codes.get(id) ?? -1).filter(parent => parent > 0 && parent !== code)),
      ])
      return createDictionary({ ids, names, parents: withoutCircles(parents) })
    },
  }
}

/** Drops the links that would make something part of itself. */
function withoutCircles(parents: readonly (readonly number[])[]): number[][] {
  const state = new Uint8Array(parents.length)
  const kept: number[][] = parents.map(() => [])
  const visit = (code: number) => {
    state[code] = 1
    for (const parent of parents[code]!) {
      if (state[parent] === 1) continue
      if (state[parent] === 0) visit(parent)
      kept[code]!.push(parent)
    }
    state[code] = 2
  }
  for (let code = 0; code < parents.length; code++) if (state[code] === 0) visit(code)
  return kept
}
