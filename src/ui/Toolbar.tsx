import { lazy, Suspense } from "react"
import { zoomDomain } from "../layout/scale.ts"
import { LANE_FIELDS, type LaneField } from "../state/state.ts"
import { domainOf, fitRows } from "../figure/domain.ts"
import { glide } from "./lateCamera.ts"
import { Icon } from "./icons.tsx"
import { laneField } from "../figure/laneField.ts"
import { titleOf, useAnswer, useReader } from "./reader.ts"
import { Choice } from "./Choice.tsx"
import { useIdle } from "./useIdle.ts"
import { useStore } from "./useStore.ts"

const GoTo = lazy(() => import("./GoTo.tsx"))

/** Views in this version, in the order of their tabs. */
const TABS = ["timeline", "list"] as const

/** Which view, what lanes, and every movement as a button. */
export function Toolbar({ narrow }: { narrow: boolean }) {
  const { store, table, words } = useReader()
  const answer = useAnswer()
  const show = useStore(store, state => state.show)
  const lanes = useStore(store, state => state.lanes)
  const embed = useStore(store, state => state.embed)
  const isIdle = useIdle()
  const current = show === "list" ? "list" : "timeline"
  const zoom = (factor: number) =>
    glide(store, table, zoomDomain(domainOf(store.get().domain, table), factor))
  const shift = (part: number) => {
    const [from, to] = domainOf(store.get().domain, table)
    glide(store, table, [from + (to - from) * part, to + (to - from) * part])
  }
  return (
    <div className="toolbar" part="toolbar">
      <span className="tabs" role="group" aria-label={words.view}>
        {TABS.map(tab => (
          <button
            key={tab}
            type="button"
            aria-pressed={current === tab}
            onClick={() => store.set({ show: tab }, { entry: "push" })}
          >
            {words.shows[tab]}
          </button>
        ))}
      </span>
      {current === "timeline" && (
        <>
          {!narrow && (
            <Choice
              label={words.lanesBy}
              value={laneField(table, lanes)}
              options={LANE_FIELDS.map(field => [field, words.laneFields[field]])}
              onChange={value => store.set({ lanes: value as LaneField, pins: [] }, { entry: "push" })}
            />
          )}
          <span className="spring" />
          <Counted />
          {!narrow && !embed && (
            <span className="go-to">
              <Suspense>{isIdle && <GoTo />}</Suspense>
            </span>
          )}
          <span className="tool-group">
            {!narrow && (
              <>
                <Tool name={words.earlier} icon="previous" onClick={() => shift(-0.5)} />
                <Tool name={words.later} icon="next" onClick={() => shift(0.5)} />
              </>
            )}
            <Tool name={words.zoomOut} icon="minus" onClick={() => zoom(2)} />
            <Tool name={words.zoomIn} icon="plus" onClick={() => zoom(0.5)} />
            <Tool name={words.fitAll} icon="fit" onClick={() => glide(store, table, null)} />
            <Tool
              name={words.fitFiltered}
              icon="filter"
              onClick={() => {
                const fitted = fitRows(table, answer.rows)
                if (fitted) glide(store, table, fitted)
              }}
            />
          </span>
        </>
      )}
    </div>
  )
}

function Tool({
  name,
  icon,
  onClick,
}: {
  name: string
  icon: Parameters<typeof Icon>[0]["name"]
  onClick: () => void
}) {
  return (
    <button type="button" className="icon" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

/** From which event days are counted, and the way back to dates. */
function Counted() {
  const { store, table, words, lang } = useReader()
  const align = useStore(store, state => state.align)
  const row = align === null ? -1 : table.rowOf(align)
  if (align === null) return null
  const title = row < 0 ? { text: align, lang: "" } : titleOf(table, row, lang)
  return (
    <button
      type="button"
      className="chip counted"
      aria-label={words.countDates}
      onClick={() => store.set({ align: null }, { entry: "push" })}
    >
      <bdi>{words.countFrom(title.text)}</bdi>
      <Icon name="close" />
    </button>
  )
}
