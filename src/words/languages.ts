import type { Failures } from "./failures.ts"
import type { Words } from "./words.ts"

export interface Language {
  /** Primary language subtag. */
  readonly tag: string
  /** Variants offered in the menu, each with its name in itself. */
  readonly variants: readonly (readonly [tag: string, name: string])[]
  readonly load: () => Promise<(digits: (n: number) => string) => Words>
  /** Apart, since most readers never see one. */
  readonly loadFailures: () => Promise<Failures>
}

/** The languages of the interface. To add one: a file like en.ts, date words beside dates-en.ts, and a row here. */
export const LANGUAGES: readonly Language[] = [
  {
    tag: "en",
    variants: [["en", "English"]],
    load: async () => (await import("./en.ts")).english,
    loadFailures: async () => (await import("./failures-en.ts")).failures,
  },
  {
    tag: "ar",
    variants: [
      ["ar", "العربية"],
      ["ar-SY", "العربية (سورية)"],
      ["ar-EG", "العربية (مصر)"],
      ["ar-MA", "العربية (المغرب)"],
    ],
    load: async () => (await import("./ar.ts")).arabic,
    loadFailures: async () => (await import("./failures-ar.ts")).failures,
  },
]

/**
 * The language to speak: the one asked for if there is such, else the first of the preferred ones, else English.
 * Tags are never trusted: a browser may say "C", "" or "ar_SY".
 */
export function negotiate(
  wanted: string | null,
  preferred: readonly string[],
): { tag: string; language: Language } {
  for (const raw of [wanted ?? "", ...preferred]) {
    const tag = raw.replaceAll("_", "-")
    const language = LANGUAGES.find(one => one.tag === tag.split("-")[0]!.toLowerCase())
    if (language) return { tag: canonical(tag) ?? language.tag, language }
  }
  return { tag: "en", language: LANGUAGES[0]! }
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
