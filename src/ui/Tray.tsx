import { useState } from "react"
import { titleOf, useAnswer, useReader } from "./reader.ts"

/** Titles shown when the tray is opened; the list has them all. */
const SHOWN = 50

/** Events without a date: never lost, never drawn where they do not belong. */
export function Tray({ onOpen }: { onOpen: (row: number) => void }) {
  const { table, words, lang } = useReader()
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
        <ul>
          {Array.from(rows.subarray(0, SHOWN), row => {
            const title = titleOf(table, row, lang)
            return (
              <li key={row}>
                <button
                  type="button"
                  className="chip"
                  lang={title.lang || undefined}
                  onClick={() => onOpen(row)}
                >
                  <bdi>{title.text}</bdi>
                </button>
              </li>
            )
          })}
          {rows.length > SHOWN && <li className="secondary">{words.moreEvents(rows.length - SHOWN)}</li>}
        </ul>
      )}
    </div>
  )
}
