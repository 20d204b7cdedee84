import { useRef } from "react"
import { filtersInForce } from "../figure/filters.ts"
import { EMPTY_SELECTION, type ClauseName, type Selection } from "../query/selection.ts"
import { clearClause } from "../state/changes.ts"
import styles from "./chips.css?inline"
import { Icon } from "./icons.tsx"
import { useFullReader } from "./fullReader.ts"
import { useAnswer } from "./reader.ts"
import { useLateStyles } from "./useLateStyles.ts"
import { useStore } from "./useStore.ts"

/** The filters in force, in words, each to be let go; and what to lift where nothing is left. */
export default function Chips() {
  const reader = useFullReader()
  const { store, words, table } = reader
  const answer = useAnswer()
  const selection = useStore(store, state => state.selection)
  const root = useRef<HTMLDivElement>(null)
  useLateStyles(styles, root)
  const chips = filtersInForce(selection, reader)
  if (chips.length === 0) return null
  const apply = (change: (selection: Selection) => Selection) =>
    store.set(s => ({ selection: change(s.selection) }), { entry: "push" })
  const lifts = (Object.entries(answer.freedBy) as [ClauseName, number][])
    .filter(([, n]) => n > 0)
    .toSorted((a, b) => b[1] - a[1])
  return (
    <div className="chips" part="chips" ref={root}>
      <h2 className="unseen">{words.inForce}</h2>
      <ul>
        {chips.map(chip => (
          <li key={chip.key}>
            <button
              type="button"
              className="chip"
              aria-label={words.remove(chip.text)}
              onClick={() => apply(chip.without)}
            >
              <bdi>{chip.text}</bdi>
              <Icon name="close" />
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="quiet" onClick={() => apply(() => EMPTY_SELECTION)}>
            {words.clearAll}
          </button>
        </li>
      </ul>
      {answer.passed === 0 && table.length > 0 && (
        <div className="nothing">
          <p>{words.nothingPasses}</p>
          {lifts.map(([clause, n]) => (
            <button
              key={clause}
              type="button"
              className="button"
              onClick={() => apply(s => clearClause(s, clause))}
            >
              {words.liftFilter(words.clauses[clause], n)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
