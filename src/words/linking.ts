import type { Part } from "../state/state.ts"

/** Ways of passing a view on; figure/codes.ts makes them. */
type CodeKind = "link" | "frame" | "script" | "element" | "react" | "amp" | "oembed"

/** The texts of passing on a view by links and codes, which a saved file does not offer. */
export interface LinkingWords {
  readonly codes: Readonly<Record<CodeKind, readonly [name: string, what: string]>>
  /** On an AMP page, where only a part of the frame is shown. */
  readonly showAll: string
  readonly codeKind: string
  readonly code: string
  readonly copy: string
  readonly send: string
  readonly preview: string
  readonly height: string
  readonly heightFits: string
  readonly languageAuto: string
  readonly controls: string
  readonly parts: Readonly<Record<Part, string>>
  /** Choosing that the events travel inside the link, which is then so long. */
  carry(size: string): string
  /** They must, for they are only here. */
  carried(size: string): string
  readonly kilobytes: (n: string) => string
  /** They are only here and too many for a link. */
  readonly tooLong: string
  readonly packing: string
  /** Done with the code: it was copied. */
  readonly copied: string
  /** The browser would not let the page copy, and the page has selected the text. */
  readonly onlySelected: string
}

/** The texts by primary language subtag; to add a language, add it here. */
const LANGUAGES: Readonly<Record<string, () => Promise<LinkingWords>>> = {
  en: async () => (await import("./linking-en.ts")).ENGLISH_LINKING,
  ar: async () => (await import("./linking-ar.ts")).ARABIC_LINKING,
}

/** The texts for an interface of a language. */
export function loadLinkingWords(lang: string): Promise<LinkingWords> {
  return (LANGUAGES[lang.split("-")[0]!] ?? LANGUAGES["en"]!)()
}
