import { useEffect, useState } from "react"
import { dateLocale } from "../words/dates-locale.ts"
import { formatNumber } from "../words/numbers.ts"
import { loadReadingWords, type ReadingWords } from "../words/reading.ts"

/** The texts on how a file was read, in the interface's language; null until they have come. */
export function useReadingWords(lang: string): ReadingWords | null {
  const [words, setWords] = useState<ReadingWords | null>(null)
  useEffect(() => {
    let isCurrent = true
    const locale = dateLocale(lang)
    void loadReadingWords(lang, n => formatNumber(n, locale)).then(
      loaded => isCurrent && setWords(() => loaded),
      // Whoever wants them goes without.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [lang])
  return words
}
