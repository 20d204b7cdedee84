import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { sniffFormat } from "../../src/formats/index.ts"
import { LoadFailure } from "../../src/load/failure.ts"
import { load } from "../../src/load/load.ts"
import { dump } from "./dump.ts"
import { sampleFiles } from "./sampleFiles.ts"

/** Formats of which each sample stands beside what it should be read as. */
const FORMATS = [
  "acled",
  "arrow",
  "gdelt",
  "geojson",
  "gtd",
  "ical",
  "json-ld",
  "linked-places",
  "parquet",
  "simile",
  "timelinejs",
  "timemap",
  "ucdp",
  "vis",
  "wikidata",
]

const samples = sampleFiles(FORMATS)

// What a calendar repeats without end it has done up to today, and plans from there on.
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 30) }))
afterAll(() => void vi.useRealTimers())

const read = (bytes: Uint8Array<ArrayBuffer>, name: string) => load({ file: new File([bytes], name) })

test.each(samples)("$format/$name is read as what stands beside it", async ({ format, name, bytes }) => {
  const outcome = await read(Uint8Array.from(bytes), name)
  expect(outcome.format).toBe(format)
  await expect(dump(outcome)).toMatchFileSnapshot(`samples/${format}/${name}.txt`)
})

test.each(samples)("$format/$name is told under a wrong name too", async ({ bytes, name }) => {
  const own = sniffFormat(bytes.subarray(0, 4096), name)
  expect(sniffFormat(bytes.subarray(0, 4096), "unknown")?.name).toBe(own?.name)
})

test.each(samples)(
  "of $format/$name cut off anywhere the rest is read, or a failure says why not",
  async ({ bytes, name }) => {
    const whole = await read(Uint8Array.from(bytes), name)
    for (const part of [0.1, 0.35, 0.5, 0.75, 0.98]) {
      const cut = Uint8Array.from(bytes.subarray(0, Math.floor(bytes.length * part)))
      const outcome = await read(cut, name).catch((error: unknown) => error)
      if (outcome instanceof LoadFailure) expect(outcome.code).not.toBe("other")
      else {
        const { document, read: total, leftOut } = outcome as typeof whole
        expect(document.events.length).toBe(total - leftOut)
        expect(total).toBeLessThanOrEqual(whole.read)
      }
    }
  },
)
