import type { EventRecord } from "../model/document.ts"
import { eventOf } from "../table/event.ts"
import type { Table } from "../table/table.ts"

export { sayDate, sayWhen } from "../figure/sayWhen.ts"

/** The whole event, decoded; asked for only when one is opened, spoken or listed. */
export const eventAt: (table: Table, row: number) => EventRecord = eventOf
