import * as fc from "fast-check"
import { expect, it } from "vitest"
import { dayTicks } from "../../src/time/dayTicks.ts"

const DAY = 86_400_000

it("counts whole days from the event, evenly, and never closer than asked", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e14, max: 1e14 }),
      fc.integer({ min: DAY, max: 1e14 }),
      fc.integer({ min: 100, max: 3000 }),
      fc.integer({ min: -1e13, max: 1e13 }),
      (from, span, length, origin) => {
        const ticks = dayTicks([from, from + span], length, origin, 60)
        for (const { at, days } of ticks) expect(at - origin).toBe(days * DAY)
        for (let i = 1; i < ticks.length; i++)
          expect(((ticks[i]!.at - ticks[i - 1]!.at) / span) * length).toBeGreaterThanOrEqual(59.99)
        expect(ticks.every(({ at }) => at >= from && at <= from + span)).toBe(true)
      },
    ),
  )
})

it("has a tick on the event itself when it is in view", () => {
  expect(dayTicks([0, 10 * DAY], 800, 4 * DAY, 60).map(tick => tick.days)).toEqual([
    -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6,
  ])
})
