import { useState } from "react"
import type { Problem } from "../model/problem.ts"
import { doubtsInWords } from "./doubtsInWords.ts"
import { Icon } from "./icons.tsx"
import { useFullReader } from "./fullReader.ts"
import type { SheetName } from "./Sheets.tsx"
import { sayUnderstood } from "./sayUnderstood.ts"
import type { Understood } from "./useDocument.ts"
import { useReadingWords } from "./useReadingWords.ts"

interface UnderstoodBarProps {
  /** Null until it is whole. */
  readonly understood: Understood | null
  readonly problems: readonly Problem[]
  readonly onSheet: (sheet: SheetName) => void
}

/** After a file was opened: what it was taken for and what came of it, until it is put away. */
export default function UnderstoodBar({ understood, problems, onSheet }: UnderstoodBarProps) {
  const { words, lang } = useFullReader()
  const reading = useReadingWords(lang)
  const [isGone, setGone] = useState(false)
  if (isGone || !understood) return null
  if (!reading) return <div className="read-bar" />
  const { shape } = understood
  const doubts = shape ? doubtsInWords(shape, reading) : ""
  return (
    <div className="read-bar">
      <p role="status">{sayUnderstood(understood, problems, reading)}</p>
      {doubts !== "" && <p className="read-doubts">{doubts}</p>}
      {shape && (
        <button
          type="button"
          className={doubts === "" ? "quiet" : "button primary"}
          onClick={() => onSheet("match")}
        >
          {reading.matchColumns}
        </button>
      )}
      {problems.length > 0 && (
        <button type="button" className="quiet" onClick={() => onSheet("problems")}>
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
