/**
 * What stands in a columnar file where something is wrong, in English; see seen.ts. Apart from that, since it is wanted only
 * with the readers of such files.
 */
export const ENGLISH_SEEN_IN_COLUMNS = {
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

export type SeenInColumns = keyof typeof ENGLISH_SEEN_IN_COLUMNS
