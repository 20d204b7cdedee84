import {
  parquetMetadata,
  parquetScan,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  type RowGroup,
  type SchemaElement,
  type SchemaTree,
} from "hyparquet"
import { pageCodecs } from "./codecs.ts"
import { pageGuard, type Depth, type PageGuard } from "./pageGuard.ts"
import { DamagedFile, sound, type Field, type Kind, type TypedFile, type TypedRows } from "./kinds.ts"

/** Rows that are read first, of all columns, so that the columns are told. */
const SAMPLE = 500
/** How deep types may lie within each other. */
const DEEPEST = 32
/** Opens a Parquet file (apache/parquet-format 2.11). What keeps it from being read at all is a DamagedFile. */
export async function openParquet(bytes: Uint8Array): Promise<TypedFile> {
  const magic = new TextDecoder().decode(bytes.subarray(-4))
  if (magic === "PARE") throw new DamagedFile("locked-file")
  if (bytes.length < 12 || magic !== "PAR1") throw new DamagedFile("no-file-end")
  const { metadata, tree } = await sound({ word: "no-directory" }, () => {
    const metadata = parquetMetadata(bytes, { geoparquet: false })
    if (metadata.schema.some(({ name }) => typeof name !== "string"))
      throw new DamagedFile("nameless-columns")
    return { metadata, tree: parquetSchema(metadata) }
  })
  const geo = geoColumns(metadata)
  const fields = await sound({ word: "no-column-heads" }, () =>
    tree.children.map(child => ({
      name: child.element.name,
      kind: kindOf(child, geo.has(child.element.name)),
    })),
  )
  // From here on values come as they are stored, and cells are made of them by what their columns are.
  for (const element of metadata.schema) store(element)
  const chunks = metadata.row_groups.flatMap(({ columns }) => columns)
  const compressors = await pageCodecs(new Set(chunks.flatMap(({ meta_data: facts }) => facts?.codec ?? [])))
  return { fields, batches: wanted => readGroups(bytes, metadata, tree, fields, compressors, wanted) }
}

/** Row group by row group, in each the fields wanted, column by column. */
async function* readGroups(
  bytes: Uint8Array,
  metadata: FileMetaData,
  tree: SchemaTree,
  fields: readonly Field[],
  compressors: Compressors,
  wanted: () => ReadonlySet<number> | null,
): AsyncGenerator<TypedRows> {
  const guard = pageGuard(bytes, compressors)
  const file: AsyncBuffer = { byteLength: bytes.length, slice: guard.slice }
  const scan = await sound({ word: "no-directory" }, () =>
    parquetScan({
      ...{ file, metadata, compressors: guard.codecs, utf8: false, geoparquet: false, useOffsetIndex: false },
      parsers: { timestampFromNanoseconds: nanos => nanos },
    }),
  )
  const groups = metadata.row_groups.filter(({ num_rows: rows }) => rows > 0n)
  let read = 0
  for (const [group, { rowStart, rowEnd }] of scan.ranges.entries()) {
    const looked = new Set<number>()
    for (let from = rowStart; from < rowEnd;) {
      const needed = wanted()
      const to = needed === null && read < SAMPLE ? Math.min(from + SAMPLE, rowEnd) : rowEnd
      const columns = new Map<number, DecodedArray>()
      for (const [i, { name, kind }] of fields.entries()) {
        if ((needed && !needed.has(i)) || kind.is === "nothing") continue
        const values = await sound({ word: "bad-column", of: name }, () => {
          if (!looked.has(i)) lookOver(guard, groups[group]!, tree.children[i]!)
          looked.add(i)
          return scan.readColumn({ column: name, rowStart: from, rowEnd: to })
        })
        // Else rows of one column would stand beside those of another.
        if (values.length !== to - from) throw new DamagedFile("short-column", name, String(values.length))
        columns.set(i, values)
      }
      // Without a single column nothing says how many rows there really are.
      if (columns.size > 0) yield { length: to - from, value: (field, row) => columns.get(field)?.[row] }
      read += to - from
      from = to
    }
  }
}

/** Looks over the chunks of a column, one for each leaf of its tree. */
function lookOver(guard: PageGuard, { columns }: RowGroup, column: SchemaTree): void {
  for (const { meta_data: chunk } of columns) {
    const [first, ...path] = chunk?.path_in_schema ?? []
    if (!chunk || first !== column.element.name) continue
    let tree = column
    let depth = deeper({ repetition: 0, definition: 0 }, tree)
    for (const name of path) {
      const child = tree.children.find(one => one.element.name === name)
      if (!child) throw new DamagedFile("stray-column")
      tree = child
      depth = deeper(depth, tree)
    }
    guard.look(chunk, depth)
  }
}

