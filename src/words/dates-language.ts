import type { DateLocale } from "./dates-locale.ts"
import type { DateWords } from "./dates-words.ts"

const known = new Map<string, DateWords>()

/** Makes known how a language puts dates together; each does so when its messages are loaded. */
export function knowDates(language: DateLocale["language"], words: DateWords): void {
  known.set(language, words)
}

/** How a locale's language puts dates together. Throws where its messages were never loaded. */
export function dateWords(locale: DateLocale): DateWords {
  const words = known.get(locale.language)
  if (!words) throw new Error(`The dates of ${locale.language} are not loaded`)
  return words
}
