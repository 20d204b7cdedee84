import { packText } from "../load/inLink.ts"
import { writeDocument } from "../model/write.ts"
import { eventOf } from "../table/event.ts"
import type { Table } from "../table/table.ts"

/** A document made ready to travel inside a link. */
export interface Packed {
  /** null where it is too long for one. */
  readonly text: string | null
}

/** Letters of a link beyond which programs that pass links on begin to cut them. */
const LONGEST = 64_000
/** More events than this never fit, and need not be packed to find out. */
const MOST = 5000

const known = new WeakMap<Table, Promise<Packed>>()

/** The whole document of a table, packed once. */
export function packTable(table: Table): Promise<Packed> {
  let packed = known.get(table)
  if (!packed) known.set(table, (packed = pack(table)))
  return packed
}

async function pack(table: Table): Promise<Packed> {
  if (table.length > MOST) return { text: null }
  const events = Array.from({ length: table.length }, (_, row) => eventOf(table, row))
  const text = await packText(JSON.stringify(writeDocument({ ...table.document, events })))
  return { text: text.length > LONGEST ? null : text }
}
