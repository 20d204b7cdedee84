import { buffersOf } from "../table/partBuffers.ts"
import { LoadFailure } from "./failure.ts"
import type { FromReader, ToReader, Wanted } from "./messages.ts"
import type { Progress } from "./source.ts"
import { loadTable } from "./table.ts"

export type Say = (message: FromReader, moved?: ArrayBuffer[]) => void

/** Between two words on progress, in ms. */
const TOLD = 200
/** Longest time, in ms, for which the reading waits until the first table stands on the page. */
const HELD = 1500
/** Longest stretch of work before a stop is heard, in ms. */
const SLICE = 40

/**
 * Answers what the page says to its reader. The file that it will most likely ask for is read ahead: what is to be said of
 * it waits until the page does ask, and no more is read than the first table of a large file; where the page asks for
 * another file, or for the same read otherwise, it is forgotten.
 */
export function answering(say: Say, ahead: Wanted | null): (message: ToReader) => void {
  let early = ahead && run(ahead, say)
  let current: Run | null = null
  return message => {
    switch (message.type) {
      case "read":
        if (early && isSame(early.wanted, message.wanted)) current = early
        else {
          early?.stop("not wanted")
          current = run(message.wanted, say)
        }
        early = null
        return current.tell()
      case "drawn":
        return current?.drawn()
      case "stop":
        return current?.stop("stopped")
    }
  }
}

/** What is no address says nothing of itself as text, but only an address is ever read ahead. */
function isSame(one: Wanted, other: Wanted): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** One reading of a file. */
interface Run {
  readonly wanted: Wanted
  /** Says what there is to say, from now on. */
  tell(): void
  drawn(): void
  stop(why: string): void
}

function run(wanted: Wanted, say: Say): Run {
  const controller = new AbortController()
  const told = gate()
  const drawn = gate()
  const sayThen: Say = (message, moved) => void told.passed.then(() => say(message, moved))
  const { source, format, map } = wanted
  loadTable(source, {
    format: format ?? undefined,
    map: map ?? undefined,
    signal: controller.signal,
    slice: SLICE,
    onProgress: spaced(progress => sayThen({ type: "progress", progress })),
    async onTable(parts) {
      sayThen({ type: "table", parts }, buffersOf(parts))
      await told.passed
      await Promise.race([drawn.passed, new Promise<void>(resolve => setTimeout(resolve, HELD))])
    },
  }).then(
    ({ parts, report }) => sayThen({ type: "done", parts, report }, buffersOf(parts)),
    (error: unknown) => {
      const failure = error instanceof LoadFailure ? error : new LoadFailure("other")
      sayThen({ type: "failed", code: failure.code, facts: { ...failure } })
    },
  )
  return {
    wanted,
    tell: told.open,
    drawn: drawn.open,
    stop(why) {
      drawn.open()
      controller.abort(why)
    },
  }
}

function gate(): { readonly passed: Promise<void>; open(): void } {
  let open!: () => void
  const passed = new Promise<void>(resolve => (open = resolve))
  return { passed, open }
}

/** Some times a second and not with each chunk: the page has other work. */
function spaced(say: (progress: Progress) => void): (progress: Progress) => void {
  let told = -Infinity
  return progress => {
    const now = performance.now()
    if (now - told < TOLD) return
    told = now
    say(progress)
  }
}
