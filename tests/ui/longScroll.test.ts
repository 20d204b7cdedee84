import * as fc from "fast-check"
import { expect, test } from "vitest"
import { follow, placeOfBar, placeOfContent, type Place, type Range } from "../../src/ui/longScroll.ts"

const range: fc.Arbitrary<Range> = fc
  .record({
    bar: fc.integer({ min: 20_000, max: 8_000_000 }),
    times: fc.double({ min: 1, max: 50, noNaN: true }),
  })
  .map(({ bar, times }) => ({ bar, content: Math.round(bar * times) }))
const part = fc.double({ min: 0, max: 1, noNaN: true })
const PAGE = 800

test("the bar's ends are the content's ends, and a place on one leads to the other and back", () => {
  fc.assert(
    fc.property(range, part, (one, at) => {
      expect(placeOfBar(one, 0).content).toBe(0)
      expect(placeOfBar(one, one.bar).content).toBe(one.content)
      const { content } = placeOfBar(one, at * one.bar)
      expect(placeOfContent(one, content).bar).toBeCloseTo(at * one.bar, 2)
    }),
  )
})

test("by steps one comes through all of the content, each step as long as it was made", () => {
  fc.assert(
    fc.property(
      range,
      part,
      fc.array(fc.integer({ min: -PAGE, max: PAGE }), { maxLength: 200 }),
      (one, at, steps) => {
        let place: Place = placeOfBar(one, Math.round(at * one.bar))
        for (const step of steps) {
          const bar = Math.max(0, Math.min(one.bar, place.bar + step))
          const next = follow(one, place, bar, PAGE)
          expect(next.content - place.content).toBeCloseTo(bar - place.bar, 3)
          // Nothing that would stand before the first row or after the last.
          expect(next.bar).toBeLessThanOrEqual(next.content + 1)
          expect(one.bar - next.bar).toBeLessThanOrEqual(one.content - next.content + 1)
          place = next
        }
      },
    ),
  )
})

test("however long the way by steps, the last row is reached, and the first again", () => {
  const one = { bar: 20_000, content: 300_000 }
  let place: Place = { bar: 0, content: 0 }
  for (let i = 0; i < 400; i++) place = follow(one, place, Math.min(one.bar, place.bar + PAGE), PAGE)
  expect(place).toEqual({ bar: one.bar, content: one.content })
  for (let i = 0; i < 400; i++) place = follow(one, place, Math.max(0, place.bar - PAGE), PAGE)
  expect(place).toEqual({ bar: 0, content: 0 })
})
