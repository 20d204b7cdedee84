import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createHeights } from "../../src/host/height.ts"

/** Heights told for measurements [height, width of the frame, ms]. */
function told(...measured: readonly (readonly [number, number, number])[]): number[] {
  const heights = createHeights()
  return measured.flatMap(one => heights(...one) ?? [])
}

describe("the height that a frame asks for", () => {
  it("is told once, in whole pixels that hold everything", () => {
    expect(told([400.2, 600, 0], [400.7, 600, 10], [401, 600, 20])).toEqual([401])
  })

  it("is never under 200", () => {
    expect(told([0, 600, 0], [150, 600, 10])).toEqual([200])
  })

  it("grows and shrinks with what the reader does", () => {
    expect(told([400, 600, 0], [700, 600, 5000], [400, 600, 9000])).toEqual([400, 700, 400])
  })

  it("follows the width of the frame at once", () => {
    expect(told([400, 600, 0], [700, 300, 50], [400, 600, 100])).toEqual([400, 700, 400])
  })

  it("stays at the greater one where the host's answer would bring it down again and again", () => {
    expect(told([400, 600, 0], [415, 600, 20], [400, 600, 40], [415, 600, 60], [400, 600, 80])).toEqual([
      400, 415,
    ])
  })

  it("comes to rest within three words in any frame whose answers make it jump between two heights", () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 900 }), fc.integer({ min: 1, max: 60 }), (low, more) => {
        const heights = createHeights()
        const words = Array.from({ length: 40 }, (_, i) => heights(low + (i % 2) * more, 600, i * 16))
        expect(words.filter(word => word !== null).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
