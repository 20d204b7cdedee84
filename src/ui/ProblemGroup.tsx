import { useId, useState } from "react"
import type { Problem } from "../model/problem.ts"
import type { ReadingWords } from "../words/reading.ts"
import { directionOfText, Isolated } from "./Isolated.tsx"
import type { ProblemGroup as Group } from "./problemGroups.ts"
import { sayPlace } from "./sayPlace.ts"
import type { SayProblem } from "./useProblemWords.ts"

/** Places shown of a group at first, and when it is opened; the rest is counted, and all are in the table that can be saved. */
const FEW = 4
const MOST = 500

interface ProblemGroupProps {
  readonly group: Group
  readonly reading: ReadingWords
  readonly say: SayProblem
  /** Between the parts of a place. */
  readonly comma: string
  readonly number: (n: number) => string
}

/** Problems that are alike: of what, how often, what was expected, and where they are with what stood there. */
export function ProblemGroup({ group, reading, say, comma, number }: ProblemGroupProps) {
  const { subject, problems } = group
  const [isOpen, setOpen] = useState(false)
  const headingId = useId()
  const listId = useId()
  const count = problems.length
  // One more is worth no button.
  const canOpen = count > FEW + 1
  const shown = canOpen && !isOpen ? FEW : Math.min(count, MOST)
  const expected = say.wanted(problems[0]!)
  return (
    <div className="problem-group">
      <div className="problem-group-head">
        <h4 id={headingId}>
          <Subject group={group} reading={reading} />{" "}
          <span className="secondary">{reading.times(count)}</span>
        </h4>
        {canOpen && (
          <button
            type="button"
            className="quiet"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-describedby={headingId}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? reading.showFewer : count > MOST ? reading.showFirst(MOST) : reading.showAll(count)}
          </button>
        )}
      </div>
      <dl className="pairs">
        <div>
          <dt>{reading.problemExpected}</dt>
          <dd dir={directionOfText(expected)}>
            <Isolated text={expected} />
          </dd>
        </div>
        <div>
          <dt>{reading.problemFound}</dt>
          <dd>
            <ul id={listId}>
              {problems.slice(0, shown).map((problem, i) => (
                <li key={i}>
                  <bdi className="where">{sayPlace(placeIn(problem, subject), reading, comma, number)}</bdi>{" "}
                  <Found problem={problem} said={say.found(problem)} />
                </li>
              ))}
            </ul>
            {isOpen && count > shown && <p className="secondary">{reading.restInTable(count - shown)}</p>}
          </dd>
        </div>
      </dl>
    </div>
  )
}

/** The column as the file calls it, the field in the reader's words, or what whole thing it is. */
function Subject({ group: { subject, problems }, reading }: Pick<ProblemGroupProps, "group" | "reading">) {
  const { file, row, line, column, pointer } = problems[0]!.where
  if (subject !== null) {
    const isField = typeof column !== "string" && (row !== undefined || line !== undefined)
    const field = isField && Object.hasOwn(reading.fields, subject)
    return field ? (
      <span className="problem-field">{reading.fields[subject as keyof typeof reading.fields]}</span>
    ) : (
      <bdi>{subject}</bdi>
    )
  }
  const whole = row !== undefined ? "row" : line !== undefined ? "line" : pointer ? "event" : "file"
  return file !== undefined && whole === "file" ? <bdi>{file}</bdi> : reading.problemWholes[whole]
}

/** The place of a problem, without what the heading of its group says. */
function placeIn({ where }: Problem, subject: string | null): Problem["where"] {
  if (subject === null || (where.row === undefined && where.line === undefined)) return where
  const { file, row, line, column } = where
  return { file, row, line, column: typeof column === "number" ? column : undefined }
}

/** As it stands in the file, or in words what stood there. */
function Found({ problem, said }: { problem: Problem; said: string }) {
  return (
    <bdi dir={problem.seen ? directionOfText(said) : "ltr"}>
      {problem.seen ? <Isolated text={said} /> : said}
    </bdi>
  )
}
