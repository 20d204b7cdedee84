import { useEffect, useState } from "react"
import type { Words } from "../words/words.ts"
import { Progress } from "./Progress.tsx"
import type { Coming } from "./useDocument.ts"

/** Time in ms after which one who waits is told more. */
const PATIENCE = 1000
/** Bytes of a file of which it is known from the first that it takes its time. */
const LARGE = 4e6

interface LoadingProps {
  readonly words: Words
  readonly lang: string
  readonly name: string | null
  /** Null once it is there, while what it takes to show it comes. */
  readonly coming: Coming | null
}

/** A file on its way: what, how far, and a way to stop it. */
export function Loading({ words, lang, name, coming }: LoadingProps) {
  const label = name ? words.loadingFile(name) : words.loading
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="waiting">
      <h1 className="waiting-title">{label}</h1>
      <Progress
        words={words}
        lang={lang}
        label={label}
        coming={coming}
        isTold={isLong || (coming?.total ?? 0) > LARGE}
      />
    </main>
  )
}
