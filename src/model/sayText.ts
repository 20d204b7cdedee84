import type { Text } from "./document.ts"

/** A text in the language that suits best, with the tag it is in ("" where the document names none). */
export interface Said {
  readonly text: string
  readonly lang: string
}

/** The form of a text for a reader of `lang`: the same tag, the same language, English, else the first. */
export function sayText(text: Text | null | undefined, lang: string): Said | null {
  if (!text) return null
  const primary = lang.split("-")[0]
  const tags = Object.keys(text)
  const tag =
    tags.find(t => t === lang) ??
    tags.find(t => t.split("-")[0] === primary) ??
    tags.find(t => t.split("-")[0] === "en") ??
    tags[0]
  if (tag === undefined) return null
  return { text: text[tag]!, lang: tag === "und" ? "" : tag }
}
