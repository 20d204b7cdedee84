import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buildTable } from "../../src/table/build.ts"
import { FACETS } from "../../src/table/table.ts"
import { eventOf } from "../../src/table/event.ts"
import { documentOf } from "../randomDocument.ts"

describe("a table", () => {
  it("is the same however the events were ordered in the file", () => {
    fc.assert(
      fc.property(documentOf, fc.nat(), (document, seed) => {
        const turn = document.events.length ? seed % document.events.length : 0
        const shuffled = [...document.events.slice(turn), ...document.events.slice(0, turn)].toReversed()
        const one = buildTable(document)
        const other = buildTable({ ...document, events: shuffled })
        expect(other.when).toEqual(one.when)
        for (const facet of FACETS) {
          const { values, ...lists } = one.facets[facet]
          expect(other.facets[facet]).toMatchObject(lists)
          expect(other.facets[facet].values.ids).toEqual(values.ids)
        }
        for (let row = 0; row < one.length; row++) {
          expect(eventOf(other, row)).toEqual(eventOf(one, row))
          expect(other.folded.get(row)).toBe(one.folded.get(row))
        }
      }),
      { numRuns: 100 },
    )
  })

  it("puts earlier events first and undated ones last, and finds each by its id", () => {
    fc.assert(
      fc.property(documentOf, document => {
        const table = buildTable(document)
        for (let row = 1; row < table.dated; row++)
          expect(table.when.beginMin[row]!).toBeGreaterThanOrEqual(table.when.beginMin[row - 1]!)
        const undated = [...Array(table.length - table.dated).keys()].map(i => table.ids.get(table.dated + i))
        for (const id of undated) {
          const { when } = document.events.find(event => event.id === id)!
          expect(when === null || when === "../..").toBe(true)
        }
        for (const event of document.events) expect(eventOf(table, table.rowOf(event.id))).toEqual(event)
        expect(table.rowOf("no such event")).toBe(-1)
      }),
      { numRuns: 100 },
    )
  })

  it("gives an event without actors the value “not stated”", () => {
    fc.assert(
      fc.property(documentOf, document => {
        const table = buildTable(document)
        const { offsets, codes, rolled } = table.facets.actor
        for (const event of document.events) {
          const row = table.rowOf(event.id)
          const own = Array.from(codes.subarray(offsets[row], offsets[row + 1]))
          if (event.actors.length === 0) expect(own).toEqual([0])
          else expect(own).not.toContain(0)
          expect(rolled.offsets[row + 1]! - rolled.offsets[row]!).toBeGreaterThanOrEqual(own.length)
        }
      }),
      { numRuns: 50 },
    )
  })
})
