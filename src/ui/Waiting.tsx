import { lazy, Suspense, useEffect, useState } from "react"
import type { Words } from "../words/words.ts"
import { Boundary } from "./Boundary.tsx"
import { Progress } from "./Progress.tsx"
import type { Coming } from "./useDocument.ts"

const ReadSoFar = lazy(() => import("./ReadSoFar.tsx"))

/** Time in ms after which one who waits is told more. */
const PATIENCE = 1000

interface LoadingProps {
  readonly words: Words
  readonly name: string | null
  /** Null once it is there, while what it takes to show it comes. */
  readonly coming: Coming | null
}

/** A file on its way: what, how far, and a way to stop it. */
export function Loading({ words, name, coming }: LoadingProps) {
  const label = name ? words.loadingFile(name) : words.loading
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="waiting">
      <h1 className="waiting-title">{label}</h1>
      <Progress label={label} coming={coming} />
      {isLong && coming && (coming.bytes > 0 || coming.isAnew) && (
        // Where its part or its words do not come the file is waited for without them.
        <Boundary words={words} around={() => false}>
          <Suspense>
            <ReadSoFar coming={coming} />
          </Suspense>
        </Boundary>
      )}
      {coming && (
        <button type="button" className="button" onClick={coming.stop}>
          {words.stop}
        </button>
      )}
    </main>
  )
}
