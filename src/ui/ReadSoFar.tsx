import type { ReactNode } from "react"
import { useAllWords } from "./fullReader.ts"
import type { Coming } from "./useDocument.ts"

/** In words, how far a file is: its events and bytes; and that it is read anew, where its reader has died. */
export default function ReadSoFar({ coming }: { readonly coming: Coming }): ReactNode {
  const { events, bytes, total, isAnew } = coming
  const words = useAllWords()
  const size = words.megabytesRead(megabytes(bytes), total && megabytes(total))
  return (
    <>
      <p>{events > 0 ? `${words.eventsRead(events)} · ${size}` : size}</p>
      <p role="status">{isAnew && words.readAnew}</p>
    </>
  )
}

/** To a tenth; of what is less than that, to a thousandth. */
function megabytes(bytes: number): number {
  const per = bytes < 1e5 ? 1e3 : 1e5
  return Math.round(bytes / per) / (1e6 / per)
}
