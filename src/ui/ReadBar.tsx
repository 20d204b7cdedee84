import { useRef } from "react"
import styles from "./bars.css?inline"
import { useFullReader } from "./fullReader.ts"
import { Progress } from "./Progress.tsx"
import ReadSoFar from "./ReadSoFar.tsx"
import type { Coming } from "./useDocument.ts"
import { useLateStyles } from "./useLateStyles.ts"

interface ReadBarProps {
  readonly coming: Coming | null
  /** Reads the file again from its start; null where it was not stopped. */
  readonly onAgain: (() => void) | null
}

/** Over the timeline while the rest of a large file comes: how far it is, and a way to stop; or that it was stopped. */
export default function ReadBar({ coming, onAgain }: ReadBarProps) {
  const { words } = useFullReader()
  const bar = useRef<HTMLDivElement>(null)
  useLateStyles(styles, bar)
  if (!coming)
    return (
      <div className="read-bar" ref={bar}>
        <p>{words.readInPart}</p>
        <button type="button" className="quiet" onClick={onAgain ?? undefined}>
          {words.readWhole}
        </button>
      </div>
    )
  return (
    <div className="read-bar" ref={bar}>
      <Progress label={words.loading} coming={coming} />
      <ReadSoFar coming={coming} />
      <button type="button" className="quiet" onClick={coming.stop}>
        {words.stop}
      </button>
    </div>
  )
}
