import { useEffect, useState } from "react"
import type { Extras } from "../query/extras.ts"
import { readDays, type ReadWhen } from "../time/days.ts"

let extras: Extras | null = null
let coming: Promise<void> | null = null

/** Loads the extras once for all viewers; what did not come is asked for again the next time. */
export function loadExtras(): Promise<void> {
  return (coming ??= import("../query/extras.ts").then(
    ({ EXTRAS }) => {
      extras = EXTRAS
    },
    (error: unknown) => {
      coming = null
      throw error
    },
  ))
}

/** The extras where they are there already. */
export function extrasSoFar(): Extras | null {
  return extras
}

/** Reads dates of every form once the extras are there, and plain days from the beginning. */
export const readWhen: ReadWhen = text => (extras?.readWhen ?? readDays)(text)

/** The extras, loaded when wanted; null until they are there. Throws where they cannot be had. */
export function useExtras(isWanted: boolean): Extras | null {
  const [, setIsThere] = useState(extras !== null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    loadExtras().then(
      () => isCurrent && setIsThere(true),
      (error: unknown) => isCurrent && setFailure({ error }),
    )
    return () => {
      isCurrent = false
    }
  }, [isWanted])
  if (isWanted && !extras && failure) throw failure.error
  return extras
}
