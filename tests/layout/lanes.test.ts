import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { binLane, columnEdges } from "../../src/layout/bins.ts"
import { rowColours } from "../../src/layout/colours.ts"
import { placeOf } from "../../src/layout/forms.ts"
import { fillLanes, isInView, listInView, rowsInView, stretchOf } from "../../src/layout/laneRows.ts"
import { chooseLanes, lanesOf, type LaneField } from "../../src/layout/lanes.ts"
import { layoutOverview } from "../../src/layout/overview.ts"
import { instantAt, type Domain } from "../../src/layout/scale.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { buildTable } from "../../src/table/build.ts"
import { instantOf } from "../../src/time/instant.ts"
import { documentOf, selectionOf } from "../randomDocument.ts"

const domainOf: fc.Arbitrary<Domain> = fc
  .tuple(fc.integer({ min: -60, max: 2017 }), fc.constantFrom(0.01, 0.1, 1, 5, 3000))
  .map(([year, span]) => [instantOf({ year }), instantOf({ year }) + span * 31_556_952_000])
const field = fc.constantFrom<LaneField>("actor", "place", "type", "status", "source", "none")
const given = fc.record({
  document: documentOf,
  selection: selectionOf,
  domain: domainOf,
  field,
  along: fc.constantFrom(40, 333.3, 900),
  dim: fc.boolean(),
  most: fc.integer({ min: 0, max: 4 }),
})

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never

function laid({ document, selection, field, most, dim }: Given) {
  const table = buildTable(document)
  const selected = memoryEngine(table).select(selection)
  const lanes = chooseLanes(table, selected, field, { pins: [], most, sort: "importance", name: String })
  return { table, selected, lanes, contents: fillLanes(table, selected, field, lanes, dim) }
}

/** Two colours, and grey for the first type and for none. */
const colourOf = (type: number) => (type > 1 ? type % 2 : -1)

/** Rows of a lane in view, by asking every row. */
function naive(one: Given, lane: number, onlyPassing: boolean): number[] {
  const { table, selected, lanes } = laid(one)
  const place = placeOf(table, one.domain, one.along)
  const standsIn = lanesOf(table, one.field, lanes)
  return Array.from({ length: table.dated }, (_, row) => row).filter(
    row =>
      place(row) === 0 &&
      standsIn(row).includes(lane) &&
      (selected.fails[row] === 0 || (one.dim && !onlyPassing)),
  )
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0)
}

describe("lanes over a stretch of time", () => {
  it("show the rows that reach into it, found without asking every row", () => {
    fc.assert(
      fc.property(given, one => {
        const { table, lanes, contents } = laid(one)
        lanes.forEach((_, lane) => {
          const stretch = stretchOf(table, one.domain, one.along)
          const list = listInView(contents.drawn[lane], stretch)
          expect(list).toEqual(naive(one, lane, false))
          const { carried, begin } = rowsInView(contents.drawn[lane], stretch)
          expect(carried.length + begin).toBe(list.length)
          for (let row = 0; row < table.length; row++)
            expect(isInView(contents.drawn[lane], stretch, row)).toBe(list.includes(row))
        })
      }),
      { numRuns: 400 },
    )
  })

  it("count each row once, where it begins or in the first column, so that all counts add up", () => {
    fc.assert(
      fc.property(given, fc.array(fc.nat(8), { maxLength: 3 }), (one, left) => {
        const { table, selected, lanes, contents } = laid(one)
        lanes.forEach((_, lane) => {
          const stretch = stretchOf(table, one.domain, one.along)
          const colours = rowColours(table, colourOf)
          const edges = columnEdges(table, stretch, one.domain, one.along)
          const view = { ...contents, stretch, edges, colours }
          const kept = [...new Set(left)].filter(row => naive(one, lane, false).includes(row))
          const bins = binLane(view, lane, kept)
          const edge = (column: number) => instantAt(one.domain, one.along, column * bins.width)
          const columnOf = (row: number) => {
            let column = 0
            while (column < bins.all.length - 1 && table.when.beginMin[row] >= edge(column + 1)) column++
            return column
          }
          const expected = new Uint32Array(bins.all.length)
          const begun = new Uint32Array(bins.all.length)
          const passing = new Uint32Array(bins.all.length)
          const parts = new Map<number, Uint32Array>()
          const { offsets, codes } = table.facets.type
          for (const row of naive(one, lane, false)) {
            if (kept.includes(row)) continue
            expected[columnOf(row)]++
            if (row >= stretch.start) begun[columnOf(row)]++
            if (selected.fails[row] !== 0) continue
            passing[columnOf(row)]++
            const colour = colourOf(codes[offsets[row]])
            if (!parts.has(colour)) parts.set(colour, new Uint32Array(bins.all.length))
            parts.get(colour)![columnOf(row)]++
          }
          expect(bins.all).toEqual(expected)
          expect(bins.passing).toEqual(passing)
          expect(bins.peak).toBe(Math.max(...begun))
          // Grey alone would say nothing.
          const isGrey = colours.slots.every(slot => slot < 0)
          expect(new Map(bins.parts.map(part => [part.colour, part.counts]))).toEqual(
            isGrey ? new Map() : parts,
          )
        })
      }),
      { numRuns: 300 },
    )
  })

  it("count in each lane the passing rows that stand in it", () => {
    fc.assert(
      fc.property(given, one => {
        const { table, selected, lanes } = laid(one)
        const standsIn = lanesOf(table, one.field, lanes)
        lanes.forEach(({ count }, lane) =>
          expect(count).toBe([...selected.rows].filter(row => standsIn(row).includes(lane)).length),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe("the overview", () => {
  it("counts every dated row in one column, and of the passing ones no more", () => {
    fc.assert(
      fc.property(given, one => {
        const { table, selected } = laid(one)
        const overview = layoutOverview({ table, selected, extent: one.domain, along: one.along })
        expect(sum(overview.all)).toBe(table.dated)
        expect(sum(overview.passing)).toBe([...selected.rows].filter(row => row < table.dated).length)
        overview.passing.forEach((count, column) => expect(count).toBeLessThanOrEqual(overview.all[column]))
      }),
      { numRuns: 200 },
    )
  })
})
