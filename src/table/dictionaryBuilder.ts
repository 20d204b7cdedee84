import type { Text } from "../model/document.ts"
import type { DictionaryParts } from "./dictionary.ts"

/** What a facet's values are called and belong to, by id. */
export type ValueEntries = Iterable<readonly [id: string, name: Text | null, parents: readonly string[]]>

export interface DictionaryBuilder {
  /** A code for an id, by the order in which ids are met; to be recoded when all are known. */
  code(id: string): number
  /** The id that such a code stands for. */
  idOf(code: number): string
  /**
   * The dictionary of all ids met or named in `entries`, and the final code of each first one. Known ids come first, in
   * their own order; those met in events follow in the order of their letters, so that the order of events does not
   * matter.
   */
  build(entries: ValueEntries): { readonly parts: DictionaryParts; readonly recoded: Uint32Array }
}

/** Gives codes to ids as they are met; `known` are the document's own. */
export function dictionaryBuilder(known: Iterable<string>): DictionaryBuilder {
  const ids: string[] = ["?"]
  const codes = new Map<string, number>([["?", 0]])
  const add = (id: string) => {
    const code = ids.length
    codes.set(id, code)
    ids.push(id)
    return code
  }
  for (const id of known) if (!codes.has(id)) add(id)
  const declared = ids.length
  return {
    code: id => codes.get(id) ?? add(id),
    idOf: code => ids[code]!,
    build(entries) {
      const described = new Map<string, readonly [Text | null, readonly string[]]>()
      for (const [id, name, parents] of entries) described.set(id, [name, parents])
      const met = ids.slice(declared)
      for (const id of described.keys()) if (!codes.has(id)) met.push(id)
      const ordered = [...ids.slice(0, declared), ...met.toSorted()]
      const final = new Map(ordered.map((id, code) => [id, code]))
      const parents = ordered.map((id, code) => {
        const above = (described.get(id)?.[1] ?? []).map(parent => final.get(parent) ?? -1)
        return [...new Set(above.filter(parent => parent > 0 && parent !== code))]
      })
      return {
        parts: {
          ids: ordered,
          names: ordered.map(id => described.get(id)?.[0] ?? null),
          parents: withoutCircles(parents),
        },
        recoded: Uint32Array.from(ids, id => final.get(id)!),
      }
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
