import { useId } from "react"
import type { Selection } from "../query/selection.ts"
import { formatIsoDay } from "../time/instant.ts"
import DateField from "./DateField.tsx"
import { useFullReader } from "./fullReader.ts"
import { Switch } from "./Switch.tsx"
import { useStore } from "./useStore.ts"

const DAY = 86_400_000

/** The filter by time: a stretch that events could or must lie in, and what was known by a day. */
export default function TimeFilter() {
  const { store, words } = useFullReader()
  const headingId = useId()
  const { from, to, range, known } = useStore(store, state => state.selection)
  const isPart = useStore(store, state => state.domain !== null)
  const set = (change: Partial<Selection>) =>
    store.set(s => ({ selection: { ...s.selection, ...change } }), { entry: "push" })
  return (
    <div className="facet" role="group" aria-labelledby={headingId}>
      <div className="facet-head">
        <h3 id={headingId}>{words.when}</h3>
        {isPart && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              const [first, last] = store.get().domain!
              set({ from: formatIsoDay(first), to: formatIsoDay(last - DAY / 1000) })
            }}
          >
            {words.useView}
          </button>
        )}
      </div>
      <div className="date-fields">
        <DateField label={words.from} value={from} onChange={value => set({ from: value })} />
        <DateField label={words.to} value={to} onChange={value => set({ to: value })} />
      </div>
      {(from !== null || to !== null) && (
        <Switch
          legend={words.rangeLegend}
          options={[
            ["could", words.rangeCould],
            ["must", words.rangeMust],
          ]}
          value={range}
          onChange={next => set({ range: next })}
        />
      )}
      <DateField
        label={words.known}
        value={known}
        hint={words.knownHint}
        onChange={value => set({ known: value })}
      />
    </div>
  )
}
