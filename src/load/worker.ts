/** The reader: reads one file in a thread of its own and gives its table as columns that move to the page. */
import { buffersOf } from "../table/partBuffers.ts"
import { LoadFailure } from "./failure.ts"
import { fetchAhead, type Fetch } from "./fetch.ts"
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
/** Longest time, in ms, for which the reading waits until the first table stands on the page. */
const HELD = 1500
/** Longest stretch of work before a stop is heard, in ms. */
const SLICE = 40

const stop = new AbortController()
let setDrawn = () => {}
let fetch: Fetch | undefined
const drawn = new Promise<void>(resolve => (setDrawn = resolve))
setInterval(() => say({ type: "beat" }), BEAT)
scope.addEventListener("message", ({ data }) => {
  if (data.type === "ahead") return void (fetch = fetchAhead(data.url, data.base))
  if (data.type === "read") return void read(data)
  setDrawn()
  if (data.type === "stop") stop.abort("stopped")
})
say({ type: "here" })

async function read({ source, format, map }: Extract<ToReader, { type: "read" }>): Promise<void> {
  try {
    const { parts, report } = await loadTable(source, {
      format: format ?? undefined,
      map: map ?? undefined,
      signal: stop.signal,
      fetch,
      slice: SLICE,
      onProgress: teller(),
      onTable(table) {
        say({ type: "table", parts: table }, buffersOf(table))
        return Promise.race([drawn, new Promise<void>(resolve => setTimeout(resolve, HELD))])
      },
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
