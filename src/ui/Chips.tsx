import { EMPTY_SELECTION, type ClauseName, type Selection } from "../query/selection.ts"
import { clearClause, toggleValue } from "../state/changes.ts"
import { FACETS } from "../table/table.ts"
import { Icon } from "./icons.tsx"
import { useFullReader, type FullReader } from "./fullReader.ts"
import { nameOfId, useAnswer } from "./reader.ts"
import { sayDate } from "./sayEvent.ts"
import { useStore } from "./useStore.ts"

interface Chip {
  readonly key: string
  readonly text: string
  readonly without: (selection: Selection) => Selection
}

/** The filters in force, in words, each to be let go; and what to lift where nothing is left. */
export default function Chips() {
  const reader = useFullReader()
  const { store, words, table } = reader
  const answer = useAnswer()
  const selection = useStore(store, state => state.selection)
  const chips = chipsOf(selection, reader)
  if (chips.length === 0) return null
  const apply = (change: (selection: Selection) => Selection) =>
    store.set(s => ({ selection: change(s.selection) }), { entry: "push" })
  const lifts = (Object.entries(answer.freedBy) as [ClauseName, number][])
    .filter(([, n]) => n > 0)
    .toSorted((a, b) => b[1] - a[1])
  return (
    <div className="chips" part="chips">
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

function chipsOf(selection: Selection, reader: FullReader): Chip[] {
  const { words } = reader
  const chips: Chip[] = []
  for (const facet of FACETS) {
    const { include, exclude } = selection.facets[facet]
    for (const id of include)
      chips.push({
        key: `${facet}=${id}`,
        text: words.chip(words.facets[facet], nameOfId(reader, facet, id)),
        without: s => toggleValue(s, facet, id, "include"),
      })
    for (const id of exclude)
      chips.push({
        key: `${facet}=-${id}`,
        text: words.chipNot(words.facets[facet], nameOfId(reader, facet, id)),
        without: s => toggleValue(s, facet, id, "exclude"),
      })
  }
  if (selection.match === "all" && selection.facets.actor.include.length > 1)
    chips.push({ key: "match", text: words.chipTogether, without: s => ({ ...s, match: "any" }) })
  if (selection.q.trim())
    chips.push({ key: "q", text: words.chipSearch(selection.q.trim()), without: s => ({ ...s, q: "" }) })
  if (selection.from !== null)
    chips.push({
      key: "from",
      text: words.chipFrom(sayDate(selection.from, reader)),
      without: s => ({ ...s, from: null }),
    })
  if (selection.to !== null)
    chips.push({
      key: "to",
      text: words.chipTo(sayDate(selection.to, reader)),
      without: s => ({ ...s, to: null }),
    })
  if (selection.range === "must" && (selection.from !== null || selection.to !== null))
    chips.push({ key: "range", text: words.chipMust, without: s => ({ ...s, range: "could" }) })
  if (selection.known !== null)
    chips.push({
      key: "known",
      text: words.chipKnown(sayDate(selection.known, reader)),
      without: s => ({ ...s, known: null }),
    })
  return chips
}
