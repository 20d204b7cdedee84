import { useLayoutEffect, useMemo, useState } from "react"
import type { Table } from "../table/table.ts"
import { byTitle } from "./byTitle.ts"
import { titleOf } from "./reader.ts"

export type Column = "when" | "title" | "status"
export interface Order {
  readonly column: Column
  readonly down: boolean
}

/** Ms of work after which others get their turn. */
const SLICE = 8

interface Sorted {
  readonly rows: Uint32Array
  readonly order: Order
  readonly done: Uint32Array
}

/**
 * The rows, which come in the order of time, in the order asked for; ties stay in the order of time. Null while many
 * titles are being put in order, which is done in slices.
 */
export function useOrdered(rows: Uint32Array, order: Order, table: Table, lang: string): Uint32Array | null {
  const [sorted, setSorted] = useState<Sorted | null>(null)
  const atOnce = useMemo(() => {
    if (order.column === "title") return null
    if (order.column === "status") return byStatus(rows, order.down, table)
    return order.down ? rows.toReversed() : rows
  }, [rows, order, table])
  useLayoutEffect(() => {
    if (order.column !== "title") return
    const work = byTitle(rows, row => titleOf(table, row, lang).text, lang, order.down)
    let timer: ReturnType<typeof setTimeout> | undefined
    const go = () => {
      const until = performance.now() + SLICE
      let step = work.next()
      while (!step.done && performance.now() < until) step = work.next()
      if (step.done) setSorted({ rows, order, done: step.value })
      else timer = setTimeout(go)
    }
    go()
    return () => clearTimeout(timer)
  }, [rows, order, table, lang])
  return atOnce ?? (sorted?.rows === rows && sorted.order === order ? sorted.done : null)
}

/** By counting, in the order of the statuses' codes. */
function byStatus(rows: Uint32Array, down: boolean, { facets }: Table): Uint32Array {
  const { offsets, codes, values } = facets.status
  const places = new Uint32Array(values.ids.length + 1)
  const place = (row: number) => {
    const code = codes[offsets[row]!]!
    return down ? values.ids.length - 1 - code : code
  }
  for (const row of rows) places[place(row) + 1]!++
  for (let i = 1; i < places.length; i++) places[i]! += places[i - 1]!
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) sorted[places[place(row)]!++] = row
  return sorted
}
