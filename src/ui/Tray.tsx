import { lazy, Suspense, useState } from "react"
import { useAnswer, useReader } from "./reader.ts"

const Undated = lazy(() => import("./Undated.tsx"))

/** Events without a date: never lost, never drawn where they do not belong. */
export function Tray({ onOpen }: { onOpen: (row: number) => void }) {
  const { table, words } = useReader()
  const answer = useAnswer()
  const [open, setOpen] = useState(false)
  if (table.dated === table.length) return null
  const rows = answer.rows.filter(row => row >= table.dated)
  if (rows.length === 0) return null
  return (
    <div className="tray">
      <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.undated(rows.length)}
      </button>
      {open && (
        <Suspense>
          <Undated rows={rows} onOpen={onOpen} />
        </Suspense>
      )}
    </div>
  )
}
