import { useLayoutEffect, useMemo, useState } from "react"
import type { Lane } from "../layout/lanes.ts"
import type { Focus } from "../layout/navigate.ts"
import type { Table } from "../table/table.ts"

interface Place {
  readonly table: Table
  readonly lanes: readonly Lane[]
}

/**
 * The focus on the event that it was set on. Where another table takes the place of the one that it was set in, as while a
 * file is read, the event has another row there, and its lane may stand elsewhere; null where the event is not in it.
 */
export function useKeptFocus(
  focus: Focus | null,
  setFocus: (focus: Focus | null) => void,
  table: Table,
  lanes: readonly Lane[],
): Focus | null {
  /** The focus, and where it was set. */
  const [set, setSet] = useState<Place & { readonly focus: Focus | null }>({ focus, table, lanes })
  const isOfAnother = focus !== null && set.focus === focus && set.table !== table
  if (!isOfAnother && (set.focus !== focus || set.lanes !== lanes)) setSet({ focus, table, lanes })
  const kept = useMemo(
    () => (isOfAnother ? focusIn({ table, lanes }, focus, set) : focus),
    [isOfAnother, focus, table, lanes, set],
  )
  useLayoutEffect(() => {
    if (kept !== focus) setFocus(kept)
  }, [kept, focus, setFocus])
  return kept
}

/** The same event in another place. */
function focusIn({ table, lanes }: Place, focus: Focus, before: Place): Focus | null {
  const row = table.rowOf(before.table.ids.get(focus.row))
  if (row < 0) return null
  const id = before.lanes[focus.lane]?.id
  const lane = lanes.findIndex(one => one.id === id)
  return { ...focus, row, lane: lane < 0 ? lanes.length - 1 : lane }
}
