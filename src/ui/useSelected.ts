import { useMemo } from "react"
import type { Selected } from "../query/engine.ts"
import type { Selection } from "../query/selection.ts"
import { isPlain, tableEngine } from "../query/tableEngine.ts"
import type { Table } from "../table/table.ts"
import { readDays } from "../time/days.ts"
import { extrasSoFar, useExtras } from "./useExtras.ts"

/**
 * Which events of a table pass. Where that takes what is not there yet (words, dates other than days), it is loaded and the
 * last answer stays meanwhile; null where there is none, or where the picture would be without some of its periods.
 */
export function useSelected(table: Table, selection: Selection): Selected | null {
  const takesExtras = useMemo(() => !hasPlainPeriods(table), [table]) || !isPlain(selection)
  const isAble = useExtras(takesExtras) !== null || !takesExtras
  const engine = useMemo(() => tableEngine(table, extrasSoFar), [table])
  return useMemo(() => (isAble ? engine.select(selection) : engine.latest()), [engine, selection, isAble])
}

function hasPlainPeriods({ document }: Table): boolean {
  return document.periods.every(({ when }) => readDays(when) !== null)
}
