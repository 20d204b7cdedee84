import { DamagedFile } from "./kinds.ts"

/** A page of a column chunk, as its header describes it (PageHeader of parquet.thrift). */
export interface Page {
  readonly type: "data" | "dictionary" | "data-2" | "other"
  /** Where its bytes begin and how many there are in the file. */
  readonly at: number
  readonly packedSize: number
  readonly values: number
  /** By its number in Encoding of parquet.thrift. */
  readonly encoding: number
  /** Bytes of repetition and of definition levels before the values, which are never packed; of "data-2" alone. */
  readonly levels: readonly [repetition: number, definition: number]
  readonly isPacked: boolean
}

const TYPES: Readonly<Record<number, Page["type"]>> = { 0: "data", 2: "dictionary", 3: "data-2" }
/** The fields of PageHeader that hold what only one type of page has. */
const FACTS = { data: 5, dictionary: 7, "data-2": 8, other: 6 } as const

type Struct = ReadonlyMap<number, number | Struct>

/** The pages between two bytes of a file. Throws DamagedFile where a header is none or a page runs out of its chunk. */
export function* pagesIn(bytes: Uint8Array, from: number, to: number): Generator<Page> {
  const reader = { bytes: bytes.subarray(0, to), at: from }
  while (reader.at < to - 1) {
    const header = readStruct(reader, 0)
    const type = TYPES[numberIn(header, 1)] ?? "other"
    const facts = header.get(FACTS[type])
    const fact = (field: number) => (facts instanceof Map ? numberIn(facts as Struct, field) : 0)
    const isSecond = type === "data-2"
    const page: Page = {
      ...{ type, at: reader.at, packedSize: numberIn(header, 3), values: fact(1) },
      encoding: fact(isSecond ? 4 : 2),
      levels: isSecond ? [fact(6), fact(5)] : [0, 0],
      isPacked: !isSecond || !(facts instanceof Map && facts.get(7) === 0),
    }
    if (!(page.packedSize >= 0 && page.at + page.packedSize <= to)) throw new DamagedFile("bad-page")
    yield page
    reader.at += page.packedSize
  }
}

function numberIn(struct: Struct, field: number): number {
  const value = struct.get(field)
  return typeof value === "number" ? value : 0
}

interface Reader {
  readonly bytes: Uint8Array
  at: number
}

/** Structs within structs beyond this are no header of a page. */
const DEEPEST = 8

/** A struct of Thrift's compact protocol: its numbers and structs by field; truth is 1 or 0. All else is passed over. */
function readStruct(reader: Reader, depth: number): Struct {
  if (depth > DEEPEST) throw new DamagedFile("bad-page")
  const fields = new Map<number, number | Struct>()
  let field = 0
  for (;;) {
    const head = next(reader)
    const type = head & 15
    if (type === 0) return fields
    field = head >> 4 ? field + (head >> 4) : zigzag(reader)
    const value = type === 1 ? 1 : type === 2 ? 0 : readValue(reader, type, depth)
    if (value !== null) fields.set(field, value)
  }
}

function readValue(reader: Reader, type: number, depth: number): number | Struct | null {
  switch (type) {
    case 1:
    case 2:
    case 3:
      return next(reader)
    case 4:
    case 5:
    case 6:
      return zigzag(reader)
    case 7:
      return skip(reader, 8)
    case 8:
      return skip(reader, varint(reader))
    case 9:
    case 10: {
      const head = next(reader)
      const length = head >> 4 === 15 ? varint(reader) : head >> 4
      for (let i = 0; i < length; i++) readValue(reader, head & 15, depth + 1)
      return null
    }
    case 12:
      return readStruct(reader, depth + 1)
    default:
      throw new DamagedFile("bad-page")
  }
}

function skip(reader: Reader, length: number): null {
  if (reader.at + length > reader.bytes.length) throw new DamagedFile("bad-page")
  reader.at += length
  return null
}

function next(reader: Reader): number {
  const byte = reader.bytes[reader.at++]
  if (byte === undefined) throw new DamagedFile("bad-page")
  return byte
}

function zigzag(reader: Reader): number {
  const value = varint(reader)
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

/** A number of up to 53 bits, seven bits a byte, the lowest first. */
export function varint(reader: Reader): number {
  let value = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = next(reader)
    value += (byte & 127) * factor
    if (byte < 128) return value
    if (factor > 2 ** 49) throw new DamagedFile("bad-page")
  }
}
