import type { ReactNode } from "react"
import { useWords } from "./reader.ts"
import type { Coming } from "./useDocument.ts"
import { useReadingWords } from "./useReadingWords.ts"

interface ReadSoFarProps {
  readonly lang: string
  readonly coming: Coming
  /** Whether its first events are shown: those have their count, beside which a second one would contradict it. */
  readonly isShown?: boolean
}

/**
 * In words, how far a file is: its bytes, and its events while none are shown; where it was stopped; what went wrong.
 * Nothing until the words come.
 */
export default function ReadSoFar({ lang, coming, isShown }: ReadSoFarProps): ReactNode {
  const { table, events, bytes, total, isAnew, isStopping, failure, again } = coming
  const counting = useWords()
  const words = useReadingWords(lang)
  if (!words) return null
  const size = words.megabytesRead(megabytes(bytes), total && megabytes(total))
  const before = isShown ? words.firstShown : events > 0 && counting.events(events)
  const state = !again && (isStopping ? words.stopping : isAnew && words.readAnew)
  return (
    <>
      {failure && failure.code !== "aborted" && <p role="alert">{words.notReadAgain}</p>}
      {again && table ? (
        <p>{words.stoppedAt(table.length, total && percent(bytes / total))}</p>
      ) : (
        bytes > 0 && !isStopping && <p>{before ? `${before} · ${size}` : size}</p>
      )}
      {/* There before it has something to say, and until then without a place. */}
      <p role="status" className={state ? undefined : "unseen"}>
        {state}
      </p>
    </>
  )
}

/** To a tenth; of what is less than that, to a thousandth. */
function megabytes(bytes: number): number {
  const per = bytes < 1e5 ? 1e3 : 1e5
  return Math.round(bytes / per) / (1e6 / per)
}

/** In whole numbers; never all of it, for it was stopped before its end. */
function percent(part: number): number {
  return Math.min(99, Math.round(part * 100))
}
