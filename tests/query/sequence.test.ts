import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Document } from "../../src/model/document.ts"
import { memoryEngine } from "../../src/query/memory.ts"
import { positionOf } from "../../src/query/rows.ts"
import { CLAUSES, EMPTY_SELECTION, type Selection } from "../../src/query/selection.ts"
import { clearClause } from "../../src/state/changes.ts"
import { buildTable } from "../../src/table/build.ts"
import { FACETS, type Table } from "../../src/table/table.ts"
import { documentOf, selectionOf } from "../randomDocument.ts"
import { countOf, passing } from "../reference.ts"

/** What a reader does next: one filter changed as in another selection, one lifted, a letter typed, all changed. */
const stepOf: fc.Arbitrary<(selection: Selection) => Selection> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...FACETS), selectionOf)
      .map(([facet, other]) => (selection: Selection) => ({
        ...selection,
        facets: { ...selection.facets, [facet]: other.facets[facet] },
      })),
  },
  fc.constantFrom(...CLAUSES).map(clause => (selection: Selection) => clearClause(selection, clause)),
  fc.constantFrom("l", "a", "r", "o", " ", "ل", "ا", "2", "").map(letter => (selection: Selection) => ({
    ...selection,
    q: letter === "" ? selection.q.slice(0, -1) : selection.q + letter,
  })),
  fc.constantFrom("any" as const, "all" as const).map(match => (selection: Selection) => ({
    ...selection,
    match,
  })),
  selectionOf.map(({ from, to, range }) => (selection: Selection) => ({ ...selection, from, to, range })),
  selectionOf.map(selection => () => selection),
  fc.constant(() => EMPTY_SELECTION),
)

const stepsOf = fc.array(stepOf, { minLength: 2, maxLength: 10 })

function walk(steps: readonly ((selection: Selection) => Selection)[]): Selection[] {
  let selection = EMPTY_SELECTION
  return steps.map(step => (selection = step(selection)))
}

function countsOf(table: Table, document: Document, selection: Selection) {
  return FACETS.map(facet =>
    table.facets[facet].values.ids.map(id => countOf(document, selection, facet, id)),
  )
}

describe("an engine that is asked again and again", () => {
  it("agrees with the plain filter at every step, on events in any order", () => {
    fc.assert(
      fc.property(documentOf, stepsOf, fc.infiniteStream(fc.nat()), (document, steps, numbers) => {
        const shuffled = document.events
          .map(event => ({ event, at: numbers.next().value! }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ event }) => event)
        const table = buildTable({ ...document, events: shuffled })
        const engine = memoryEngine(table)
        for (const selection of walk(steps)) {
          const answer = engine.select(selection)
          const ids = [...answer.rows].map(row => table.ids.get(row))
          expect(ids.toSorted()).toEqual(passing(document, selection))
          expect([...answer.rows]).toEqual([...answer.rows].toSorted((a, b) => a - b))
          expect([...answer.fails.keys()].filter(row => answer.fails[row] === 0)).toEqual([...answer.rows])
          for (const clause of CLAUSES)
            expect(answer.freedBy[clause]).toBe(
              passing(document, clearClause(selection, clause)).length - ids.length,
            )
        }
      }),
      { numRuns: 300 },
    )
  })

  it("counts beside every value what choosing it gives, at every step", () => {
    fc.assert(
      fc.property(documentOf, stepsOf, (document, steps) => {
        const table = buildTable(document)
        const engine = memoryEngine(table)
        for (const selection of walk(steps)) {
          const { counts } = engine.select(selection)
          expect(FACETS.map(facet => [...counts[facet]])).toEqual(countsOf(table, document, selection))
        }
      }),
      { numRuns: 100 },
    )
  })

  it("counts events that each have one actor as well as those that have several", () => {
    fc.assert(
      fc.property(documentOf, stepsOf, (document, steps) => {
        const single = {
          ...document,
          events: document.events.map(event => ({
            ...event,
            actors: event.actors.slice(0, 1),
            places: event.places.slice(0, 1),
            tags: [],
          })),
        }
        const table = buildTable(single)
        const engine = memoryEngine(table)
        for (const selection of walk(steps)) {
          const { counts } = engine.select(selection)
          expect(FACETS.map(facet => [...counts[facet]])).toEqual(countsOf(table, single, selection))
        }
      }),
      { numRuns: 60 },
    )
  })

  it("leaves every answer it gave as it was", () => {
    fc.assert(
      fc.property(documentOf, stepsOf, (document, steps) => {
        const engine = memoryEngine(buildTable(document))
        const given = walk(steps).map(selection => {
          const answer = engine.select(selection)
          return { answer, copy: structuredClone(answer) }
        })
        for (const { answer, copy } of given) expect(answer).toEqual(copy)
      }),
      { numRuns: 200 },
    )
  })
})

describe("the rows of an answer", () => {
  it("are each found at their place", () => {
    fc.assert(
      fc.property(documentOf, selectionOf, (document, selection) => {
        const answer = memoryEngine(buildTable(document)).select(selection)
        expect(Array.from(answer.rows, row => positionOf(answer, row))).toEqual([...answer.rows.keys()])
      }),
      { numRuns: 100 },
    )
  })
})
