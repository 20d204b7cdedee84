import { DamagedFile } from "./kinds.ts"

/** What a message is by MessageHeader of Message.fbs. */
export const MESSAGE_TYPES = ["other", "schema", "dictionary", "batch"] as const
export type MessageType = (typeof MESSAGE_TYPES)[number]

/** No table of events has more columns, those within columns counted, and none lie deeper. */
const MOST_FIELDS = 20_000
const DEEPEST = 40
/** The most values of a column in a batch, and so many that nothing is asked of how many bytes they take. */
const MOST_VALUES = 10_000_000
const FEW_VALUES = 100_000
/** Number of Union among the types of Schema.fbs. */
const UNION = 14

/**
 * The type of a message and the length of its body by its head, a flatbuffer: tables whose places are given by their
 * vtables. Every list in it is looked over: the library believes how long they say they are, and a number gone wrong would
 * fill all memory. Throws DamagedFile.
 */
export function readHead(head: Uint8Array): { readonly type: MessageType; readonly bodyLength: number } {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    const message = tableAt(view, 0)
    const [type, body, header] = [message(6), message(10), message(8)]
    const bodyLength = body ? Number(view.getBigInt64(body, true)) : 0
    if (!(bodyLength >= 0 && bodyLength <= Number.MAX_SAFE_INTEGER)) throw new RangeError("no length")
    const kind = MESSAGE_TYPES[type ? view.getUint8(type) : 0] ?? "other"
    if (header) LOOKS[kind](view, tableAt(view, header), bodyLength)
    return { type: kind, bodyLength }
  } catch (error) {
    if (error instanceof RangeError) throw new DamagedFile("bad-message")
    throw error
  }
}

/** Where a table has the value of a slot; 0 where it has none. */
type Table = (slot: number) => number

function tableAt(view: DataView, at: number): Table {
  const table = at + view.getUint32(at, true)
  const vtable = table - view.getInt32(table, true)
  const size = view.getUint16(vtable, true)
  return slot => {
    const place = slot < size ? view.getUint16(vtable + slot, true) : 0
    return place === 0 ? 0 : table + place
  }
}

/** Where each value of a list lies, which must be within the head; none where there is no list. */
function valuesAt(view: DataView, at: number, width: number): number[] {
  if (at === 0) return []
  const list = at + view.getUint32(at, true)
  const length = view.getUint32(list, true)
  if (list + 4 + length * width > view.byteLength) throw new RangeError("a list that runs out of its head")
  return Array.from({ length }, (_, i) => list + 4 + i * width)
}

const LOOKS: Readonly<Record<MessageType, (view: DataView, header: Table, bodyLength: number) => void>> = {
  other() {},
  schema(view, schema) {
    let count = 0
    const lookAtField = (at: number, depth: number): void => {
      if (depth > DEEPEST || ++count > MOST_FIELDS) throw new RangeError("columns without end")
      const field = tableAt(view, at)
      lookAtNotes(view, field(16))
      const [typeId, type] = [field(8), field(10)]
      if (type && typeId && view.getUint8(typeId) === UNION) valuesAt(view, tableAt(view, type)(6), 4)
      for (const child of valuesAt(view, field(14), 4)) lookAtField(child, depth + 1)
    }
    lookAtNotes(view, schema(8))
    for (const field of valuesAt(view, schema(6), 4)) lookAtField(field, 0)
  },
  batch(view, batch, bodyLength) {
    // A value takes a bit at least, where it is not packed.
    const most = batch(10) ? MOST_VALUES : Math.max(FEW_VALUES, bodyLength * 8)
    for (const node of valuesAt(view, batch(6), 16)) {
      const length = Number(view.getBigInt64(node, true))
      if (!(length >= 0 && length <= most)) throw new RangeError("more values than there is room for")
    }
    valuesAt(view, batch(8), 16)
    valuesAt(view, batch(12), 8)
  },
  dictionary(view, dictionary, bodyLength) {
    const data = dictionary(6)
    if (data) LOOKS.batch(view, tableAt(view, data), bodyLength)
  },
}

/** Pairs of names and values. */
function lookAtNotes(view: DataView, at: number): void {
  for (const pair of valuesAt(view, at, 4)) tableAt(view, pair)
}
