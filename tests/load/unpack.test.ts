import * as fc from "fast-check"
import { gzipSync, strToU8, zipSync, type Zippable } from "fflate"
import { expect, it, test } from "vitest"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"

const TABLE = strToU8("title,date\nOne,2016-11-15\n")
const zip = (files: Zippable) => zipSync(files) as Uint8Array<ArrayBuffer>
const read = (bytes: Uint8Array<ArrayBuffer>, name = "events.zip", limit?: number) =>
  load({ file: new File([bytes], name) }, { limit })
const failureOf = (bytes: Uint8Array<ArrayBuffer>, limit?: number) =>
  read(bytes, "events.zip", limit).then(
    () => null,
    (error: unknown) => error as LoadFailure,
  )

test.each<[string, Zippable]>([
  ["of one file", { "events.csv": TABLE }],
  ["that is not compressed", { "events.csv": [TABLE, { level: 0 }] }],
  ["with a name of its own format alone", { DATA: TABLE }],
  [
    "in folders, with what file systems leave behind",
    { "a/b/events.csv": TABLE, "__MACOSX/a/._events.csv": TABLE },
  ],
  ["with notes beside it", { "events.csv": TABLE, "README.txt": strToU8("See codebook"), "map.png": TABLE }],
  ["of a zip", { "inner.zip": zip({ "events.csv": TABLE }) }],
  ["of a gzip", { "events.csv.gz": gzipSync(TABLE) }],
])("a zip %s is read", async (_, files) => {
  const { document, format } = await read(zip(files))
  expect([document.events.map(({ when }) => when), format]).toEqual([["2016-11-15"], "csv"])
})

it("says which files there are where several can be read", async () => {
  const failure = await failureOf(zip({ "a.csv": TABLE, "b.json": strToU8("[]") }))
  expect(failure).toMatchObject({
    code: "several-files",
    problems: [{ found: "a.csv" }, { found: "b.json" }],
  })
})

const LONG = strToU8(`title,date\n${"One,2016\n".repeat(40_000)}`)

it("refuses what would unpack to more than there is room for", async () => {
  const tooLarge = { code: "too-large", limit: 100_000 }
  expect(await failureOf(zip({ "events.csv": LONG }), 100_000)).toMatchObject(tooLarge)
  expect(await failureOf(gzipSync(LONG) as Uint8Array<ArrayBuffer>, 100_000)).toMatchObject(tooLarge)
})

it("believes no directory that says less than there is", async () => {
  const lying = zip({ "events.csv": LONG })
  const view = new DataView(lying.buffer)
  for (let at = 0; at < lying.length - 28; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  expect(await failureOf(lying)).toMatchObject({ code: "bad-archive" })
})

test.each([
  ["cut off", (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(0, bytes.length - 30), "bad-archive"],
  ["of nothing", () => zip({ "empty/": new Uint8Array() }), "no-events"],
  ["of zips of zips", () => nested(6), "bad-archive"],
])("a zip %s fails as such", async (_, make, code) => {
  expect(await failureOf(make(zip({ "events.csv": TABLE })))).toMatchObject({ code })
})

function nested(depth: number): Uint8Array<ArrayBuffer> {
  return zip({ "x.zip": depth === 0 ? zip({ "events.csv": TABLE }) : nested(depth - 1) })
}

/** A few bytes changed, and perhaps the end cut off. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  keep: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
})

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ["zip", zip({ "events.csv": strToU8(`title,date\n${"One,2016\n".repeat(50)}`), "README.txt": TABLE })],
  ["zip that is not compressed", zip({ "events.csv": [TABLE, { level: 0 }] })],
  ["gzip", gzipSync(strToU8(`title,date\n${"One,2016\n".repeat(50)}`)) as Uint8Array<ArrayBuffer>],
])("a damaged %s ends in its events or in a failure that says why", async (_, sound) => {
  await fc.assert(
    fc.asyncProperty(damage, async ({ changes, keep }) => {
      const bytes = sound.slice(0, Math.ceil(sound.length * keep))
      for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
      const outcome = await read(bytes, "events.csv").catch((error: unknown) => error)
      if (outcome instanceof LoadFailure) expect(outcome.code).not.toBe("other")
      else {
        const { document, read: all, leftOut } = outcome as Awaited<ReturnType<typeof load>>
        expect(document.events.length).toBe(all - leftOut)
      }
    }),
    { numRuns: 300 },
  )
})
