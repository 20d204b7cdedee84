import * as fc from "fast-check"
import { expect, test } from "vitest"
import { layoutColumn } from "../../src/layout/column.ts"
import { placeOf } from "../../src/layout/forms.ts"
import { labelBox, overlap } from "../../src/layout/scene.ts"
import { checkDocument } from "../../src/model/check.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { EMPTY_SELECTION } from "../../src/query/selection.ts"
import { buildTable } from "../../src/table/build.ts"
import { instantOf } from "../../src/time/instant.ts"

const FIRST = instantOf({ year: 2016 })
const DAY = 86_400_000
/** Pixels that a title of two lines takes with what stays free. */
const LINES = 2 * Math.round(14 * 1.3) + 6

const eventsOf = fc.array(
  fc.record({
    // Now and then many on one day.
    day: fc.oneof(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 100, max: 103 })),
    type: fc.constantFrom("meeting", "strike"),
  }),
  { minLength: 300, maxLength: 500, size: "max" },
)

test("down a phone's page a dense column names some of what passes, in every stretch where something begins", () => {
  let dense = 0
  fc.assert(
    fc.property(eventsOf, fc.boolean(), fc.nat(), (events, isFiltered, open) => {
      const table = buildTable(
        checkDocument({
          dateline: 1,
          title: "Many",
          events: events.map(({ day, type }, i) => ({
            ...{ id: `e${i}`, title: `${i}`, type },
            when: new Date(FIRST + day * DAY).toISOString().slice(0, 10),
          })),
        }).document,
      )
      const type = { include: isFiltered ? ["strike"] : [], exclude: [] }
      const selection = { ...EMPTY_SELECTION, facets: { ...EMPTY_SELECTION.facets, type } }
      const selected = memoryEngine(table).select(selection)
      const domain = [FIRST - 30 * DAY, FIRST + 400 * DAY] as const
      const foremost = [open % table.length]
      const scene = layoutColumn({
        ...{ table, selected, domain, along: 1400, across: 390, dim: true, labelSize: 14, foremost },
        ...{ title: String, measure: () => 60, colourOf: () => -1, ticks: [], periods: [] },
      })
      if (scene.bins.length === 0) return
      dense++
      const named = scene.labels.map(label => label.row)
      expect(new Set(named).size).toBe(named.length)
      for (const row of named) {
        expect(foremost.includes(row) || selected.fails[row] === 0).toBe(true)
        expect(placeOf(table, domain, scene.along)(row)).toBe(0)
      }
      const boxes = scene.labels.map(label => labelBox(scene, label))
      for (const [i, box] of boxes.entries())
        expect(boxes.slice(i + 1).some(other => overlap(box, other))).toBe(false)

      const at = (row: number) =>
        ((table.when.beginMin[row] - domain[0]) / (domain[1] - domain[0])) * scene.along
      const passing = [...selected.rows]
      for (let from = 0; from < scene.along; from += LINES) {
        const within = passing.filter(row => at(row) >= from && at(row) < from + LINES)
        if (within.length > 0) expect(within.some(row => named.includes(row))).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
  expect(dense).toBeGreaterThan(10)
})
