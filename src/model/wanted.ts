import { TEXT_END, type EdtfFailure } from "../time/edtf-parse.ts"
import { EDTF_WANTED, type EdtfWanted } from "../time/edtf-wanted.ts"

/** What exactly would have been right at a place, as words that programs know it by; see sayWanted. */
export interface Wanted {
  readonly word: WantedWord
  /** What the words speak of: a date, where they have a place for one. */
  readonly of?: string
  /** What stood there instead, where that is a part of what was found; "" for its end. */
  readonly inPlaceOf?: string
  /** Whether all that follows the place is left out. */
  readonly endsHere?: boolean
}

const OTHERS = {
  "date-in-cell":
    "a date that the calendar has, as 2016-10-05, 05/10/2016, 5 October 2016, October 2016 or 2016",
  "date-in-calendar": "a date as 20161005, or with a time as 20161005T093000Z",
  "text-end": "the end of the text",
  "comma-or-end-of-list": "a comma or ]",
  "comma-or-end-of-object": "a comma or }",
  colon: "a colon",
  "quoted-name": "a name in double quotes",
  "closing-quote": "text that ends with a double quote",
  value: "a value",
  "sound-sheet": "a sheet of sound XML",
  "rows-of-articles": "one row for each event; what one article says of one day was put together",
  "gdelt-cells": "57, 58 or 61 cells, as GDELT's files have",
  "day-over-12-month-first": "a day over 12 somewhere; the first number was taken for the month",
  "known-name":
    "a name of a column that is known here; by a part of it and by its cells it was taken for “{of}”",
  "known-name-by-cells": "a name of a column that is known here; by its cells it was taken for “{of}”",
  "rules-that-end-by": "rules that end; they were followed to {of}",
} as const

export type WantedWord = EdtfWanted | keyof typeof OTHERS
/** What a text in JSON can lack. */
export type JsonWanted = Extract<
  WantedWord,
  | "text-end"
  | "comma-or-end-of-list"
  | "comma-or-end-of-object"
  | "colon"
  | "quoted-name"
  | "closing-quote"
  | "value"
>

/** A language's words for what was wanted; `{of}`, `{what}` and `{found}` stand for what is put in. */
export interface WantedTexts {
  readonly words: Readonly<Record<WantedWord, string>>
  readonly inPlaceOf: string
  /** The same where the text was over. */
  readonly atEnd: string
  readonly endsHere: string
}

export const ENGLISH_WANTED: WantedTexts = {
  words: { ...EDTF_WANTED, ...OTHERS },
  inPlaceOf: "{what} in place of “{found}”",
  atEnd: "{what} where the text ends",
  endsHere: "{what}; what follows this place is left out",
}

/** What a text that is no EDTF would have needed, by the grammar. */
export function wantedOfEdtf({ wanted, found }: EdtfFailure): Wanted {
  return { word: wanted, inPlaceOf: found === TEXT_END ? "" : found }
}

/** What was wanted, in the words of a language. */
export function sayWanted({ word, of = "", inPlaceOf, endsHere }: Wanted, texts: WantedTexts): string {
  const what = fill(texts.words[word], { of })
  const place = inPlaceOf === "" ? texts.atEnd : texts.inPlaceOf
  const placed = inPlaceOf === undefined ? what : fill(place, { what, found: inPlaceOf })
  return endsHere ? fill(texts.endsHere, { what: placed }) : placed
}

function fill(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}
