import type { Text } from "./document.ts"

/** What one kind of thing (actors, places, …) is called, and which of it was used without being declared. */
export interface Names<T> {
  readonly declared: Map<string, T>
  /** The id that a name used in an event stands for; a name not known is added under itself. */
  resolve(name: string): string
  has(name: string): boolean
}

/**
 * Names over a map of what is declared. A name stands for the declared thing that has it as its id; else for the only
 * one whose id or name in any language is the same but for case, diacritics and Arabic letter forms; else for itself,
 * and `make` says what it then is. The map grows by what is added.
 */
export function namesOf<T extends { readonly name: Text } | { readonly title: Text }>(
  declared: Map<string, T>,
  make: (name: string) => T,
): Names<T> {
  const byFolded = new Map<string, string | null>()
  for (const [id, thing] of declared) {
    const texts = "name" in thing ? thing.name : thing.title
    for (const key of new Set([id, ...Object.values(texts)].map(foldName))) {
      byFolded.set(key, byFolded.has(key) ? null : id)
    }
  }
  const resolved = new Map<string, string>()
  const find = (name: string): string | null =>
    declared.has(name) ? name : (byFolded.get(foldName(name)) ?? null)
  return {
    declared,
    has: name => find(name.trim()) !== null,
    resolve(name) {
      const before = resolved.get(name)
      if (before !== undefined) return before
      const trimmed = name.trim()
      const id = find(trimmed) ?? trimmed
      if (!declared.has(id)) declared.set(id, make(id))
      resolved.set(name, id)
      return id
    },
  }
}

/** A name as it is compared: compatibility forms, case, marks, tatweel, hamza seats and final letters made one. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\u0640\u200B-\u200F\u061C\u2066-\u2069]/gu, "")
    .toLowerCase()
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ڤ/g, "ف")
    .replace(/\s+/g, " ")
    .trim()
}
