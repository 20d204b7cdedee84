import { use } from "react"
import type { Reader } from "./reader.ts"

type Speaking = Pick<Reader, "lang" | "number">

/** A hook that gives texts which come late, in the interface's language; it suspends until they are there. */
export function lateWords<Words>(
  load: (lang: string, digits: (n: number) => string) => Promise<Words>,
): (reader: Speaking) => Words {
  const known = new Map<string, Promise<Words>>()
  return function useLateWords({ lang, number }) {
    let coming = known.get(lang)
    if (!coming) {
      coming = load(lang, number)
      known.set(lang, coming)
      // What did not come is asked for again the next time.
      coming.catch(() => known.delete(lang))
    }
    return use(coming)
  }
}
