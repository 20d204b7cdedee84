import { useCallback, useEffect, useState } from "react"
import type { ReadDocument } from "../model/document.ts"
import type { Problem } from "../model/problem.ts"
import { buildTable } from "../table/build.ts"
import type { Table } from "../table/table.ts"

export interface LoadFailure {
  /** A key of Words.failures. */
  readonly code: string
  readonly address: string | null
  readonly problems: readonly Problem[]
}

export type Loaded =
  | { readonly state: "loading"; readonly progress: number | null; readonly stop: () => void }
  | { readonly state: "failed"; readonly failure: LoadFailure; readonly retry: () => void }
  | {
      readonly state: "ready"
      readonly table: Table
      readonly problems: readonly Problem[]
      readonly leftOut: number
    }

type Step =
  | { readonly state: "loading"; readonly progress: number | null }
  | { readonly state: "failed"; readonly failure: LoadFailure }
  | Extract<Loaded, { state: "ready" }>

/** The document that the state names, as a table: the built-in one where it names none. */
export function useDocument(data: string | null, format: string | null, base: string): Loaded {
  const [step, setStep] = useState<Step>({ state: "loading", progress: null })
  const [attempt, setAttempt] = useState(0)
  const [stopper, setStopper] = useState<AbortController | null>(null)

  useEffect(() => {
    const controller = new AbortController()
    setStopper(controller)
    setStep({ state: "loading", progress: null })
    const progress = (part: number | null) => {
      if (!controller.signal.aborted) setStep({ state: "loading", progress: part })
    }
    read(data, format, base, controller.signal, progress).then(
      result => {
        if (result === "gone") return
        setStep(result)
      },
      (error: unknown) => setStep({ state: "failed", failure: failureOf(error, data) }),
    )
    return () => controller.abort("gone")
  }, [data, format, base, attempt])

  const stop = useCallback(() => {
    stopper?.abort("stopped")
    setStep({ state: "failed", failure: { code: "aborted", address: data, problems: [] } })
  }, [stopper, data])
  const retry = useCallback(() => setAttempt(n => n + 1), [])
  if (step.state === "loading") return { ...step, stop }
  if (step.state === "failed") return { ...step, retry }
  return step
}

async function read(
  data: string | null,
  format: string | null,
  base: string,
  signal: AbortSignal,
  progress: (part: number | null) => void,
): Promise<Step | "gone"> {
  const result = data === null ? await readBuiltIn() : await readFrom(data, format, base, signal, progress)
  if (signal.aborted) return "gone"
  const { document, problems, leftOut } = result
  const fatal = problems.some(problem => problem.severity === "fatal")
  if (document.events.length === 0 && (fatal || result.read > 0)) {
    const code = fatal ? problems.find(p => p.severity === "fatal")!.code : "no-events"
    return { state: "failed", failure: { code, address: data, problems } }
  }
  return { state: "ready", table: buildTable(document), problems, leftOut }
}

async function readBuiltIn(): Promise<ReadDocument> {
  const { document } = await import("built-in:report")
  return { document, problems: [], read: document.events.length, leftOut: 0 }
}

async function readFrom(
  data: string,
  format: string | null,
  base: string,
  signal: AbortSignal,
  progress: (part: number | null) => void,
): Promise<ReadDocument> {
  const { load } = await import("../load/load.ts")
  return load(
    { url: data, base },
    { format: format ?? undefined, signal, onProgress: p => progress(p.total ? p.bytes / p.total : null) },
  )
}

function failureOf(error: unknown, address: string | null): LoadFailure {
  const known = error as { code?: unknown; problems?: readonly Problem[]; name?: string }
  const code =
    typeof known?.code === "string" ? known.code : known?.name === "AbortError" ? "aborted" : "other"
  return { code, address, problems: known?.problems ?? [] }
}
