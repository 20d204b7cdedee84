import { failures } from "../words/failures-en.ts"
import type { LoadFailure } from "../load/failure.ts"
import { isAddress } from "./open.ts"

/** Where the page speaks of servers and addresses though a terminal was given a file, or of what only a page can do. */
const OF_FILES: Readonly<Record<string, string>> = {
  "not-found": "There is no such file.",
  forbidden: "This file may not be read.",
  "html-instead": "This is a web page and not data.",
  "unknown-format": "This is not a format that Dateline reads; --format names one where guessing is wrong.",
}
const OF_ADDRESSES: Readonly<Record<string, string>> = {
  cors: "The server could not be reached.",
  "not-found": "There is no file at this address.",
}

/** Why nothing could be read, in a sentence or two. */
export function sayFailure(file: string, { code, status }: Pick<LoadFailure, "code" | "status">): string {
  const own = isAddress(file) ? OF_ADDRESSES[code] : OF_FILES[code]
  const [what, next] = failures[code] ?? ["This could not be read.", ""]
  const said = own ?? [what, next].filter(Boolean).join(" ")
  return status === null ? said : `${said} (HTTP ${status})`
}
