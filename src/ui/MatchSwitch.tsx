import { useFullReader } from "./fullReader.ts"
import { useStore } from "./useStore.ts"

/** Whether an event must have all of the actors that are chosen, or any of them. */
export default function MatchSwitch() {
  const { store, words } = useFullReader()
  const match = useStore(store, state => state.selection.match)
  return (
    <fieldset className="switch">
      <legend>{words.matchLegend}</legend>
      {(["any", "all"] as const).map(one => (
        <label key={one}>
          <input
            type="radio"
            checked={match === one}
            onChange={() =>
              store.set(s => ({ selection: { ...s.selection, match: one } }), { entry: "push" })
            }
          />
          {one === "any" ? words.matchAny : words.matchAll}
        </label>
      ))}
    </fieldset>
  )
}
