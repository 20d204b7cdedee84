import { useDeferredValue, useMemo, type RefObject } from "react"
import { CLAUSES } from "../query/selection.ts"
import { clearClause, toggleValue } from "../state/changes.ts"
import { readWhen } from "../time/edtf.ts"
import { centreOn } from "./camera.ts"
import { Marked } from "./Marked.tsx"
import { readDate } from "./readDate.ts"
import { useFullReader } from "./fullReader.ts"
import { nameOf, titleOf, useAnswer } from "./reader.ts"
import { sayDate } from "./sayEvent.ts"
import { suggest } from "./suggest.ts"
import styles from "./suggestions.css?inline"
import { useLateStyles } from "./useLateStyles.ts"

interface SuggestionsProps {
  /** What they stand below. */
  readonly box: RefObject<HTMLElement | null>
  readonly id: string
  /** What is in the box. */
  readonly q: string
  readonly onDone: () => void
}

/** What else the words in the box could mean: a date, an actor or place, an event, also one that other filters hide. */
export default function Suggestions({ box, id, q, onDone }: SuggestionsProps) {
  useLateStyles(styles, box)
  const current = useFullReader()
  const { store, words, lang } = current
  const passing = useAnswer()
  // What is looked for may lag behind, all of it together: the marks and counts of a letter wait for nothing else.
  const asked = useDeferredValue(
    useMemo(() => ({ reader: current, answer: passing, wanted: q }), [current, passing, q]),
  )
  const { reader, answer, wanted } = asked
  const { table } = reader
  const found = useMemo(
    () => (wanted.trim() ? suggest(table, answer, wanted) : null),
    [wanted, table, answer],
  )
  const date = readDate(q.trim())
  const clearAnd = (change: Parameters<typeof store.set>[0]) => {
    store.set(s => ({ selection: { ...s.selection, q: "" } }), { entry: "replace" })
    store.set(change, { entry: "push" })
    onDone()
  }
  if (date === null && !(found && found.values.length + found.events.length > 0)) return null
  return (
    <div className="suggestions" id={id} role="group" aria-label={words.suggestions}>
      {date !== null && (
        <button
          type="button"
          onClick={() => {
            store.set(s => ({ selection: { ...s.selection, q: "" } }), { entry: "replace" })
            centreOn(store, table, readWhen(date))
            onDone()
          }}
        >
          {words.goTo(sayDate(date, reader))}
        </button>
      )}
      {found?.values.map(({ facet, code }) => (
        <button
          type="button"
          key={`${facet}${code}`}
          onClick={() =>
            clearAnd(s => ({
              selection: toggleValue(
                { ...s.selection, q: "" },
                facet,
                table.facets[facet].values.ids[code]!,
                "include",
              ),
            }))
          }
        >
          <span className="secondary">{words.facets[facet]}</span>{" "}
          <bdi>
            <Marked text={nameOf(reader, facet, code)} wanted={wanted} />
          </bdi>
        </button>
      ))}
      {found?.events.map(row => {
        const title = titleOf(table, row, lang)
        const hiding = CLAUSES.filter((clause, bit) => clause !== "q" && (answer.fails[row]! >> bit) & 1)
        return (
          <div className="suggestion" key={row}>
            <button
              type="button"
              onClick={() => {
                store.set({ event: table.ids.get(row) }, { entry: "push" })
                onDone()
              }}
            >
              <bdi lang={title.lang || undefined}>
                <Marked text={title.text} wanted={wanted} />
              </bdi>
            </button>
            {hiding.length > 0 && (
              <p className="secondary">
                {words.hiddenBy(words.list(hiding.map(clause => words.clauses[clause])))}{" "}
                <button
                  type="button"
                  className="quiet"
                  onClick={() =>
                    store.set(s => ({ selection: hiding.reduce(clearClause, s.selection) }), {
                      entry: "push",
                    })
                  }
                >
                  {words.free}
                </button>
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}
