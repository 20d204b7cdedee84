import { parseEdtf } from "../time/edtf.ts"
import { ARABIC_DATES } from "./dates-ar.ts"
import { ENGLISH_DATES } from "./dates-en.ts"
import { knowDates } from "./dates-language.ts"
import { dateLocale } from "./dates-locale.ts"
import { sayEdtf } from "./dates.ts"

/**
 * An EDTF text in words: "about October 2016", "some day between 17 and 23 November 2016". Arabic for Arabic tags, with the
 * month names and digits of their region, else English; clock times in `zone`. Null where the text is no date.
 */
export function sayDate(text: string, lang: string, zone = "UTC"): string | null {
  const parsed = parseEdtf(text)
  if (!parsed.ok) return null
  knowDates("en", ENGLISH_DATES)
  knowDates("ar", ARABIC_DATES)
  return sayEdtf(parsed.value, dateLocale(lang), zone)
}
