import type { SceneLane } from "../layout/scene.ts"
import { toggleValue } from "../state/changes.ts"
import type { FacetName } from "../table/table.ts"
import { Icon } from "./icons.tsx"
import { laneField } from "../figure/laneField.ts"
import { useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"

/** Names and counts of the lanes; a name filters by its value, the pin keeps the lane on top. */
export function Gutter({ lanes }: { lanes: readonly SceneLane[] }) {
  const { store, table, words, number } = useReader()
  const field = laneField(
    table,
    useStore(store, state => state.lanes),
  )
  const pins = useStore(store, state => state.pins)
  if (field === "none") return null
  const pin = (id: string) =>
    store.set(s => ({ pins: s.pins.includes(id) ? s.pins.filter(one => one !== id) : [...s.pins, id] }), {
      entry: "push",
    })
  return (
    <ul className="gutter" aria-label={words.lanesBy}>
      {lanes.map(lane => {
        const pinned = pins.includes(lane.id)
        return (
          <li
            key={lane.id || "rest"}
            style={{ insetBlockStart: `${lane.across0}px`, blockSize: `${lane.across1 - lane.across0}px` }}
            data-depth={lane.depth || undefined}
          >
            {lane.id && lane.code > 0 ? (
              <button
                type="button"
                className="lane-name"
                aria-label={`${words.filterBy} ${words.laneSummary(lane.name, lane.count)}`}
                onClick={() =>
                  store.set(
                    s => ({ selection: toggleValue(s.selection, field as FacetName, lane.id, "include") }),
                    {
                      entry: "push",
                    },
                  )
                }
              >
                <bdi>{lane.name}</bdi>
              </button>
            ) : (
              <span className="lane-name">
                <bdi>{lane.name}</bdi>
              </span>
            )}
            {lane.id && lane.code > 0 && (
              <button
                type="button"
                className="pin"
                aria-pressed={pinned}
                aria-label={pinned ? words.unpinLane(lane.name) : words.pinLane(lane.name)}
                onClick={() => pin(lane.id)}
              >
                <Icon name="pin" />
              </button>
            )}
            <span className="count" aria-hidden="true">
              {number(lane.count)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
