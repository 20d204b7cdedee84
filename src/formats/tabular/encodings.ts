/** Encodings that a text can be read in by hand; names of the WHATWG Encoding Standard. The first six are recognised. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1256",
  "windows-1251",
  "windows-1250",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "iso-8859-6",
  "koi8-r",
  "ibm866",
  "macintosh",
  "gb18030",
  "shift_jis",
  "euc-kr",
] as const
export type Encoding = (typeof ENCODINGS)[number]
