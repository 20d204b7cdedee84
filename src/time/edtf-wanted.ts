import { SEASON } from "./edtf-types.ts"

/** What the grammar of dates can have wanted where it found something else, in English by the word that programs know it by. */
export const EDTF_WANTED = {
  date: "a date",
  "date-end": "the end of the date",
  "date-end-or-slash": "the end of the date or /",
  "one-side": "a date on one side of /",
  "later-end": "an end that is not before the beginning",
  "forward-range": "a range that runs forwards",
  "open-first": "an open range only at the start",
  "comma-or-bracket": ", or ]",
  "comma-or-brace": ", or }",
  month: `a month 01 to 12 or a season ${SEASON.first} to ${SEASON.last}`,
  day: "a day of that month",
  "exact-day": "a full date without marks before the time",
  "year-digits": "the digits of a year",
  year: "a year of four digits",
  exponent: "an exponent",
  "long-year": "more than four digits after Y",
  "short-year": "a year of four digits; longer ones begin with Y",
  "near-year": "a year within ten million million of 0, and no minus before 0000",
  "significant-digits": "S and how many of the digits are significant",
  hour: "an hour 00 to 24",
  minute: "a minute 00 to 59",
  second: "a second 00 to 59",
  midnight: "nothing after 24:00:00",
  offset: "Z or an offset like +03:00",
} as const

export type EdtfWanted = keyof typeof EDTF_WANTED
