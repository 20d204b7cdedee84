import { useRef, useState } from "react"
import type { Problem } from "../model/problem.ts"
import styles from "./bars.css?inline"
import { doubtsInWords } from "./doubtsInWords.ts"
import { Icon } from "./icons.tsx"
import { useFullReader } from "./fullReader.ts"
import { sayUnderstood } from "./sayUnderstood.ts"
import type { Understood } from "./useDocument.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useReadingWords } from "./useReadingWords.ts"

interface UnderstoodBarProps {
  readonly understood: Understood
  readonly problems: readonly Problem[]
  readonly onProblems: () => void
  readonly onMatch: () => void
}

/** After a file was opened: what it was taken for and what came of it, until it is put away. */
export default function UnderstoodBar({ understood, problems, onProblems, onMatch }: UnderstoodBarProps) {
  const { words, lang } = useFullReader()
  const reading = useReadingWords(lang)
  const bar = useRef<HTMLDivElement>(null)
  useLateStyles(styles, bar)
  const [isGone, setGone] = useState(false)
  if (isGone) return null
  if (!reading) return <div className="read-bar" ref={bar} />
  const { shape } = understood
  const doubts = shape ? doubtsInWords(shape, reading) : ""
  return (
    <div className="read-bar" ref={bar}>
      <p role="status">{sayUnderstood(understood, problems, reading)}</p>
      {doubts !== "" && <p className="read-doubts">{doubts}</p>}
      {shape && (
        <button type="button" className={doubts === "" ? "quiet" : "button primary"} onClick={onMatch}>
          {reading.matchColumns}
        </button>
      )}
      {problems.length > 0 && (
        <button type="button" className="quiet" onClick={onProblems}>
          {reading.seeList}
        </button>
      )}
      <span className="spring" />
      <button type="button" className="icon" aria-label={words.close} onClick={() => setGone(true)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
