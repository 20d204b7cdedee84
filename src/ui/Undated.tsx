import { useFullReader } from "./fullReader.ts"
import { titleOf } from "./reader.ts"

/** Titles that are shown; the list has them all. */
const SHOWN = 50

interface UndatedProps {
  readonly rows: Uint32Array
  readonly onOpen: (row: number) => void
}

/** What the tray holds, once it is opened. */
export default function Undated({ rows, onOpen }: UndatedProps) {
  const { table, words, lang } = useFullReader()
  return (
    <ul>
      {Array.from(rows.subarray(0, SHOWN), row => {
        const title = titleOf(table, row, lang)
        return (
          <li key={row}>
            <button type="button" className="chip" lang={title.lang || undefined} onClick={() => onOpen(row)}>
              <bdi>{title.text}</bdi>
            </button>
          </li>
        )
      })}
      {rows.length > SHOWN && <li className="secondary">{words.moreEvents(rows.length - SHOWN)}</li>}
    </ul>
  )
}
