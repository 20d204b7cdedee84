import { useFullReader } from "./fullReader.ts"
import { Switch } from "./Switch.tsx"
import { useStore } from "./useStore.ts"

/** Whether an event must have all of the actors that are chosen, or any of them. */
export default function MatchSwitch() {
  const { store, words } = useFullReader()
  const match = useStore(store, state => state.selection.match)
  return (
    <Switch
      legend={words.matchLegend}
      options={[
        ["any", words.matchAny],
        ["all", words.matchAll],
      ]}
      value={match}
      onChange={next => store.set(s => ({ selection: { ...s.selection, match: next } }), { entry: "push" })}
    />
  )
}
