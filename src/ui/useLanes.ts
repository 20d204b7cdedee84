import { useMemo } from "react"
import { laneField } from "../figure/laneField.ts"
import { fillLanes, type LaneContents } from "../layout/laneRows.ts"
import { chooseLanes, type Lane, type LaneField } from "../layout/lanes.ts"
import { nameOf, useAnswer, useReader } from "./reader.ts"
import { useStore } from "./useStore.ts"

/** Lanes before the one for all others. */
const MOST_LANES = 10

export interface LanesShown {
  readonly field: LaneField
  readonly lanes: readonly Lane[]
  readonly contents: LaneContents
}

/** The lanes of the current view, and what they hold. */
export function useLanes(upright: boolean): LanesShown {
  const { store, table, words, lang } = useReader()
  const answer = useAnswer()
  const field = laneField(
    table,
    useStore(store, state => state.lanes),
  )
  const pins = useStore(store, state => state.pins)
  const rest = useStore(store, state => state.rest)
  const lanes = useMemo(
    () =>
      chooseLanes(table, answer, upright ? "none" : field, {
        pins,
        most: MOST_LANES,
        sort: "importance",
        name: code =>
          field === "none" || upright
            ? words.everyone
            : code < 0
              ? words.theRest
              : nameOf({ table, words, lang }, field, code),
        lang,
      }),
    [table, answer, field, pins, upright, words, lang],
  )
  const contents = useMemo(
    () => fillLanes(table, answer, upright ? "none" : field, lanes, rest === "dim"),
    [table, answer, field, lanes, upright, rest],
  )
  return useMemo(() => ({ field, lanes, contents }), [field, lanes, contents])
}
