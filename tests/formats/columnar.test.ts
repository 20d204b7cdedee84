import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import * as flechette from "@uwdata/flechette"
import * as fc from "fast-check"
import { parquetWriteBuffer, type ColumnSource } from "hyparquet-writer"
import { expect, it, test } from "vitest"
import { middleOfWkb } from "../../src/formats/columnar/wkb.ts"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"

const read = (bytes: Uint8Array, name = "events", limit?: number) =>
  load({ file: new File([bytes as BlobPart], name) }, { limit })

type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], "columnData">
const parquet = (columnData: ColumnSource[], options: Options = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }))

/** A schema for a table of columns without anything beneath them. */
const schema = (...columns: object[]) =>
  [{ name: "root", num_children: columns.length }, ...columns] as NonNullable<Options["schema"]>

const days = async (bytes: Uint8Array) => (await read(bytes)).document.events.map(({ when }) => when)

/** A column of moments in Parquet. */
const moment = (unit: string, isAdjustedToUTC: boolean) => ({
  type: "INT64",
  logical_type: { type: "TIMESTAMP", unit, isAdjustedToUTC },
})

it("reads days and moments of Parquet as they are stored, of any year and in any unit", async () => {
  const OPTIONAL = { repetition_type: "OPTIONAL" } as const
  const column = (element: object, data: unknown[]) =>
    parquet(
      [
        { name: "title", data: data.map(() => "x") },
        { name: "date", data: data as never },
      ],
      {
        schema: schema(
          { name: "title", type: "BYTE_ARRAY", converted_type: "UTF8", ...OPTIONAL },
          { name: "date", ...OPTIONAL, ...element },
        ),
        codec: "UNCOMPRESSED",
        statistics: false,
      },
    )
  expect(
    await days(column({ type: "INT32", converted_type: "DATE" }, [17_120, -735_599, 4_000_000, null])),
  ).toEqual(["2016-11-15", "-0044-01-01", "Y12921", null])
  const noon = BigInt(Date.UTC(2016, 10, 15, 12, 30))
  expect(await days(column(moment("MILLIS", true), [noon]))).toEqual(["2016-11-15T12:30:00Z"])
  expect(await days(column(moment("MICROS", false), [noon * 1000n]))).toEqual(["2016-11-15T12:30:00"])
  expect(await days(column(moment("NANOS", false), [noon * 1_000_000n]))).toEqual(["2016-11-15T12:30:00"])
  // Midnight is what is written where the day is known.
  expect(await days(column(moment("MILLIS", true), [BigInt(Date.UTC(1969, 6, 20))]))).toEqual(["1969-07-20"])
})

it("keeps every digit of ids, be they 64 bits wide or decimal", async () => {
  const bytes = parquet(
    [
      { name: "event_id", data: [9_007_199_254_740_993n, -2n] },
      { name: "title", data: ["a", "b"] },
    ],
    { codec: "UNCOMPRESSED" },
  )
  expect((await read(bytes)).document.events.map(({ id }) => id)).toEqual(["9007199254740993", "-2"])
  const decimals = flechette.tableFromColumns({
    event_id: flechette.columnFromArray(
      [12_345_678_901_234_567_890n, 150n, 100n],
      flechette.decimal(30, 2, 128),
    ),
    title: flechette.columnFromArray(["a", "b", "c"], flechette.utf8()),
  })
  const { document } = await read(flechette.tableToIPC(decimals, { format: "stream" })!)
  expect(document.events.map(({ id }) => id)).toEqual(["123456789012345678.9", "1.5", "1"])
})

it("takes a GeoParquet shape for the point of the place, and of a line its middle", async () => {
  const point = wkb(1, [36.63, 35.93])
  const line = wkb(2, [30, 10, 40, 20])
  const bytes = parquet(
    [
      { name: "name", data: ["a", "b", "c"] },
      { name: "date", data: ["2016", "2017", "2018"] },
      { name: "geometry", data: [point, line, new Uint8Array([1, 9])], type: "BYTE_ARRAY" },
    ],
    {
      codec: "UNCOMPRESSED",
      kvMetadata: [{ key: "geo", value: '{"columns":{"geometry":{"encoding":"WKB"}}}' }],
    },
  )
  const { document, problems } = await read(bytes)
  expect(document.events.map(({ places }) => places.map(({ id }) => document.places.get(id)?.point))).toEqual(
    [[[36.63, 35.93]], [[35, 15]], []],
  )
  expect(problems).toEqual([])
})

