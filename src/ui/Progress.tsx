import { lazy, Suspense } from "react"
import type { Words } from "../words/words.ts"
import type { Coming } from "./useDocument.ts"

/** Where its part does not come the file is waited for without it. */
const ReadSoFar = lazy(() => import("./ReadSoFar.tsx").catch(() => ({ default: () => null })))

interface ProgressProps {
  readonly words: Words
  readonly lang: string
  readonly label: string
  /** Null once it is there, while what it takes to show it comes. */
  readonly coming: Coming | null
  /** Whether it is said in words too, which come late. */
  readonly isTold: boolean
  /** Whether a part of it is shown meanwhile. */
  readonly isShown?: boolean
}

/** How far a file is, by its bytes (that it is on its way, where nobody said how many), with a way to stop it and go on. */
export function Progress({ words, lang, label, coming, isTold, isShown }: ProgressProps) {
  const again = coming?.again
  return (
    <>
      {!again && (
        <progress
          aria-label={label}
          value={coming?.total ? coming.bytes : undefined}
          max={coming?.total || 1}
        />
      )}
      {isTold && coming && (
        <Suspense>
          <ReadSoFar lang={lang} coming={coming} isShown={isShown} />
        </Suspense>
      )}
      {coming && (
        // The same button for both, so that the focus stays on it.
        <button type="button" className={isShown ? "quiet" : "button"} onClick={again ?? coming.stop}>
          {again ? words.readWhole : words.stop}
        </button>
      )}
    </>
  )
}
