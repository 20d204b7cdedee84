import { ownScript } from "./trusted.ts"

interface Early {
  readonly worker: Worker
  /** Whether it never ran. */
  failed: boolean
}

/** The starter and the program are two scripts: what the one has started is handed on here. */
const PLACE = Symbol.for("dateline.reader")
const shared = self as unknown as { [PLACE]?: Early | undefined }

/** Starts the reader of files while the program is still on its way, where its script may be one as it lies. */
export function startEarly(address: string): void {
  if (self.origin === "null") return
  try {
    const early: Early = { worker: new Worker(ownScript(address), { type: "module" }), failed: false }
    early.worker.addEventListener("error", event => {
      event.preventDefault()
      early.failed = true
    })
    shared[PLACE] = early
  } catch {
    // A policy of the page around: the program finds another way, or reads by itself.
  }
}

/** The reader that was started early, once; null where there is none that runs. */
export function takeEarlyReader(): Worker | null {
  const early = shared[PLACE]
  shared[PLACE] = undefined
  return early && !early.failed ? early.worker : null
}

/** Ends it: who comes now has a reader of their own. */
export function forgetEarlyReader(): void {
  takeEarlyReader()?.terminate()
}
