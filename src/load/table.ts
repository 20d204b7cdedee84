import type { TableShape } from "../formats/mapping.ts"
import type { Problem } from "../model/problem.ts"
import { startTable, type TableBuilder } from "../table/build.ts"
import type { TableParts } from "../table/parts.ts"
import { readSource } from "./read.ts"
import type { LoadOptions, LoadSource, Progress } from "./source.ts"

/** What is said of a file beside its table. */
export interface Report {
  readonly problems: readonly Problem[]
  /** Events in the file, shown or left out. */
  readonly read: number
  readonly leftOut: number
  readonly format: string
  readonly shape: TableShape | null
  readonly bytes: number
  readonly stopped: boolean
}

export interface TableOptions extends Omit<LoadOptions, "keep"> {
  /** Takes tables of what has been read so far; each is whole and sorted. With a promise no more is read before it. */
  readonly onTable?: (parts: TableParts) => Promise<void> | void
}

/** Events before the first table of a part of them: of a file that takes its time, and of any. */
const FIRST = 500
const FIRST_OF_ANY = 10_000
/** Bytes of a file that takes its time, and ms from its first bytes after which every one does. */
const LARGE = 4_000_000
const SLOW = 700
/** How many times more events the next one has. */
const MORE = 20
/** With more of the file read than this the whole is as near as another part of it. */
const LATE = 0.5
/** Part of the time that tables of parts may take. */
const SHARE = 0.08

/**
 * The table of a file and what was wrong with it. While a large file is read, tables of what has come go to `onTable`:
 * the first at 500 events (where the file is small and comes fast at 10,000), the next when there are twenty times as
 * many, less than half of the file has come and making them all will not have taken more than 8 % of the time. A stop
 * gives what was read until then; with nothing read it rejects, as everything does that readSource rejects.
 */
export async function loadTable(
  source: LoadSource,
  { onTable, ...options }: TableOptions,
): Promise<{ readonly parts: TableParts; readonly report: Report }> {
  let builder: TableBuilder | null = null
  let next = onTable ? FIRST : Infinity
  let spent = 0
  /** What making a table of so many events takes, in ms an event; the first is of too few to tell. */
  let pace = 0
  let part = 0
  let isLarge = false
  let isStreaming = false
  let begun: number | null = null
  const onProgress = (progress: Progress) => {
    part = progress.total ? progress.bytes / progress.total : 0
    isLarge = progress.least > LARGE
    begun ??= performance.now()
    options.onProgress?.(progress)
  }
  const started = performance.now()
  const report = await readSource(source, { ...options, onProgress, keep: true }, document => {
    const table = startTable(document)
    builder = table
    return {
      table,
      has: table.has,
      add: table.add,
      // In a turn that is given away Chromium takes over all that a fast host has sent, up to 64 MB in one go.
      isUrgent: () => isLarge && next === FIRST && performance.now() - begun! < SLOW,
      rest() {
        isStreaming ||= part < 1
        if (table.length < next || (isStreaming && part > LATE)) return
        const before = performance.now()
        if (table.length < FIRST_OF_ANY && !isLarge && before - begun! < SLOW) return
        if (spent + table.length * pace > (before - started) * SHARE) return
        const parts = table.build()
        const took = performance.now() - before
        spent += took
        if (table.length >= FIRST_OF_ANY) pace = took / table.length
        next = table.length * MORE
        return onTable!(parts)
      },
    }
  })
  return { parts: builder!.build(true), report }
}
