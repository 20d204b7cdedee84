import * as fc from "fast-check"
import { expect, test } from "vitest"
import { chained, collected, cutUp, joined, peek, PIECE } from "../../src/formats/pieces.ts"

const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 })
const length = fc.integer({ min: 0, max: 100 })

/** A file that tells whether its reader left it. */
function file(parts: readonly Uint8Array[]) {
  const told = { isLeft: false }
  async function* bytes() {
    try {
      yield* parts
    } finally {
      told.isLeft = true
    }
  }
  return { bytes: bytes(), told }
}
const flat = (parts: readonly Uint8Array[]) => parts.flatMap(part => [...part])

test("whatever pieces a file comes in, it is whole when they are put together", () =>
  fc.assert(
    fc.asyncProperty(pieces, async parts => {
      expect([...joined(parts)]).toEqual(flat(parts))
      expect([...(await collected(file(parts).bytes))]).toEqual(flat(parts))
    }),
  ))

test("what was looked at is read again with all the rest", () =>
  fc.assert(
    fc.asyncProperty(pieces, length, async (parts, wanted) => {
      const { head, bytes } = await peek(file(parts).bytes, wanted)
      const all = flat(parts)
      expect([...head]).toEqual(all.slice(0, head.length))
      expect(head.length).toBeGreaterThanOrEqual(Math.min(wanted, all.length))
      expect([...(await collected(bytes))]).toEqual(all)
    }),
  ))

test("bytes are cut into pieces of one length, none of them empty", () =>
  fc.assert(
    fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 30 }), (bytes, length) => {
      const cut = [...cutUp(bytes, length)]
      expect(flat(cut)).toEqual([...bytes])
      expect(cut.slice(0, -1).every(piece => piece.length === length)).toBe(true)
      expect(cut.every(piece => piece.length > 0)).toBe(true)
    }),
  ))

test("a large beginning comes in pieces, and who stops in the middle stops the file", async () => {
  const { bytes, told } = file([new Uint8Array(10), new Uint8Array(10)])
  await bytes.next()
  for await (const piece of chained(new Uint8Array(PIECE * 2), bytes)) {
    expect(piece).toHaveLength(PIECE)
    break
  }
  expect(told.isLeft).toBe(true)
})
