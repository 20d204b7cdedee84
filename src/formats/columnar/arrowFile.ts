import {
  CompressionType,
  setCompressionCodec,
  tableFromIPC,
  TimeUnit,
  Type,
  type Batch,
  type DataType,
  type Field as ArrowField,
  type Table,
} from "@uwdata/flechette"
import { readMessages, type Message } from "./arrowMessages.ts"
import { DamagedFile, sound, type Field, type Kind, type TypedFile, type TypedRows } from "./kinds.ts"

/** How deep types may lie within each other. */
const DEEPEST = 32

/** Numbers as they are stored: exact, and never by way of a Date. */
const EXACT = { useBigInt: true, useDecimalInt: true, useDate: false } as const

/**
 * Opens an Arrow IPC file or stream (Feather 2 is the same), which is read batch by batch as it comes. What keeps it from
 * being read at all is a DamagedFile.
 */
export async function openArrow(bytes: AsyncIterable<Uint8Array>): Promise<TypedFile> {
  const messages = readMessages(bytes)
  const first = await messages.next()
  if (first.done || first.value.type !== "schema") throw new DamagedFile("no-column-heads")
  const schema = first.value.bytes
  const fields = await sound({ word: "no-column-heads" }, () => {
    const { schema: read } = tableFromIPC([schema], EXACT)
    if (read.endianness === 1) throw new DamagedFile("high-byte-first")
    return read.fields.map(field => ({ name: field.name ?? "", kind: kindOf(field) }))
  })
  return { fields, batches: wanted => readBatches(schema, messages, fields, wanted) }
}

async function* readBatches(
  schema: Uint8Array,
  messages: AsyncIterable<Message>,
  fields: readonly Field[],
  wanted: () => ReadonlySet<number> | null,
): AsyncGenerator<TypedRows> {
  const dictionaries: Uint8Array[] = []
  // In a file, unlike in a stream, what a batch refers to may come behind it.
  const early: Uint8Array[] = []
  for await (const { type, bytes } of messages) {
    if (type === "dictionary") dictionaries.push(bytes)
    if (type !== "batch") continue
    const rows = await rowsOf([schema, ...dictionaries, bytes], fields, wanted())
    if (rows) yield rows
    else early.push(bytes)
  }
  for (const bytes of early) {
    const rows = await rowsOf([schema, ...dictionaries, bytes], fields, wanted())
    if (!rows) throw new DamagedFile("no-dictionary")
    yield rows
  }
}

/** The rows of one batch; null where it refers to a dictionary that has not come yet. */
async function rowsOf(
  parts: Uint8Array[],
  fields: readonly Field[],
  wanted: ReadonlySet<number> | null,
): Promise<TypedRows | null> {
  const table = await sound({ word: "bad-batch" }, () => decode(parts))
  const used = fields.flatMap(({ kind }, i) =>
    kind.is !== "nothing" && (!wanted || wanted.has(i)) ? (table.getChildAt(i)?.data ?? []) : [],
  )
  if (used.some(isWithoutDictionary)) return null
  if (used.length === 0) return { length: 0, value: () => null }
  const length = Math.max(...used.map(batch => batch.length))
  if (used.some(batch => batch.length !== length || !isWithinBounds(batch as Inner)))
    throw new DamagedFile("uneven-batch")
  return {
    length,
    value: (field, row) => {
      try {
        return table.getChildAt(field)?.at(row)
      } catch {
        throw new DamagedFile("bad-value", fields[field]!.name)
      }
    },
  }
}

async function decode(parts: Uint8Array[]): Promise<Table> {
  try {
    return tableFromIPC(parts, EXACT)
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Missing compression codec"))) throw error
    // The first packed batch: most files have none.
    const { BUFFERS } = await import("./buffers.ts")
    setCompressionCodec(CompressionType.LZ4_FRAME, BUFFERS.lz4)
    setCompressionCodec(CompressionType.ZSTD, BUFFERS.zstd)
    return tableFromIPC(parts, EXACT)
  }
}

