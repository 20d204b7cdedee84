import { nameFor } from "../load/messages.ts"
import { ownScript } from "./trusted.ts"

/** The starter and the program are two scripts: what the one has started is handed on here. */
const PLACE = Symbol.for("dateline.reader")
const shared = self as unknown as { [PLACE]?: Worker | null }

/**
 * Starts the reader of files while the program is still on its way, where its script may be one as it lies; it begins with
 * the file that the address names, if one is named there.
 */
export function startEarly(address: string, query: URLSearchParams): void {
  if (self.origin === "null") return
  const url = query.get("data")
  // What lies in the address itself is no file.
  const source = url && !url.startsWith("#") ? { url, base: document.baseURI } : null
  const name = source ? nameFor({ source, format: query.get("format"), map: query.get("map") }) : ""
  const worker = new Worker(ownScript(address), { type: "module", name })
  shared[PLACE] = worker
  // The program then finds another way, or reads by itself.
  worker.addEventListener("error", event => {
    event.preventDefault()
    shared[PLACE] = null
  })
}

/** The reader that was started early, once; null where there is none that runs. */
export function takeEarlyReader(): Worker | null {
  const early = shared[PLACE] ?? null
  shared[PLACE] = null
  return early
}
