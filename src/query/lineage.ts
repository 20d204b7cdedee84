import type { Dictionary } from "../table/table.ts"

const known = new WeakMap<Dictionary, readonly Uint32Array[]>()

/** Each code with everything that it is part of, itself first; made once. */
export function lineages(dictionary: Dictionary): readonly Uint32Array[] {
  let all = known.get(dictionary)
  if (!all) known.set(dictionary, (all = dictionary.parents.map((_, code) => lineageOf(code, dictionary))))
  return all
}

function lineageOf(code: number, { parents }: Dictionary): Uint32Array {
  const found = new Set([code])
  for (const one of found) for (const parent of parents[one]) found.add(parent)
  return Uint32Array.from(found)
}
