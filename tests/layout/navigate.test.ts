import * as fc from "fast-check"
import { expect, test } from "vitest"
import { chooseLanes, lanesOf, type LaneField } from "../../src/layout/lanes.ts"
import { navigate, type Focus } from "../../src/layout/navigate.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { buildTable } from "../../src/table/build.ts"
import type { Table } from "../../src/table/table.ts"
import { documentOf, selectionOf } from "../randomDocument.ts"

const given = fc.record({
  document: documentOf,
  selection: selectionOf,
  field: fc.constantFrom<LaneField>("actor", "place", "type", "status", "source", "none"),
  most: fc.integer({ min: 0, max: 4 }),
  at: fc.nat(),
})
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

/** A focus on any dated row, passing or not, and what there is to go to. */
function stand({ document, selection, field, most, at }: Given) {
  const table = buildTable(document)
  const selected = memoryEngine(table).select(selection)
  const lanes = chooseLanes(table, selected, field, { pins: [], most, sort: "importance", name: String })
  const standsIn = lanesOf(table, field, lanes)
  const row = table.dated === 0 ? -1 : at % table.dated
  const focus: Focus = { row, lane: row < 0 ? 0 : (standsIn(row)[0] ?? 0) }
  const rows = [...selected.rows].filter(one => one < table.dated)
  return { options: { table, selected, field, lanes }, rows, standsIn, focus, table }
}

function timeOf({ when }: Table, row: number): number {
  const bounds = [when.beginMin[row], when.endMin[row], when.beginMax[row], when.endMax[row]]
  return bounds.find(bound => Number.isFinite(bound)) ?? 0
}

test("stepping across lanes leads to the event nearest in time in the next lane that has any", () => {
  fc.assert(
    fc.property(given, fc.constantFrom("laneNext", "lanePrevious"), (one, move) => {
      const { options, rows, standsIn, focus, table } = stand(one)
      if (focus.row < 0 || rows.length === 0) return
      const from = timeOf(table, focus.row)
      let expected = focus
      const step = move === "laneNext" ? 1 : -1
      for (let lane = focus.lane + step; lane >= 0 && lane < options.lanes.length; lane += step) {
        const own = rows.filter(row => standsIn(row).includes(lane))
        if (own.length === 0) continue
        const far = (row: number) => (row === focus.row ? -1 : Math.abs(timeOf(table, row) - from))
        expected = { row: own.toSorted((a, b) => far(a) - far(b) || a - b)[0], lane }
        break
      }
      expect(navigate(options, focus, move)).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test("stepping within a lane goes to its next or previous passing event, and stays at an end", () => {
  fc.assert(
    fc.property(given, fc.boolean(), (one, isForward) => {
      const { options, rows, standsIn, focus } = stand(one)
      if (focus.row < 0 || rows.length === 0) return
      const own = rows.filter(row => standsIn(row).includes(focus.lane))
      const row = isForward ? own.find(other => other > focus.row) : own.findLast(other => other < focus.row)
      expect(navigate(options, focus, isForward ? "inLaneNext" : "inLanePrevious")).toEqual(
        row === undefined ? focus : { row, lane: focus.lane },
      )
    }),
    { numRuns: 300 },
  )
})

test("going forward from the first event meets every passing event once, in the order of time", () => {
  fc.assert(
    fc.property(given, one => {
      const { options, rows } = stand(one)
      const met: number[] = []
      for (let focus = navigate(options, null, "first"); focus && !met.includes(focus.row);) {
        met.push(focus.row)
        focus = navigate(options, focus, "next")
      }
      expect(met).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})
