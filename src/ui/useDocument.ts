import { loadParts } from "built-in:report"
import { startTransition, useCallback, useEffect, useRef, useState } from "react"
import type { TableShape } from "../formats/mapping.ts"
import { packedIn } from "../load/packedIn.ts"
import type { Reader, Reading } from "../load/reading.ts"
import { isLocal, type Opened } from "./opened.ts"
import type { Report } from "../load/table.ts"
import type { Problem } from "../model/problem.ts"
import { tableOf } from "../table/parts.ts"
import type { Table } from "../table/table.ts"

export interface LoadFailure {
  /** A key of words/failures. */
  readonly code: string
  readonly address: string | null
  readonly problems: readonly Problem[]
  /** What the columns of a table were taken for in which nothing could be read. */
  readonly shape: TableShape | null
}

/** A file on its way, or stopped on it. */
export interface Coming extends Step {
  /** Reads it again from its start, once the reading was stopped; null before. */
  readonly again: (() => void) | null
}

export type Loaded =
  | { readonly state: "loading"; readonly coming: Coming }
  | { readonly state: "failed"; readonly failure: LoadFailure; readonly retry: () => void }
  | {
      readonly state: "ready"
      readonly table: Table
      readonly problems: readonly Problem[]
      /** Null for the built-in document, and until a file is whole. */
      readonly understood: Understood | null
      /** Null once all of the file is there. */
      readonly coming: Coming | null
    }

/** Loads what makes readers of files in threads of their own. */
export type LoadMaker = () => Promise<() => Reader | null>

/** What a file was taken for. */
export interface Understood {
  /** Name of the format. */
  readonly format: string
  /** Events in the file, shown or left out. */
  readonly read: number
  readonly leftOut: number
  /** What its columns were taken for; null where it is no table. */
  readonly shape: TableShape | null
}

interface Step {
  /** Of what has come so far; null where that is too little. */
  readonly table: Table | null
  /** Null until the reading has ended. */
  readonly report: Pick<Report, "problems" | "stopped"> | null
  readonly understood: Understood | null
  /** Beside a report: why it could not be read again after a stop, which has left the table. */
  readonly failure: LoadFailure | null
  /** Bytes read, and of how many; null where the size is not known. */
  readonly bytes: number
  readonly total: number | null
  readonly events: number
  /** Whether a reader has died, so that it is read anew. */
  readonly isAnew: boolean
  /** Ends the reading and keeps what has come. */
  readonly stop: () => void
  /** Whether that was asked for: making a table of what has come takes a while. */
  readonly isStopping?: boolean
}

export interface DocumentOptions {
  /** As the state names it; null is the built-in document. */
  readonly data: string | null
  readonly format: string | null
  readonly map: string | null
  /** Address that relative ones are counted from. */
  readonly base: string
  readonly loadMaker: LoadMaker | undefined
  /** What was opened without an address. */
  readonly opened: Opened
}

/** Time in ms after which a table counts as standing on the page. */
const SETTLED = 1000

const START: Step = {
  table: null,
  report: null,
  understood: null,
  failure: null,
  bytes: 0,
  total: null,
  events: 0,
  isAnew: false,
  stop() {},
}
const NOTHING_WRONG = { problems: [], stopped: false } as const

/**
 * The document that the state names, as a table: the built-in one where it names none. Of a large file parts come first,
 * each a table of its own.
 */
export function useDocument({ data, format, map, base, loadMaker, opened }: DocumentOptions): Loaded & {
  /** Says that the first events stand on the page; the same function always. */
  readonly sayDrawn: () => void
} {
  const [step, setStep] = useState<Step>(START)
  const [attempt, setAttempt] = useState(0)
  /** Whether a table is on its way to the page. */
  const isBusy = useRef(false)
  const current = useRef<Reading>(null)
  /** What a stop has left while the file is read again: shown until there is more of it. */
  const left = useRef<Step>(null)
  const sayDrawn = useCallback(() => current.current?.drawn(), [])

  useEffect(() => {
    let reading: Reading | null = null
    let isCurrent = true
    const change = (change: Partial<Step>) => {
      if (isCurrent) setStep(before => ({ ...before, ...change }))
    }
    let part = left.current
    left.current = null
    const shown = part?.table?.length ?? -1
    const fail = (error: unknown) => change({ ...part, failure: failureOf(error, data) })
    setStep({ ...START, table: part && part.table })
    isBusy.current = false
    if (data === null) {
      loadParts().then(parts => change({ table: tableOf(parts), report: NOTHING_WRONG }), fail)
    } else {
      const start = async () => {
        const [{ startReading }, makeReader = null] = await Promise.all([
          import("../load/reading.ts"),
          loadMaker?.(),
        ])
        if (!isCurrent) return
        const kept = opened.get(data)
        // Still to come from the page around.
        if (kept === null) return
        const packed = packedIn(data, base)
        const source =
          kept ??
          (packed !== null
            ? await (await import("../load/inLink.ts")).sourceOfPacked(packed)
            : isLocal(data)
              ? null
              : { url: data, base })
        if (!source) return fail({ code: "local-file" })
        reading = startReading(source, {
          format,
          map,
          makeReader,
          onProgress(progress) {
            // What is drawn piece by piece begins anew with each change, and might so never end.
            if (!isBusy.current) change(progress)
          },
          onAnew() {
            isBusy.current = false
            change({ isAnew: true, bytes: 0, events: 0 })
          },
          // Drawn piece by piece while the page goes on answering.
          onTable(table) {
            if (table.length <= shown) return
            isBusy.current = true
            startTransition(() => change({ table }))
          },
        })
        current.current = reading
        if (part) reading.drawn()
        const { stop, done } = reading
        change({
          stop() {
            change({ isStopping: true })
            stop()
          },
        })
        const { table, report } = await done
        if (table.length === 0 && report.read > 0) fail({ ...report, code: "no-events" })
        else if (report.stopped && table.length <= shown) change(part!)
        else {
          startTransition(() => change({ ...report, table, report, understood: report }))
          // Its table is no longer wanted, and whatever hears of this reading would keep it.
          part = null
        }
      }
      start().catch(fail)
    }
    return () => {
      isCurrent = false
      current.current = null
      reading?.drop()
    }
  }, [data, format, map, base, loadMaker, opened, attempt])

  const { table, report, understood, failure } = step
  useEffect(() => {
    isBusy.current = false
  }, [table])
  // React keeps what it drew before the last drawing, and with it the table of a part: once more, and it can go.
  useEffect(() => {
    if (!report) return
    const later = setTimeout(() => setStep(before => ({ ...before })), SETTLED)
    return () => clearTimeout(later)
  }, [report])
  const retry = () => {
    left.current = report && { ...step, failure: null }
    setAttempt(attempt + 1)
  }
  const coming = { ...step, again: report && retry }
  if (failure && !report) return { state: "failed", failure, retry, sayDrawn }
  if (!table) return { state: "loading", coming, sayDrawn }
  return {
    sayDrawn,
    state: "ready",
    table,
    understood,
    problems: report?.problems ?? [],
    coming: report && !report.stopped ? null : coming,
  }
}

function failureOf(error: unknown, address: string | null): LoadFailure {
  const known = error as Partial<LoadFailure> & { readonly name?: string }
  const code =
    typeof known?.code === "string" ? known.code : known?.name === "AbortError" ? "aborted" : "other"
  return { problems: [], shape: null, ...known, code, address }
}