/** What a batch holds that its type leaves open. */
type Inner = Batch<unknown> & {
  readonly values?: ArrayLike<unknown>
  readonly children?: readonly Inner[]
  readonly offsets?: ArrayLike<number | bigint>
  readonly sizes?: ArrayLike<number | bigint>
  readonly dictionary?: unknown
}

function isWithoutDictionary(batch: Batch<unknown>): boolean {
  const { type, children, dictionary } = batch as Inner
  if ((type as DataType).typeId === Type.Dictionary && !dictionary) return true
  return children?.some(isWithoutDictionary) ?? false
}

/**
 * Whether a batch has as many values as it says, and its lists end within what they are cut from: a number gone wrong would
 * ask for billions of values.
 */
function isWithinBounds(batch: Inner): boolean {
  const { children = [], offsets, sizes, values, length, type } = batch
  const { typeId, stride } = type as { typeId: number; stride?: number }
  if (offsets && offsets.length < (sizes ? length : Math.min(length, 1) * (length + 1))) return false
  if (!offsets && values && values.length * (typeId === Type.Bool ? 8 : 1) < length) return false
  if (typeId === Type.Struct && children.some(child => child.length < length)) return false
  if (typeId === Type.FixedSizeList && !(length * stride! <= children[0]!.length)) return false
  if (offsets && children.length === 1) {
    const most = children[0]!.length
    for (let i = 0; i < length; i++) {
      const from = Number(offsets[i])
      const to = sizes ? from + Number(sizes[i]) : Number(offsets[i + 1])
      if (!(from >= 0 && from <= to && to <= most)) return false
    }
  }
  return children.every(isWithinBounds)
}

const PER_MS: Readonly<Record<number, number>> = {
  [TimeUnit.SECOND]: 1 / 1000,
  [TimeUnit.MILLISECOND]: 1,
  [TimeUnit.MICROSECOND]: 1000,
  [TimeUnit.NANOSECOND]: 1_000_000,
}
/** Names by which GeoArrow marks columns of well-known binary. */
const WKB = new Set(["geoarrow.wkb", "ogc.wkb"])
const SHAPE = /^(the_)?geom(etry)?$|wkb/i

/** What the values of a field are; the library gives moments in ms whatever they are stored in. */
function kindOf(field: ArrowField, depth = 0): Kind {
  const { type, metadata, name } = field
  const bytes = [Type.Binary, Type.LargeBinary, Type.BinaryView].includes(type.typeId as never)
  if (bytes && (WKB.has(metadata?.get("ARROW:extension:name") ?? "") || SHAPE.test(name ?? "")))
    return { is: "shape" }
  return typeKind(type, depth)
}

function typeKind(type: DataType, depth: number): Kind {
  if (depth > DEEPEST) return { is: "nothing" }
  switch (type.typeId) {
    case Type.Date:
      return { is: "moment", perMs: 1, isUtc: false }
    case Type.Timestamp:
      return { is: "moment", perMs: 1, isUtc: Boolean(type.timezone) }
    case Type.Time:
      return { is: "clock", perMs: PER_MS[type.unit]! }
    case Type.Decimal:
      return { is: "decimal", scale: type.scale }
    case Type.Dictionary:
      return typeKind(type.dictionary, depth + 1)
    case Type.RunEndEncoded:
      return kindOf(type.children[1] as ArrowField, depth + 1)
    case Type.List:
    case Type.LargeList:
    case Type.ListView:
    case Type.LargeListView:
    case Type.FixedSizeList:
      return { is: "list", of: kindOf(type.children[0] as ArrowField, depth + 1) }
    case Type.Struct:
      return {
        is: "struct",
        parts: type.children.map(part => ({ name: part.name ?? "", kind: kindOf(part, depth + 1) })),
      }
    case Type.Map:
    case Type.Interval:
    case Type.Duration:
    case Type.Null:
      return { is: "nothing" }
    default:
      return { is: "plain" }
  }
}
