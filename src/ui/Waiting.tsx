import { openData } from "../state/changes.ts"
import type { Store } from "../state/store.ts"
import type { Words } from "../words/words.ts"
import { isLocal, nameOfData } from "./opened.ts"
import type { Coming, LoadFailure } from "./useDocument.ts"

interface LoadingProps {
  readonly words: Words
  readonly name: string | null
  readonly coming: Coming
}

/** A file on its way: what, how far, and a way to stop it. */
export function Loading({ words, name, coming }: LoadingProps) {
  const label = name ? words.loadingFile(name) : words.loading
  return (
    <main className="waiting">
      <h1 className="waiting-title">{label}</h1>
      <progress aria-label={label} value={coming.part ?? undefined} max={1} />
      {coming.events > 0 && <p className="secondary">{words.eventsRead(coming.events)}</p>}
      <button type="button" className="button" onClick={coming.stop}>
        {words.stop}
      </button>
    </main>
  )
}

interface FailureProps {
  readonly words: Words
  readonly failure: LoadFailure
  readonly store: Store
  readonly onRetry: () => void
  /** Opens the choice of another file; null where there is none. */
  readonly onOpen: (() => void) | null
}

/** What stopped the work: one sentence on what, one on what to do, and two ways on. */
export function Failure({ words, failure, store, onRetry, onOpen }: FailureProps) {
  const [what, next] = words.failures[failure.code] ?? words.failures.other!
  return (
    <main className="waiting">
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
            <li key={i} dir="auto">
              {problem.expected}
              {problem.found && (
                <>
                  {" "}
                  (<bdi dir="ltr">{problem.found}</bdi>)
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
    </main>
  )
}
