import { useMemo, useState } from "react"
import type { Problem } from "../model/problem.ts"
import { Dialog } from "./Dialog.tsx"
import { directionOfText, Isolated } from "./Isolated.tsx"
import { offerFile } from "./offerFile.ts"
import { writeProblems } from "./problemsTable.ts"
import { useFullReader } from "./fullReader.ts"
import { sayPlace } from "./sayPlace.ts"
import { sayUnderstood } from "./sayUnderstood.ts"
import type { Understood } from "./useDocument.ts"
import { useProblemWords } from "./useProblemWords.ts"
import { useReadingWords } from "./useReadingWords.ts"

/** Lines shown; the rest is counted, and all are in the table that can be saved. */
const SHOWN = 500

interface ProblemsProps {
  readonly problems: readonly Problem[]
  readonly understood: Understood | null
  /** Opens the matching of columns. */
  readonly onMatch: () => void
  readonly onClose: () => void
}

/** What was left out or guessed, each with its place, what was found and what was expected. */
export default function Problems({ problems, understood, onMatch, onClose }: ProblemsProps) {
  const { words, number, lang } = useFullReader()
  const reading = useReadingWords(lang)
  const say = useProblemWords(lang)
  const [kind, setKind] = useState<Problem["severity"] | null>(null)
  const kinds = useMemo(() => countKinds(problems), [problems])
  const shown = kind === null ? problems : problems.filter(problem => problem.severity === kind)
  if (!reading) return null
  return (
    <Dialog title={reading.leftOutTitle} className="problems" onClose={onClose}>
      <p className="secondary">
        {understood && sayUnderstood(understood, problems, reading)} {reading.leftOutIntro}
      </p>
      {understood?.shape && (
        <button type="button" className="button" onClick={onMatch}>
          {reading.matchColumns}
        </button>
      )}
      <div className="problem-kinds" role="group" aria-label={words.filters}>
        <button type="button" className="chip" aria-pressed={kind === null} onClick={() => setKind(null)}>
          {reading.allKinds} <span className="count">{number(problems.length)}</span>
        </button>
        {kinds.map(([one, count]) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            {reading.problemKinds[one]} <span className="count">{number(count)}</span>
          </button>
        ))}
        <button
          type="button"
          className="quiet"
          onClick={() => offerFile("problems.csv", "text/csv;charset=utf-8", writeProblems(shown, say))}
        >
          {reading.saveTable}
        </button>
      </div>
      <ul>
        {shown.slice(0, SHOWN).map((problem, i) => (
          <li key={i}>
            <p>
              <strong>{reading.problemKinds[problem.severity]}</strong>{" "}
              <bdi className="where">{sayPlace(problem.where, reading, words.comma, number)}</bdi>
            </p>
            <dl className="pairs">
              {problem.found && (
                <div>
                  <dt>{reading.problemFound}</dt>
                  <dd>
                    <Found problem={problem} said={say.found(problem)} />
                  </dd>
                </div>
              )}
              <div>
                <dt>{reading.problemExpected}</dt>
                <Expected said={say.expected(problem)} />
              </div>
            </dl>
          </li>
        ))}
      </ul>
      {shown.length > SHOWN && <p className="secondary">+ {number(shown.length - SHOWN)}</p>}
    </Dialog>
  )
}

/** As it stands in the file, or in words what stood there. */
function Found({ problem, said }: { problem: Problem; said: string }) {
  return (
    <bdi dir={problem.seen ? directionOfText(said) : "ltr"}>
      {problem.seen ? <Isolated text={said} /> : said}
    </bdi>
  )
}

function Expected({ said }: { said: string }) {
  return (
    <dd dir={directionOfText(said)}>
      <Isolated text={said} />
    </dd>
  )
}

function countKinds(problems: readonly Problem[]): [Problem["severity"], number][] {
  const counts = new Map<Problem["severity"], number>()
  for (const { severity } of problems) counts.set(severity, (counts.get(severity) ?? 0) + 1)
  return [...counts]
}
