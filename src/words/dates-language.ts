import { ARABIC_DATES } from "./dates-ar.ts"
import { ENGLISH_DATES } from "./dates-en.ts"
import type { DateLocale } from "./dates-locale.ts"
import type { DateWords } from "./dates-words.ts"

/** How a locale's language puts dates together; to add a language, add it here and to dates-locale.ts. */
export function dateWords(locale: DateLocale): DateWords {
  return locale.language === "ar" ? ARABIC_DATES : ENGLISH_DATES
}