function deeper({ repetition, definition }: Depth, { element }: SchemaTree): Depth {
  return {
    repetition: repetition + (element.repetition_type === "REPEATED" ? 1 : 0),
    definition: definition + (element.repetition_type === "REQUIRED" ? 0 : 1),
  }
}

/** Columns that hold shapes by the description that GeoParquet 1.1 puts into the file. */
function geoColumns({ key_value_metadata: facts = [] }: FileMetaData): ReadonlySet<string> {
  const text = facts.find(({ key }) => key === "geo")?.value
  try {
    const { columns } = JSON.parse(text ?? "{}") as { columns?: Record<string, { encoding?: unknown }> }
    return new Set(Object.keys(columns ?? {}).filter(name => columns![name]?.encoding === "WKB"))
  } catch {
    return new Set()
  }
}

/** Names that columns of shapes go by where nothing else says what they are. */
const SHAPE = /^(the_)?geom(etry)?$|wkb/i

function kindOf({ element, children }: SchemaTree, isGeo: boolean, depth = 0): Kind {
  if (depth > DEEPEST) return { is: "nothing" }
  const own = children.length > 0 ? groupKind(element, children, depth) : leafKind(element, isGeo)
  // A field that is repeated without a list around it is a list all the same.
  return element.repetition_type === "REPEATED" ? { is: "list", of: own } : own
}

function groupKind(element: SchemaElement, children: readonly SchemaTree[], depth: number): Kind {
  const kind = element.converted_type ?? element.logical_type?.type
  const [only] = children
  if (kind === "MAP" || kind === "MAP_KEY_VALUE" || kind === "VARIANT") return { is: "nothing" }
  if (kind === "LIST" && only && children.length === 1 && only.element.repetition_type === "REPEATED") {
    // Three levels, as it should be, or two, as old writers did.
    const item =
      only.children.length === 1 ? kindOf(only.children[0]!, false, depth + 2) : itemKind(only, depth)
    return { is: "list", of: item }
  }
  return { is: "struct", parts: children.map(part => fieldOf(part, depth + 1)) }
}

function itemKind({ element, children }: SchemaTree, depth: number): Kind {
  if (children.length === 0) return leafKind(element, false)
  return { is: "struct", parts: children.map(part => fieldOf(part, depth + 2)) }
}

function fieldOf(tree: SchemaTree, depth: number): Field {
  return { name: tree.element.name, kind: kindOf(tree, false, depth) }
}

const PER_MS = { MILLIS: 1, MICROS: 1000, NANOS: 1_000_000 } as const

function leafKind(element: SchemaElement, isGeo: boolean): Kind {
  const { converted_type: converted, logical_type: logical, type, name } = element
  if (logical?.type === "DATE" || converted === "DATE") return { is: "day" }
  if (logical?.type === "TIMESTAMP")
    return { is: "moment", perMs: PER_MS[logical.unit], isUtc: logical.isAdjustedToUTC }
  // The older words mean UTC (LogicalTypes.md), which hardly a writer meant: what stands there is kept as it is written.
  if (converted === "TIMESTAMP_MILLIS") return { is: "moment", perMs: 1, isUtc: false }
  if (converted === "TIMESTAMP_MICROS") return { is: "moment", perMs: 1000, isUtc: false }
  if (type === "INT96") return { is: "moment", perMs: 1_000_000, isUtc: false }
  if (logical?.type === "TIME") return { is: "clock", perMs: PER_MS[logical.unit] }
  if (converted === "TIME_MILLIS") return { is: "clock", perMs: 1 }
  if (converted === "TIME_MICROS") return { is: "clock", perMs: 1000 }
  if (logical?.type === "DECIMAL") return { is: "decimal", scale: logical.scale ?? 0 }
  if (converted === "DECIMAL") return { is: "decimal", scale: element.scale ?? 0 }
  if (logical?.type === "GEOMETRY" || logical?.type === "GEOGRAPHY" || isGeo) return { is: "shape" }
  if (type === "BYTE_ARRAY" && !converted && !logical && SHAPE.test(name)) return { is: "shape" }
  const isUseless = ["INTERVAL", "BSON"].includes(converted ?? logical?.type ?? "")
  return isUseless ? { is: "nothing" } : { is: "plain" }
}

/** Types that the library need not turn into anything: numbers that it reads right, text, and what holds others together. */
const KEPT = new Set(
  "UTF8 STRING LIST MAP MAP_KEY_VALUE UUID FLOAT16 INTEGER UINT_8 UINT_16 UINT_32 UINT_64".split(" "),
)

function store(element: SchemaElement): void {
  // The library knows lists by the older word alone.
  if (element.logical_type?.type === "LIST") element.converted_type ??= "LIST"
  if (!KEPT.has(element.converted_type ?? "")) delete element.converted_type
  if (!KEPT.has(element.logical_type?.type ?? "")) delete element.logical_type
}