function wkb(type: number, numbers: readonly number[]): Uint8Array {
  const head = type === 1 ? 5 : 9
  const view = new DataView(new ArrayBuffer(head + numbers.length * 8))
  view.setUint8(0, 1)
  view.setUint32(1, type, true)
  if (type !== 1) view.setUint32(5, numbers.length / 2, true)
  numbers.forEach((number, i) => view.setFloat64(head + i * 8, number, true))
  return new Uint8Array(view.buffer)
}

test.each([
  ["a point with a height", "01e9030000000000000000f03f00000000000000400000000000000840", [1, 2]],
  ["a point of PostGIS with its system", "0101000020e6100000000000000000f03f0000000000000040", [1, 2]],
  ["a point with the highest byte first", "00000000013ff00000000000004000000000000000", [1, 2]],
  ["an empty point", "0101000000000000000000f87f000000000000f87f", null],
  ["a point that breaks off", "0101000000000000000000f03f", null],
  ["nothing", "", null],
])("%s in well-known binary", (_, hex, point) => {
  expect(middleOfWkb(Uint8Array.from(Buffer.from(hex, "hex")))).toEqual(point)
})

it("takes points and names out of structs, and two bounds for a stretch", async () => {
  const f = flechette
  const where = f.struct({ name: f.utf8(), lat: f.float64(), lon: f.float64() })
  const when = f.struct({ start: f.dateDay(), end: f.dateDay() })
  const who = f.list(f.struct({ name: f.utf8(), role: f.utf8() }))
  const table = f.tableFromColumns({
    title: f.columnFromArray(["a", "b"], f.utf8()),
    when: f.columnFromArray([{ start: new Date("2016-11-17"), end: new Date("2016-11-23") }, null], when),
    place: f.columnFromArray([{ name: "Lima", lat: -12.05, lon: -77.04 }, null], where),
    participants: f.columnFromArray(
      [
        [
          { name: "Obama; B.", role: "x" },
          { name: "Putin", role: "y" },
        ],
        [],
      ],
      who,
    ),
  })
  const { document } = await read(f.tableToIPC(table, { format: "file" })!)
  const [event] = document.events
  expect([event.when, event.actors.map(({ id }) => id)]).toEqual([
    "2016-11-17/2016-11-23",
    ["Obama; B.", "Putin"],
  ])
  expect(document.places.get("Lima")).toMatchObject({ point: [-77.04, -12.05] })
})

const many = (count: number): ColumnSource[] => [
  { name: "title", data: Array.from({ length: count }, (_, i) => `Event ${i}`) },
  { name: "date", data: Array.from({ length: count }, (_, i) => `${1000 + i}`) },
  { name: "shelf_mark", data: Array.from({ length: count }, (_, i) => `Clerk ${i}`) },
]

it("reads row group by row group, and only the columns that events come from", async () => {
  const bytes = parquet(many(3000), { codec: "UNCOMPRESSED", rowGroupSize: 1000, dictionarySize: 0 })
  const { document, problems } = await read(bytes)
  expect([document.events.length, document.events[2999].title, problems]).toEqual([
    3000,
    { und: "Event 2999" },
    [],
  ])
  // Damage in a column that nothing comes from costs nothing, in one that is needed what stands before it is kept.
  const spoil = (word: string) => {
    const at = Buffer.from(bytes).indexOf(word)
    return Uint8Array.from(bytes, (byte, i) => (i >= at - 4 && i < at ? 255 : byte))
  }
  expect((await read(spoil("Clerk 2000"))).document.events.length).toBe(3000)
  const cut = await read(spoil("Event 2000"))
  expect([
    cut.document.events.length,
    cut.problems.map(({ code, severity, where }) => [code, severity, where]),
  ]).toEqual([2000, [["damaged-file", "left-out", { row: 2001 }]]])
})

