import { useMemo, useRef, useState } from "react"
import type { Fate } from "../model/fate.ts"
import type { Problem } from "../model/problem.ts"
import { Dialog } from "./Dialog.tsx"
import { useFullReader } from "./fullReader.ts"
import { offerFile } from "./offerFile.ts"
import { ProblemGroup } from "./ProblemGroup.tsx"
import { groupProblems } from "./problemGroups.ts"
import styles from "./problems.css?inline"
import { writeProblems } from "./problemsTable.ts"
import { sayUnderstood } from "./sayUnderstood.ts"
import type { Understood } from "./useDocument.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useProblemWords } from "./useProblemWords.ts"
import { useReadingWords } from "./useReadingWords.ts"

/** Groups shown of what became the same; the rest is counted, and all are in the table that can be saved. */
const GROUPS = 100

interface ProblemsProps {
  readonly problems: readonly Problem[]
  readonly understood: Understood | null
  /** Opens the matching of columns. */
  readonly onMatch: () => void
  readonly onClose: () => void
}

/** What was left out or guessed: what became of it, and of each kind how often, where, what was found and what was expected. */
export default function Problems({ problems, understood, onMatch, onClose }: ProblemsProps) {
  const { words, number, lang } = useFullReader()
  const reading = useReadingWords(lang)
  const say = useProblemWords(lang)
  const body = useRef<HTMLDivElement>(null)
  useLateStyles(styles, body)
  const [fate, setFate] = useState<Fate | null>(null)
  const { groups, counts, fates, beyond } = useMemo(() => groupProblems(problems), [problems])
  const summary = useMemo(
    () => (understood && reading ? sayUnderstood(understood, problems, reading) : ""),
    [understood, problems, reading],
  )
  if (!reading) return null
  const save = () => {
    const isChosen = (_: unknown, i: number) => fate === null || fates[i] === fate
    const table = writeProblems(problems.filter(isChosen), fates.filter(isChosen), say, reading.fateOfOne)
    offerFile("problems.csv", "text/csv;charset=utf-8", table)
  }
  const parts = [...counts.keys()].filter(one => fate === null || fate === one)
  return (
    <Dialog title={reading.leftOutTitle} className="problems" onClose={onClose}>
      <div ref={body}>
        <p className="secondary">
          {summary} {reading.leftOutIntro}
        </p>
        {understood?.shape && (
          <button type="button" className="button" onClick={onMatch}>
            {reading.matchColumns}
          </button>
        )}
        <div className="problem-kinds" role="group" aria-label={words.filters}>
          <button type="button" className="chip" aria-pressed={fate === null} onClick={() => setFate(null)}>
            {reading.allKinds} <span className="count">{number(problems.length - (beyond > 0 ? 1 : 0))}</span>
          </button>
          {[...counts].map(([one, count]) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={fate === one}
              onClick={() => setFate(one)}
            >
              {reading.fates[one]} <span className="count">{number(count)}</span>
            </button>
          ))}
          <button type="button" className="quiet" onClick={save}>
            {reading.saveTable}
          </button>
        </div>
        {parts.map(part => {
          const own = groups.filter(group => group.fate === part)
          const rest = own.slice(GROUPS).reduce((sum, group) => sum + group.problems.length, 0)
          return (
            <section key={part} className="problem-part">
              <h3>{reading.fates[part]}</h3>
              <p className="secondary">{reading.fateNotes[part]}</p>
              {own.slice(0, GROUPS).map((group, i) => (
                <ProblemGroup key={i} {...{ group, reading, say, number }} comma={words.comma} />
              ))}
              {rest > 0 && <p className="secondary">{reading.restInTable(rest)}</p>}
            </section>
          )
        })}
        {beyond > 0 && <p className="secondary">{reading.beyond(beyond)}</p>}
      </div>
    </Dialog>
  )
}
