import type { Failures } from "./failures.ts"

export const failures: Failures = {
  offline: ["The file could not be reached: this device is offline.", "Connect and try again."],
  "not-found": ["There is no file at this address.", "Check the address after “data=”."],
  forbidden: ["The server does not let this file be read.", "Ask for it to be made public."],
  cors: [
    "The file could not be fetched: the server is out of reach, or does not allow other pages to read it.",
    "Put the file beside the timeline, or let its server send “Access-Control-Allow-Origin: *”.",
  ],
  "html-instead": [
    "The address gives a web page and not data.",
    "Use the address of the file itself; a page to sign in means that the file is not public.",
  ],
  "too-large": ["The file is larger than can be opened here.", "Cut it into smaller files."],
  "unknown-format": [
    "This is not a format that Dateline reads.",
    "Save it as a Dateline document (JSON), or name the format in the address.",
  ],
  "bad-archive": ["This archive is damaged or locked.", "Unpack it and open the file that is in it."],
  "damaged-file": [
    "This file is damaged, cut off or locked.",
    "Fetch it again, or save it anew without a password in the program that it comes from.",
  ],
  "several-files": [
    "This archive holds more than one file that can be read.",
    "Unpack it and open what you want of it; several files can be opened together.",
  ],
  "bad-encoding": ["The letters of this file cannot be read.", "Save it as UTF-8."],
  "bad-json": ["This file is not valid JSON.", "Mend the place named below."],
  aborted: ["Loading was stopped.", "Start it again when you like."],
  "local-file": [
    "This was a file on a device, and it is no longer open here.",
    "Open it again: only the page that opened it can show it.",
  ],
  "reader-died": [
    "The reading of this file broke off twice.",
    "It may be too large for this device: close other pages, or cut it into smaller files.",
  ],
  "damaged-link": [
    "This link carries its events in itself, and a part of it is missing.",
    "Copy the whole link again: some programs cut long ones.",
  ],
  "no-events": ["Nothing in this file could be read as an event.", "See the list of what was left out."],
  server: ["The server answered with an error.", "Try again in a while."],
}
