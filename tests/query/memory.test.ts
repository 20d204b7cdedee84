import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { memoryEngine } from "../../src/query/memory.ts"
import { CLAUSES, EMPTY_SELECTION, type Selection } from "../../src/query/selection.ts"
import { stepRow } from "../../src/query/step.ts"
import { clearClause } from "../../src/state/changes.ts"
import { buildTable } from "../../src/table/build.ts"
import { FACETS } from "../../src/table/table.ts"
import { documentOf, selectionOf } from "../randomDocument.ts"
import { countOf, passing } from "../reference.ts"

describe("the engine in memory", () => {
  it("lets the same events pass as the plain filter does, for any document and any selection", () => {
    fc.assert(
      fc.property(documentOf, selectionOf, (document, selection) => {
        const table = buildTable(document)
        const answer = memoryEngine(table).select(selection)
        const ids = [...answer.rows].map(row => table.ids.get(row)).toSorted()
        expect(ids).toEqual(passing(document, selection))
        expect(answer.passed).toBe(ids.length)
      }),
      { numRuns: 1500 },
    )
  })

  it("counts beside every value what choosing it gives", () => {
    fc.assert(
      fc.property(documentOf, selectionOf, (document, selection) => {
        const table = buildTable(document)
        const { counts } = memoryEngine(table).select(selection)
        for (const facet of FACETS) {
          const { ids } = table.facets[facet].values
          expect(ids.map((_, code) => counts[facet][code])).toEqual(
            ids.map(id => countOf(document, selection, facet, id)),
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it("says truly how many more events each filter would free", () => {
    fc.assert(
      fc.property(documentOf, selectionOf, (document, selection) => {
        const engine = memoryEngine(buildTable(document))
        const { passed, freedBy } = engine.select(selection)
        for (const clause of CLAUSES)
          expect(engine.select(clearClause(selection, clause)).passed - passed).toBe(freedBy[clause])
      }),
      { numRuns: 300 },
    )
  })

  it("answers the same whatever was asked before", () => {
    fc.assert(
      fc.property(documentOf, fc.array(selectionOf, { minLength: 2, maxLength: 5 }), (document, asked) => {
        const table = buildTable(document)
        const used = memoryEngine(table)
        for (const selection of asked)
          expect(used.select(selection)).toEqual(memoryEngine(table).select(selection))
      }),
      { numRuns: 150 },
    )
  })

  it("steps through what passes and stops at the ends", () => {
    fc.assert(
      fc.property(documentOf, selectionOf, (document, selection) => {
        const answer = memoryEngine(buildTable(document)).select(selection)
        const walked: number[] = []
        for (let row = stepRow(answer, -1, 1); row >= 0; row = stepRow(answer, row, 1)) walked.push(row)
        expect(walked).toEqual([...answer.rows])
        const back: number[] = []
        for (let row = stepRow(answer, -1, -1); row >= 0; row = stepRow(answer, row, -1)) back.push(row)
        expect(back).toEqual([...answer.rows.toReversed()])
      }),
      { numRuns: 100 },
    )
  })
})

describe("a filter for a value that is not there", () => {
  const nobody: Selection = {
    ...EMPTY_SELECTION,
    facets: { ...EMPTY_SELECTION.facets, actor: { include: ["nobody"], exclude: [] } },
  }
  it("matches nothing when chosen and takes nothing away when excluded", () => {
    fc.assert(
      fc.property(documentOf, document => {
        const engine = memoryEngine(buildTable(document))
        expect(engine.select(nobody).passed).toBe(0)
        const excluded = {
          ...nobody,
          facets: { ...nobody.facets, actor: { include: [], exclude: ["nobody"] } },
        }
        expect(engine.select(excluded).passed).toBe(document.events.length)
      }),
      { numRuns: 50 },
    )
  })
})
