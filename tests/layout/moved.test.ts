import * as fc from "fast-check"
import { expect, it } from "vitest"
import { beforeMoved, movedTo, showsLittle, standsFor } from "../../src/layout/moved.ts"
import { alongOf, zoomDomain } from "../../src/layout/scale.ts"

const LENGTH = 1000
const domain = fc
  .tuple(fc.integer({ min: -4e12, max: 4e12 }), fc.integer({ min: 60_000, max: 3e12 }))
  .map(([from, span]) => [from, from + span] as const)
const part = fc.double({ min: 0, max: 1, noNaN: true })
/** A stretch near another: seen up to twice as wide or half, up to half a length aside. */
const near = fc.record({ factor: fc.double({ min: 0.5, max: 2, noNaN: true }), aside: part })
const nearTo = (
  [from, to]: readonly [number, number],
  { factor, aside }: { factor: number; aside: number },
) => zoomDomain([from, to], factor).map(at => at + (aside - 0.5) * (to - from)) as [number, number]

it("a moved scene has every instant where the exact one will have it", () => {
  fc.assert(
    fc.property(domain, near, part, (laid, by, at) => {
      const shown = nearTo(laid, by)
      const instant = laid[0] + at * (laid[1] - laid[0])
      const { scale, shift } = movedTo(shown, laid, LENGTH)
      expect(scale * alongOf(laid, LENGTH, instant) + shift).toBeCloseTo(alongOf(shown, LENGTH, instant), 3)
    }),
  )
})

it("what is seen under a point of a moved scene is what lies there in the scene", () => {
  fc.assert(
    fc.property(domain, near, part, (laid, by, at) => {
      const moved = movedTo(nearTo(laid, by), laid, LENGTH)
      const along = at * LENGTH
      expect(beforeMoved(moved, moved.scale * along + moved.shift)).toBeCloseTo(along, 6)
    }),
  )
})

it.each([
  ["itself", [0, 1000], true],
  ["a little later", [200, 1200], true],
  ["a little earlier", [-200, 800], true],
  ["half a screen later", [500, 1500], false],
  ["half a screen earlier", [-500, 500], false],
  ["closer", [200, 900], true],
  ["much closer", [300, 700], false],
  ["farther", [-100, 1200], true],
  ["much farther", [-400, 1400], false],
  ["elsewhere", [5000, 6000], false],
] as const)("stands for what is %s, or not", (_, shown, stands) => {
  expect(standsFor(movedTo(shown, [0, 1000], LENGTH), LENGTH)).toBe(stands)
})

it.each([
  ["closer by three", [333, 667], false],
  ["farther by five", [-2000, 3000], false],
  ["most of a screen later", [850, 1850], false],
  ["a tenth that is still in view", [920, 1920], true],
  ["elsewhere", [5000, 6000], true],
  ["elsewhere before", [-6000, -5000], true],
  ["closer by ten", [450, 550], true],
  ["farther by ten", [-4500, 5500], true],
] as const)("shows little of what is %s, or not", (_, shown, little) => {
  expect(showsLittle(movedTo(shown, [0, 1000], LENGTH), LENGTH)).toBe(little)
})
