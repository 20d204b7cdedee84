import type { Place, Problem } from "../model/problem.ts"
import { Dialog } from "./Dialog.tsx"
import { useReader } from "./reader.ts"

/** Lines shown; the rest is counted. */
const SHOWN = 500

/** What was left out or guessed, each with its place, what was found and what was expected. */
export default function Problems({
  problems,
  onClose,
}: {
  problems: readonly Problem[]
  onClose: () => void
}) {
  const { words } = useReader()
  return (
    <Dialog title={words.leftOutTitle} className="problems" onClose={onClose}>
      <p className="secondary">{words.leftOutIntro}</p>
      <ul>
        {problems.slice(0, SHOWN).map((problem, i) => (
          <li key={i}>
            <p>
              <strong>{words.problemKinds[problem.severity]}</strong>{" "}
              <bdi dir="ltr" className="where">
                {sayPlace(problem.where)}
              </bdi>
            </p>
            <dl className="pairs">
              {problem.found && (
                <div>
                  <dt>{words.problemFound}</dt>
                  <dd>
                    <bdi dir="ltr">{problem.found}</bdi>
                  </dd>
                </div>
              )}
              <div>
                <dt>{words.problemExpected}</dt>
                <dd dir="auto">{problem.expected}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p className="secondary">+ {problems.length - SHOWN}</p>}
    </Dialog>
  )
}

/** A place in a file as people point at it: a JSON Pointer, or line and column, or row and column. */
function sayPlace(where: Place): string {
  if (where.pointer !== undefined) return where.pointer || "/"
  return [where.line ?? where.row, where.column].filter(part => part !== undefined).join(":")
}
