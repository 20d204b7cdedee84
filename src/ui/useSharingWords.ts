import { use } from "react"
import { loadSharingWords, type SharingWords } from "../words/sharing.ts"
import type { Reader } from "./reader.ts"

const known = new Map<string, Promise<SharingWords>>()

/** The texts on sharing in the interface's language; suspends until they are there. */
export function useSharingWords({ lang, number }: Pick<Reader, "lang" | "number">): SharingWords {
  let coming = known.get(lang)
  if (!coming) {
    coming = loadSharingWords(lang, number)
    known.set(lang, coming)
    // What did not come is asked for again the next time.
    coming.catch(() => known.delete(lang))
  }
  return use(coming)
}
