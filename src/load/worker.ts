/** The reader: reads one file in a thread of its own and gives its table as columns that move to the page. */
import { buffersOf } from "../table/partBuffers.ts"
import { LoadFailure } from "./failure.ts"
import type { FromReader, ToReader } from "./messages.ts"
import type { Progress } from "./source.ts"
import { loadTable } from "./table.ts"

/** The part of a worker's own scope that is used here; the types of the DOM know only windows. */
interface Scope {
  postMessage(message: FromReader, moved: ArrayBuffer[]): void
  addEventListener(type: "message", hear: (event: { readonly data: ToReader }) => void): void
}
const scope = self as unknown as Scope
const say = (message: FromReader, moved: ArrayBuffer[] = []) => scope.postMessage(message, moved)

/** Between two signs of life, in ms. */
const BEAT = 1000
/** Between two words on progress, in ms. */
const TOLD = 200
/** Longest stretch of work before a stop is heard, in ms. */
const SLICE = 40

const stop = new AbortController()
setInterval(() => say({ type: "beat" }), BEAT)
scope.addEventListener("message", ({ data }) => {
  if (data.type === "stop") stop.abort("stopped")
  else void read(data)
})
say({ type: "here" })

async function read({ source, format, map }: Extract<ToReader, { type: "read" }>): Promise<void> {
  try {
    const { parts, report } = await loadTable(source, {
      format: format ?? undefined,
      map: map ?? undefined,
      signal: stop.signal,
      slice: SLICE,
      onProgress: teller(),
      onTable: table => say({ type: "table", parts: table }, buffersOf(table)),
    })
    say({ type: "done", parts, report }, buffersOf(parts))
  } catch (error) {
    const failure = error instanceof LoadFailure ? error : new LoadFailure("other")
    const { code, address, status, problems, limit, shape } = failure
    say({ type: "failed", code, facts: { address, status, problems, limit, shape } })
  }
}

/** Tells progress some times a second and not with each chunk: the page has other work. */
function teller(): (progress: Progress) => void {
  let told = -Infinity
  return progress => {
    const now = performance.now()
    if (now - told < TOLD) return
    told = now
    say({ type: "progress", progress })
  }
}
