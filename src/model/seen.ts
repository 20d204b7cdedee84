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

/** In English, by word; `{of}` and `{and}` stand for what is put in. */
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

  "file-offline": "no connection",
  "file-not-found": "no file at this address",
  "file-forbidden": "a file that may not be read",
  "file-cors": "a server that is out of reach, or does not let other pages read it",
  "file-server": "an error of the server",
  "file-html-instead": "a web page",
  "file-too-large": "a file too large to be opened",
  "file-unknown-format": "a format that is not known here",
  "file-bad-archive": "an archive that is damaged or locked",
  "file-damaged-file": "a file that is damaged, cut off or locked",
  "file-several-files": "an archive of several files",
  "file-bad-encoding": "bytes that are no letters",
  "file-bad-json": "text that is no JSON",
  "file-no-events": "nothing that is an event",
  "file-aborted": "a reading that was stopped",
  "file-reader-died": "a reading that broke off",
  "file-damaged-link": "a link of which a part is missing",
  "file-other": "a file that could not be read",

  "locked-file": "a file that is locked with a key",
  "no-file-end": "a file without its end",
  "no-directory": "a directory of the file that is not sound",
  "no-column-heads": "columns without sound descriptions",
  "nameless-columns": "columns without names",
  "stray-column": "a column that is not among those described",
  "bad-column": "the column {of}, damaged",
  "short-column": "the column {of}, with {and} values",
  "bad-value": "a damaged value in the column {of}",
  "bad-message": "a message without a sound head",
  "bad-batch": "a batch of rows that is not sound",
  "uneven-batch": "a batch whose columns do not fit together",
  "no-dictionary": "a dictionary that is not there",
  "high-byte-first": "numbers with their highest byte first",
  "unknown-packing": "columns packed by {of}",
  "cut-off": "data that break off",
  "bad-packing": "packed data that are not sound",
  "too-much-packed": "packed data that say they are larger than can be",
  "bad-page": "a page that is not sound",
  "page-of-values": "a page of {of} values",
  "page-of-bytes": "a page of {of} bytes",
  "repeated-value": "a value repeated {of} times",
} as const

export type SeenWord = keyof typeof ENGLISH_SEEN
export type SeenTexts = Readonly<Record<SeenWord, string>>

/** What was seen, in the words of a language. */
export function saySeen({ word, of = "", and = "" }: Seen, texts: SeenTexts): string {
  return texts[word].replace("{of}", () => of).replace("{and}", () => and)
}

/** The same in English, with what a library said of it. */
export function saySeenInEnglish(seen: Seen): string {
  const said = saySeen(seen, ENGLISH_SEEN)
  return seen.told ? `${said}: ${seen.told}` : said
}
