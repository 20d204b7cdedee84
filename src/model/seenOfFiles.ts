/**
 * What one of several files was that cannot be read, in English; see seen.ts. Apart from that, since it is wanted only where
 * one fails.
 */
export const ENGLISH_SEEN_OF_FILES = {
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
} as const

export type SeenOfFiles = keyof typeof ENGLISH_SEEN_OF_FILES
