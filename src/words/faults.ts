import type { FaultCode } from "../model/faults.ts"
import type { SeenTexts } from "../model/seen.ts"
import type { WantedTexts } from "../model/wanted.ts"

/**
 * What stood where something was left out or guessed, and what would have been right, in a language: by code, and where
 * more is known by that.
 */
export interface FaultWords {
  readonly codes: Readonly<Record<FaultCode, string>>
  readonly wanted: WantedTexts
  readonly seen: SeenTexts
}

/** The texts by primary language subtag. English is not here: problems come with it. To add a language, add it here. */
const LANGUAGES: Readonly<Record<string, () => Promise<FaultWords>>> = {
  ar: async () => (await import("./faults-ar.ts")).arabicFaults,
}

/** The texts for an interface of a language; null where problems are shown in the English that they come with. */
export async function loadFaultWords(lang: string): Promise<FaultWords | null> {
  return (await LANGUAGES[lang.split("-")[0]!]?.()) ?? null
}
