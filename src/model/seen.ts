import type { SeenInColumns } from "./seenInColumns.ts"
import type { SeenOfFiles } from "./seenOfFiles.ts"

/** What stood at a place where it is no text of the file, as words that programs know it by; see saySeen. */
export interface Seen {
  readonly word: SeenWord
  /** What the words speak of, where they have a place for it: numbers, names in the file. */
  readonly of?: string
  /** A second number, where there are two. */
  readonly and?: string
  /** What a library said of it, in English. */
  readonly told?: string
}

/**
 * In English, by word; `{of}` and `{and}` stand for what is put in. What few readings meet is apart: seenInColumns.ts,
 * seenOfFiles.ts.
 */
export const ENGLISH_SEEN = {
  nothing: "nothing",
  "file-end": "the end of the file",
  "empty-file": "an empty file",
  "empty-table": "a table without a row",
  "empty-workbook": "a workbook of empty sheets",
  "no-workbook": "a file without xl/workbook.xml in it",
  "broken-xml": "XML that is not sound",
  "broken-part": "a part that cannot be unpacked to its end",
  "odd-bytes": "bytes that are no letters after byte {of}",
  "more-faults": "{of} more",
  "rows-of-events": "{of} rows, {and} events",
  "times-of-events": "{of} times, {and} events",
  rules: "{of} rules",
} as const

export type SeenWord = keyof typeof ENGLISH_SEEN | SeenInColumns | SeenOfFiles
export type SeenTexts = Readonly<Record<SeenWord, string>>

/** What was seen, in the words of a language; "" for a word that is not among them. */
export function saySeen({ word, of = "", and = "" }: Seen, texts: Partial<SeenTexts>): string {
  return (texts[word] ?? "").replace("{of}", () => of).replace("{and}", () => and)
}

/** The same in English, with what a library said of it. */
export function saySeenInEnglish(seen: Seen, texts: Partial<SeenTexts> = ENGLISH_SEEN): string {
  const said = saySeen(seen, texts)
  return seen.told ? `${said}: ${seen.told}` : said
}
