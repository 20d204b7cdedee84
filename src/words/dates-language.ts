import type { DateLocale } from "./dates-locale.ts"
import type { AxisWords, DateWords } from "./dates-words.ts"

const onAxes = new Map<string, AxisWords>()
const whole = new Map<string, DateWords>()

/** Makes known how a language puts the dates of an axis together; each does so when its messages are loaded. */
export function knowAxisDates(language: DateLocale["language"], words: AxisWords): void {
  onAxes.set(language, words)
}

/** Makes known how a language puts all dates together; each does so when the rest of its messages is loaded. */
export function knowDates(language: DateLocale["language"], words: DateWords): void {
  whole.set(language, words)
  knowAxisDates(language, words)
}

/** How a locale's language puts the dates of an axis together. Throws where its messages were never loaded. */
export function axisWords(locale: DateLocale): AxisWords {
  return loaded(onAxes, locale)
}

/** How a locale's language puts all dates together. Throws where the rest of its messages was never loaded. */
export function dateWords(locale: DateLocale): DateWords {
  return loaded(whole, locale)
}

function loaded<Words>(known: ReadonlyMap<string, Words>, { language }: DateLocale): Words {
  const words = known.get(language)
  if (!words) throw new Error(`The dates of ${language} are not loaded`)
  return words
}
