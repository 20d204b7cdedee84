import { useState } from "react"
import { Icon } from "./icons.tsx"
import { useFullReader } from "./fullReader.ts"
import type { Coming, Understood } from "./useDocument.ts"

interface ReadBarProps {
  readonly coming: Coming | null
  /** Reads the file again from its start; null where it was not stopped. */
  readonly onAgain: (() => void) | null
}

/** Over the timeline while the rest of a large file comes: how far it is, and a way to stop; or that it was stopped. */
export default function ReadBar({ coming, onAgain }: ReadBarProps) {
  const { words, number } = useFullReader()
  if (!coming)
    return (
      <div className="read-bar">
        <p>{words.readInPart}</p>
        <button type="button" className="quiet" onClick={onAgain ?? undefined}>
          {words.readWhole}
        </button>
      </div>
    )
  const said = words.eventsRead(coming.events)
  return (
    <div className="read-bar">
      <progress aria-label={words.loading} value={coming.part ?? undefined} max={1} />
      <p>
        {said}
        {coming.part !== null && <bdi> · {number(Math.floor(coming.part * 100))} %</bdi>}
      </p>
      <button type="button" className="quiet" onClick={coming.stop}>
        {words.stop}
      </button>
    </div>
  )
}

interface UnderstoodBarProps {
  readonly understood: Understood
  readonly doubtful: number
  readonly onProblems: () => void
}

/** After a file of the reader's own was opened: what it was taken for, until it is put away. */
export function UnderstoodBar({ understood, doubtful, onProblems }: UnderstoodBarProps) {
  const { words, table } = useFullReader()
  const [isGone, setGone] = useState(false)
  if (isGone) return null
  return (
    <div className="read-bar">
      <p role="status">
        {words.readAs(understood.format)} {words.eventsShown(table.length)},{" "}
        {words.eventsLeftOut(understood.leftOut)}.
      </p>
      {doubtful > 0 && (
        <button type="button" className="quiet" onClick={onProblems}>
          {words.problems(doubtful)}
        </button>
      )}
      <span className="spring" />
      <button type="button" className="icon" aria-label={words.close} onClick={() => setGone(true)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
