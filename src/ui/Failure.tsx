import { lazy, Suspense, useEffect, useRef, useState } from "react"
import { openData } from "../state/changes.ts"
import type { Store } from "../state/store.ts"
import type { Failures } from "../words/failures.ts"
import type { Language } from "../words/languages.ts"
import styles from "./failure.css?inline"
import { useAllWords } from "./fullReader.ts"
import { directionOfText, Isolated } from "./Isolated.tsx"
import { isLocal, nameOfData } from "./opened.ts"
import type { LoadFailure } from "./useDocument.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useProblemWords } from "./useProblemWords.ts"
import { useReadingWords } from "./useReadingWords.ts"

const MatchColumns = lazy(() => import("./MatchColumns.tsx"))

interface FailureProps {
  readonly lang: string
  readonly language: Language
  readonly failure: LoadFailure
  readonly store: Store
  readonly onRetry: () => void
  /** Opens the choice of another file; null where there is none. */
  readonly onOpen: (() => void) | null
}

/** What stopped the work: one sentence on what, one on what to do, and two ways on. */
export default function Failure({ lang, language, failure, store, onRetry, onOpen }: FailureProps) {
  const words = useAllWords()
  const root = useRef<HTMLElement>(null)
  useLateStyles(styles, root)
  const [failures, setFailures] = useState<Failures | null>(null)
  // Where nothing in a table was recognised, its reader is asked what its columns are.
  const [isMatching, setMatching] = useState(failure.shape !== null && onOpen !== null)
  const reading = useReadingWords(lang)
  const say = useProblemWords(lang)
  useEffect(() => {
    let isCurrent = true
    language.loadFailures().then(
      loaded => isCurrent && setFailures(loaded),
      () => isCurrent && setFailures({}),
    )
    return () => {
      isCurrent = false
    }
  }, [language])
  if (!failures) return null
  const [what, next] = failures[failure.code] ?? words.broken
  return (
    <main className="waiting" ref={root}>
      <div role="alert">
        <h1 className="waiting-title">{what}</h1>
        <p>{next}</p>
      </div>
      {failure.address && (
        <p className="secondary address">
          <bdi dir="ltr">{nameOfData(failure.address)}</bdi>
        </p>
      )}
      {failure.problems.length > 0 && (
        <ul className="failure-problems">
          {failure.problems.slice(0, 20).map((problem, i) => (
            <li key={i} dir={directionOfText(say.expected(problem))}>
              <Isolated text={say.expected(problem)} />
              {problem.found && (
                <>
                  {" "}
                  (<bdi dir={problem.seen ? "auto" : "ltr"}>{say.found(problem)}</bdi>)
                </>
              )}
              {problem.where.line !== undefined && (
                <bdi dir="ltr"> {`${problem.where.line}:${problem.where.column ?? 1}`}</bdi>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="waiting-ways">
        {failure.shape && onOpen && reading && (
          <button type="button" className="button primary" onClick={() => setMatching(true)}>
            {reading.matchColumns}
          </button>
        )}
        {!isLocal(failure.address) && (
          <button type="button" className="button primary" onClick={onRetry}>
            {words.tryAgain}
          </button>
        )}
        {onOpen && (
          <button type="button" className="button" onClick={onOpen}>
            {words.openTitle}
          </button>
        )}
        <button type="button" className="button" onClick={() => store.set(openData(null), { entry: "push" })}>
          {words.openBuiltIn}
        </button>
      </div>
      <Suspense>
        {isMatching && (
          <MatchColumns lang={lang} store={store} shape={failure.shape!} onClose={() => setMatching(false)} />
        )}
      </Suspense>
    </main>
  )
}
