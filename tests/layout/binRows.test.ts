import * as fc from "fast-check"
import { expect, test } from "vitest"
import { binNear, binsOf, rowsOfBin } from "../../src/layout/binRows.ts"
import { chooseLanes, type LaneField } from "../../src/layout/lanes.ts"
import { fillLanes, listInView, stretchOf } from "../../src/layout/laneRows.ts"
import { layoutTimeline } from "../../src/layout/timeline.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { EMPTY_SELECTION } from "../../src/query/selection.ts"
import { buildTable } from "../../src/table/build.ts"
import { checkDocument } from "../../src/model/check.ts"
import { instantOf } from "../../src/time/instant.ts"

const FIRST = instantOf({ year: 2016 })
const DAY = 86_400_000
const two = (n: number) => String(n).padStart(2, "0")

/** Many events of 2016, so that lanes of few pixels are too dense for marks. */
const eventsOf = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    long: fc.boolean(),
    actors: fc.subarray(["a", "b", "c"]),
  }),
  { minLength: 200, maxLength: 400, size: "max" },
)

test("the bins of a dense lane hold together every event that it shows, each once, and are found by what they hold", () => {
  let dense = 0
  fc.assert(
    fc.property(
      eventsOf,
      fc.constantFrom<LaneField>("actor", "none"),
      fc.integer({ min: -40, max: 200 }),
      fc.integer({ min: 100, max: 500 }),
      (events, field, shift, days) => {
        const table = buildTable(
          checkDocument({
            dateline: 1,
            title: "Many",
            events: events.map(({ day, month, long, actors }, i) => {
              const from = `2016-${two(month)}-${two(day)}`
              return { id: `e${i}`, title: `${i}`, when: long ? `${from}/2016-12-31` : from, actors }
            }),
          }).document,
        )
        const selected = memoryEngine(table).select(EMPTY_SELECTION)
        const lanes = chooseLanes(table, selected, field, {
          pins: [],
          most: 3,
          sort: "importance",
          name: String,
        })
        const { passing } = fillLanes(table, selected, field, lanes, false)
        const domain = [FIRST + shift * DAY, FIRST + (shift + days) * DAY] as const
        const scene = layoutTimeline({
          ...{ table, selected, domain, field, lanes, along: 47, dim: false, room: 100, labelSize: 14 },
          ...{ title: String, measure: () => 50, colourOf: () => -1, ticks: [], periods: [], foremost: [] },
        })
        scene.lanes.forEach((lane, at) => {
          const bins = binsOf(scene, at)
          if (!lane.dense) return expect(bins).toEqual([])
          dense++
          const held = bins.map(bin => rowsOfBin(table, passing[at], scene, bin))
          expect(held.flat()).toEqual(listInView(passing[at], stretchOf(table, domain, scene.along)))
          held.forEach((rows, i) => {
            expect(rows.length).toBeGreaterThan(0)
            for (const row of rows) expect(binNear(scene, at, table.when.beginMin[row])).toEqual(bins[i])
          })
        })
      },
    ),
    { numRuns: 60 },
  )
  expect(dense).toBeGreaterThan(0)
})
