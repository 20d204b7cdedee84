import * as fc from "fast-check"
import { expect, test } from "vitest"
import { giveBack, joined } from "../../src/formats/pieces.ts"
import { chunksOf } from "../../src/load/bytes.ts"

/** A stream as a browser has it for a download (bytes), or as other sources do, of so many bytes a chunk. */
function streamOf(bytes: Uint8Array<ArrayBuffer>, lengths: readonly number[], isOfBytes: boolean) {
  let at = 0
  let turn = 0
  const next = () => bytes.slice(at, (at += lengths[turn++ % lengths.length]!))
  const pull = (controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) => {
    if (at >= bytes.length) {
      controller.close()
      const request = "byobRequest" in controller ? controller.byobRequest : null
      request?.respond(0)
    } else controller.enqueue(next())
  }
  return isOfBytes
    ? new ReadableStream<Uint8Array>({ type: "bytes", pull })
    : new ReadableStream<Uint8Array>({ pull })
}

/** Shorter than what chunks are read into, about half of it, and longer. */
const LENGTHS = fc.constantFrom(1, 900, 131_071, 131_072, 200_000, 262_144, 400_000)

test("whoever gives chunks back once copied, and whoever keeps them, reads the same bytes", async () => {
  const bytes = Uint8Array.from({ length: 1_000_003 }, (_, i) => (i * 7) ^ (i >> 8))
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length }),
      fc.array(LENGTHS, { minLength: 2, maxLength: 5 }).filter(lengths => Math.max(...lengths) > 900),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (length, lengths, areBack, isOfBytes) => {
        const pieces: Uint8Array[] = []
        for await (const chunk of chunksOf(streamOf(bytes.slice(0, length), lengths, isOfBytes))) {
          const isBack = areBack[pieces.length % areBack.length]!
          pieces.push(isBack ? chunk.slice() : chunk)
          if (isBack) giveBack(chunk)
        }
        expect(Buffer.compare(joined(pieces), bytes.subarray(0, length))).toBe(0)
      },
    ),
    { numRuns: 40 },
  )
})

test("chunks that are given back take no new memory each", async () => {
  const memory = new Set<ArrayBufferLike>()
  let chunks = 0
  for await (const chunk of chunksOf(streamOf(new Uint8Array(4_000_000), [200_000], true))) {
    memory.add(chunk.buffer)
    chunks++
    giveBack(chunk)
  }
  expect(chunks).toBe(20)
  // A buffer that is read into goes empty, and the next has its memory.
  expect([...memory].filter(({ byteLength }) => byteLength > 0).length).toBeLessThanOrEqual(1)
})

test("a download that nobody reads any longer is given up", async () => {
  for (const isBack of [false, true]) {
    let cancelled = false
    const stream = new ReadableStream<Uint8Array>({
      type: "bytes",
      pull: controller => controller.enqueue(new Uint8Array(200_000)),
      cancel: () => void (cancelled = true),
    })
    let seen = 0
    for await (const chunk of chunksOf(stream)) {
      if (isBack) giveBack(chunk)
      if (++seen === 3) break
    }
    expect(cancelled).toBe(true)
    expect(stream.locked).toBe(false)
  }
})
