import type { Words } from "../words/words.ts"
import type { Coming } from "./useDocument.ts"

interface LoadingProps {
  readonly words: Words
  readonly name: string | null
  /** Null once it is there, while what it takes to show it comes. */
  readonly coming: Coming | null
}

/** A file on its way: what, how far, and a way to stop it. */
export function Loading({ words, name, coming }: LoadingProps) {
  const label = name ? words.loadingFile(name) : words.loading
  return (
    <main className="waiting">
      <h1 className="waiting-title">{label}</h1>
      <progress aria-label={label} value={coming?.part ?? undefined} max={1} />
      {coming && coming.events > 0 && <p className="secondary">{words.eventsRead(coming.events)}</p>}
      {coming && (
        <button type="button" className="button" onClick={coming.stop}>
          {words.stop}
        </button>
      )}
    </main>
  )
}
