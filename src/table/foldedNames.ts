import { fold } from "./fold.ts"
import type { Dictionary } from "./table.ts"

const known = new WeakMap<Dictionary, (string | undefined)[]>()

/** All names of a code, in every language, and its id, folded and joined by newlines, for search. */
export function foldedNames(values: Dictionary, code: number): string {
  let folded = known.get(values)
  if (!folded) known.set(values, (folded = []))
  return (folded[code] ??= [
    ...new Set([...Object.values(values.names[code] ?? {}), values.ids[code] ?? ""].map(fold)),
  ].join("\n"))
}
