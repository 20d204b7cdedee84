import { LOSSES, type Losses } from "./losses.ts"

/** Kinds of files that the page offers, by the names of their writers. */
export const FILE_KINDS = ["json", "csv", "ical", "jsonld"] as const
export type FileKind = (typeof FILE_KINDS)[number]

/**
 * The texts of taking away a view: the dialog of sharing, pictures and files, the report. Those of links and codes are in
 * linking.ts. Apart, since they are wanted late.
 */
export interface SharingWords {
  readonly title: string
  readonly tabs: Readonly<Record<"link" | "files" | "report", string>>

  // pictures and files
  readonly picture: string
  readonly pictureHint: string
  readonly appearance: string
  readonly savePng: string
  readonly saveSvg: string
  readonly page: string
  readonly pageHint: string
  readonly savePage: string
  filesOf(events: string): string
  readonly kinds: Readonly<Record<FileKind, readonly [name: string, what: string]>>
  /** The name of the button that saves a kind of file. */
  save(name: string): string
  /** Said while a file is made, which many events take some time. */
  readonly saving: string
  readonly stopped: string
  saved(fileName: string): string
  failed(why: string): string
  /** What files do not hold, a list in words. */
  notIn(what: string): string
  readonly losses: Losses

  // report
  readonly copyText: string
  readonly print: string
  readonly copied: string
  /** The browser would not let the page copy. */
  readonly notCopied: string
  readonly sources: string
  readonly counts: string
  readonly events: string
  more(n: number): string
  /** After values that are counted one by one: how many more there are, two at least. */
  moreValues(n: number): string
  /** After the types that have a colour of their own: how many more there are, two at least. */
  moreTypes(n: number): string
  /** How many values of a field have a lane of their own, of how many. */
  ownLanes(own: number, all: number): string
  inView(stretch: string): string
  filtersAre(list: string): string
  sourcesAre(list: string): string
  made(date: string): string
}

/** The texts by primary language subtag; to add a language, add it here. */
const LANGUAGES: Readonly<Record<string, () => Promise<(digits: (n: number) => string) => SharingWords>>> = {
  en: async () => (await import("./sharing-en.ts")).englishSharing,
  ar: async () => (await import("./sharing-ar.ts")).arabicSharing,
}

/** The texts for an interface of a language. */
export async function loadSharingWords(lang: string, digits: (n: number) => string): Promise<SharingWords> {
  const load = LANGUAGES[lang.split("-")[0]!] ?? LANGUAGES["en"]!
  return (await load())(digits)
}

/** What files do not hold, in the words of a language. */
export function lossesIn(lang: string): Losses {
  return LOSSES[lang] ?? LOSSES["en"]!
}
