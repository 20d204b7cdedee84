import type { Text } from "./document.ts"
import { report, within, type Spot } from "./spot.ts"
import type { TextInput } from "./schema.ts"

/** A language tag as BCP 47 writes it (`ar-SY` for `AR_sy`), or null where the text is none. */
export function canonicalLang(tag: string): string | null {
  const before = tags.get(tag)
  if (before !== undefined) return before
  const canonical = canonise(tag)
  if (tags.size < 1000) tags.set(tag, canonical)
  return canonical
}

const tags = new Map<string, string | null>()

function canonise(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0] ?? null
  } catch {
    return null
  }
}

/**
 * A text in normal form: language tag → string. A plain string stands under `lang`; strings of nothing but blanks are
 * none; a tag that is no language is reported and its string left out. Null where nothing is said.
 */
export function readText(input: TextInput | undefined, lang: string, spot: Spot): Text | null {
  if (input === undefined) return null
  if (typeof input === "string") return input.trim() === "" ? null : { [lang]: input }
  const entries: [string, string][] = []
  for (const [tag, said] of Object.entries(input)) {
    const canonical = canonicalLang(tag)
    if (canonical === null) {
      report(within(spot, tag), "bad-language", "left-out", tag)
    } else if (said.trim() !== "" && !entries.some(([known]) => known === canonical)) {
      entries.push([canonical, said])
    }
  }
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/** A word in normal form: without blanks around it, null where nothing is left. */
export function readWord(input: string | undefined): string | null {
  return input?.trim() || null
}
