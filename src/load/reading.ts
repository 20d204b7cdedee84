import { tableOf, type TableParts } from "../table/parts.ts"
import type { Table } from "../table/table.ts"
import { LoadFailure } from "./failure.ts"
import type { FromReader, ToReader } from "./messages.ts"
import type { LoadSource, Progress } from "./source.ts"
import type { Report } from "./table.ts"

/** The part of a worker that is used here. */
export type Reader = Pick<Worker, "postMessage" | "terminate" | "addEventListener">

export interface ReadingOptions {
  readonly format: string | null
  /** As the address has it. */
  readonly map?: string | null
  /** Makes a reader in a thread of its own; null, or an error thrown, where there can be none. */
  readonly makeReader: (() => Reader | null) | null
  readonly onProgress: (progress: Progress) => void
  /** Told when a reader has died and another takes its place: all begins anew. */
  readonly onAnew: () => void
  /** Takes tables of parts of a large file. */
  readonly onTable: (table: Table) => void
  /** ms without a sign of life after which a reader counts as hung. */
  readonly patience?: number
}

export interface Reading {
  /** Rejects with a LoadFailure. */
  readonly done: Promise<{ readonly table: Table; readonly report: Report }>
  /** Ends the reading and keeps what has come; where nothing has, `done` rejects as aborted. */
  stop(): void
  /** Says that the first table of a part stands on the page: until then its drawing has the machine for itself. */
  drawn(): void
  /** Ends it and forgets it. `done` is then never settled. */
  drop(): void
}

/** A file may take long to parse in one go, so a reader is given time before it counts as hung. */
const PATIENCE = 30_000

/**
 * Reads a file in a thread of its own, or where there can be none in slices on this one. A reader that dies or hangs is
 * replaced once; when the second does too the reading fails as `reader-died`.
 */
export function startReading(source: LoadSource, options: ReadingOptions): Reading {
  let end: Hold = { stop() {}, drawn() {}, drop() {} }
  const done = new Promise<{ table: Table; report: Report }>((resolve, reject) => {
    const finish = (parts: TableParts, report: Report) => resolve({ table: tableOf(parts), report })
    const here = () => {
      end = readHere(source, options, finish, reject)
    }
    const there = (attempt: number) => {
      const reader = make(options.makeReader)
      if (!reader) return here()
      end = readThere(reader, source, options, {
        finish,
        fail: reject,
        absent: here,
        died() {
          if (attempt > 1) return reject(new LoadFailure("reader-died"))
          options.onAnew()
          there(2)
        },
      })
    }
    there(1)
  })
  return { done, stop: () => end.stop(), drawn: () => end.drawn(), drop: () => end.drop() }
}

type Hold = Omit<Reading, "done">

function make(makeReader: ReadingOptions["makeReader"]): Reader | null {
  try {
    return makeReader?.() ?? null
  } catch {
    // A policy of the page around, or a frame without an origin of its own.
    return null
  }
}

interface Ends {
  readonly finish: (parts: TableParts, report: Report) => void
  readonly fail: (failure: LoadFailure) => void
  /** It never ran. */
  readonly absent: () => void
  readonly died: () => void
}

function readThere(
  reader: Reader,
  source: LoadSource,
  { format, map = null, onProgress, onTable, patience = PATIENCE }: ReadingOptions,
  { finish, fail, absent, died }: Ends,
): Hold {
  let isHere = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const drop = () => {
    isOver = true
    clearTimeout(timer)
    reader.terminate()
  }
  const end = (then: () => void) => {
    drop()
    then()
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => end(died), patience)
  }
  reader.addEventListener("error", event => {
    event.preventDefault()
    if (!isOver) end(isHere ? died : absent)
  })
  reader.addEventListener("message", ({ data }: MessageEvent<FromReader>) => {
    // What was on its way when it ended is no longer wanted.
    if (isOver) return
    wait()
    // Whatever it says first: one that was started early may have said "here" to nobody.
    isHere = true
    switch (data.type) {
      case "here":
      case "beat":
        return
      case "progress":
        return onProgress(data.progress)
      case "table":
        return onTable(tableOf(data.parts))
      case "done":
        return end(() => finish(data.parts, data.report))
      case "failed":
        return end(() => fail(new LoadFailure(data.code, data.facts)))
    }
  })
  wait()
  const say = (message: ToReader) => reader.postMessage(message, [])
  say({ type: "read", wanted: { source, format, map } })
  return { stop: () => say({ type: "stop" }), drawn: () => say({ type: "drawn" }), drop }
}

/** The same on this thread; tables of parts would keep the page from its turn, so there are none. */
function readHere(
  source: LoadSource,
  { format, map, onProgress }: ReadingOptions,
  finish: Ends["finish"],
  fail: (failure: unknown) => void,
): Hold {
  const controller = new AbortController()
  let isDropped = false
  import("./table.ts")
    .then(({ loadTable }) =>
      loadTable(source, {
        format: format ?? undefined,
        map: map ?? undefined,
        signal: controller.signal,
        onProgress,
      }),
    )
    .then(
      ({ parts, report }) => !isDropped && finish(parts, report),
      (failure: unknown) => !isDropped && fail(failure),
    )
  return {
    stop: () => controller.abort("stopped"),
    drawn() {},
    drop() {
      isDropped = true
      controller.abort("gone")
    },
  }
}