/** Fifty events in a batch of their own. */
const batch = (from: number) =>
  flechette.tableFromColumns({
    title: flechette.columnFromArray(
      Array.from({ length: 50 }, (_, i) => `Event ${from + i}`),
      flechette.utf8(),
    ),
    date: flechette.columnFromArray(
      Array.from({ length: 50 }, (_, i) => i * 400),
      flechette.dateDay(),
    ),
  })

it("reads a stream of Arrow as it comes, and keeps what stood before it broke off", async () => {
  const all = [0, 50, 100].map(batch)
  const columns = ["title", "date"].map(
    name => [name, new flechette.Column(all.flatMap(one => one.getChild(name).data as never))] as const,
  )
  const bytes = flechette.tableToIPC(flechette.tableFromColumns(Object.fromEntries(columns)), {
    format: "stream",
  })!
  expect((await read(bytes)).document.events.length).toBe(150)
  const cut = await read(bytes.subarray(0, bytes.length - 200))
  expect(cut.document.events.length).toBe(100)
  expect(cut.problems.map(({ code, where }) => [code, where])).toEqual([["damaged-file", { row: 101 }]])
})

const sample = (name: string) => Uint8Array.from(readFileSync(new URL(`samples/${name}`, import.meta.url)))

test.each([
  ["Parquet without its end", () => sample("parquet/zstd.parquet").subarray(0, 3000)],
  ["Parquet locked with a key", () => Uint8Array.from(Buffer.from("PARE\0\0\0\0\0\0\0\0\0PARE"))],
  ["Arrow cut off in its head", () => sample("arrow/stream.arrows").subarray(0, 300)],
  ["Arrow of nothing", () => Uint8Array.from(Buffer.from("ARROW1\0\0"))],
])("%s fails as a damaged file", async (_, make) => {
  const failure = await read(make()).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    code: "damaged-file",
    problems: [{ code: "damaged-file", severity: "fatal" }],
  })
})

it("believes no page that repeats a value a billion times", async () => {
  const bytes = sample("parquet/plain.parquet")
  // The definition levels of a page: two bytes, five times one.
  const at = Buffer.from(bytes).indexOf(Buffer.from([2, 0, 0, 0, 10, 1]))
  bytes.set([6, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0x0f, 1], at)
  const failure = await read(bytes).catch((error: unknown) => error)
  expect((failure as LoadFailure).problems[0]!.found).toContain("repeated 2147483647 times")
})

it("reads them packed with gzip, and their columns as they are matched by hand", async () => {
  const bytes = sample("arrow/stream.arrows")
  expect((await read(Uint8Array.from(gzipSync(bytes)), "events.arrows.gz")).document.events.length).toBe(5)
  const { document } = await load(
    { file: new File([bytes], "x.arrows") },
    { map: "B:summary,C:when,E:title" },
  )
  expect(document.events[0]).toMatchObject({ title: { und: "strike" }, summary: { und: "Strike on Idlib" } })
})

it("keeps columns with dangerous names from being anything but columns", async () => {
  const bytes = parquet([...many(2), { name: "__proto__", data: ["a", "b"] }], { codec: "UNCOMPRESSED" })
  expect((await read(bytes)).document.events.length).toBe(2)
  expect(Object.prototype).not.toHaveProperty("a")
})

test("files with any bytes changed end in events or in a failure with a code", async () => {
  const files = [
    "parquet/plain.parquet",
    "parquet/zstd.parquet",
    "parquet/snappy.parquet",
    "arrow/events.arrow",
    "arrow/stream.arrows",
  ]
  const sounds = files.map(sample)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(files.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.option(fc.nat(), { freq: 5 }),
      async (which, edits, length) => {
        const sound = sounds[which]!
        const bytes = sound.slice(0, length === null ? undefined : length % sound.length)
        for (const [at, byte] of edits) if (bytes.length > 0) bytes[at % bytes.length] = byte
        const result = await read(bytes, "events.bin").then(
          ({ read, leftOut, document }) => document.events.length === read - leftOut,
          (error: unknown) => error instanceof LoadFailure && error.code !== "other",
        )
        expect(result).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
