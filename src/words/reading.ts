import type { Doubt, Field } from "../formats/mapping.ts"
import type { Fate } from "../model/fate.ts"
import type { Encoding } from "../formats/tabular/encodings.ts"

/** What a file came to: `read` is `shown` and `leftOut` together. */
export interface Counts {
  readonly read: number
  readonly shown: number
  readonly leftOut: number
  /** Values left out of events that are shown. */
  readonly values: number
  readonly guessed: number
}

/** What a doubt is about: columns taken by a part of their names, that taken for the dates, the order and the encoding taken. */
export interface Doubted {
  readonly guessed: readonly string[]
  readonly column: string
  readonly order: "dmy" | "mdy"
  readonly encoding: string
}

export const FIELD_GROUPS = ["what", "when", "who", "where", "more"] as const
export type FieldGroup = (typeof FIELD_GROUPS)[number]

/**
 * The texts on how a file is read: how far it is, the line that says what it was taken for, what was left out of it, and
 * the matching of columns. Apart from the interface's other words, since they are wanted only once a file was opened.
 */
export interface ReadingWords {
  // while it is read
  /** Said beside their count while the rest of a file is read. */
  readonly firstShown: string
  /** How much of it has come, of how much where that is known. */
  megabytesRead(done: number, total: number | null): string
  /** A stop was asked for, and what has come is put in order. */
  readonly stopping: string
  /** The reader died, and another one has taken its place. */
  readonly readAnew: string
  /** The reading was stopped with so many events; how much of the file that is in per cent, null where nobody knows. */
  stoppedAt(events: number, percent: number | null): string
  /** After a stop it was to be read again as a whole, and could not be. */
  readonly notReadAgain: string

  // what it was taken for
  /** Names of formats by the value of `format`; one that is not here goes by that. */
  readonly formats: Readonly<Record<string, string>>
  readAs(format: string): string
  counts(counts: Counts): string
  /** A fault ended the reading before the file did. */
  readonly endedEarly: string
  encodingIs(name: string): string
  /** Why the columns should be looked at, a sentence each. */
  readonly doubts: Readonly<Record<Doubt, (doubted: Doubted) => string>>
  readonly matchColumns: string
  readonly seeList: string

  readonly matchIntro: string
  readonly columnsTitle: string
  readonly leftAlone: string
  readonly groups: Readonly<Record<FieldGroup, string>>
  readonly fields: Readonly<Record<Field, string>>
  readonly order: string
  readonly orders: Readonly<Record<"dmy" | "mdy", string>>
  readonly encoding: string
  readonly encodings: Readonly<Record<Encoding, string>>
  /** The choice to leave something to recognition, which found `name`. */
  recognised(name: string): string
  readonly recognisedAlone: string
  readonly previewTitle: string
  /** Of the first rows so many become events, so many of them without a date. */
  previewCount(events: number, undated: number): string
  readonly apply: string
  readonly cancel: string
  readonly reset: string

  // what was left out or guessed
  readonly allKinds: string
  readonly saveTable: string
  readonly leftOutTitle: string
  readonly leftOutIntro: string
  readonly problemPlaces: Readonly<Record<"row" | "line" | "column", (at: string) => string>>
  readonly problemFound: string
  readonly problemExpected: string
  /** What became of those that stand under it, and what to do; then of one, in a table. */
  readonly fates: Readonly<Record<Fate, string>>
  readonly fateNotes: Readonly<Record<Fate, string>>
  readonly fateOfOne: Readonly<Record<Fate, string>>
  /** What a problem is of that is of no one column. */
  readonly problemWholes: Readonly<Record<"row" | "line" | "event" | "file", string>>
  times(n: number): string
  showAll(n: number): string
  showFirst(n: number): string
  readonly showFewer: string
  restInTable(n: number): string
  /** Problems that were counted and not kept. */
  beyond(n: number): string
}

/** The texts by primary language subtag; to add a language, add it here. */
const LANGUAGES: Readonly<Record<string, () => Promise<(digits: (n: number) => string) => ReadingWords>>> = {
  en: async () => (await import("./reading-en.ts")).englishReading,
  ar: async () => (await import("./reading-ar.ts")).arabicReading,
}

/** The texts for an interface of a language. */
export async function loadReadingWords(lang: string, digits: (n: number) => string): Promise<ReadingWords> {
  const load = LANGUAGES[lang.split("-")[0]!] ?? LANGUAGES["en"]!
  return (await load())(digits)
}
