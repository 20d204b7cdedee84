import * as fc from "fast-check"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { documentInput } from "./arbitraries.ts"

/** Every shown or left-out event is counted, ids are unique, every reference is declared. */
function expectSound(input: unknown): void {
  const { document, problems, read, leftOut } = checkDocument(input)
  expect(read).toBe(document.events.length + leftOut)
  expect(new Set(document.events.map(event => event.id)).size).toBe(document.events.length)
  for (const event of document.events) {
    expect(event.id).not.toBe("")
    for (const actor of event.actors) expect(document.actors.has(actor.id)).toBe(true)
    for (const place of event.places) expect(document.places.has(place.id)).toBe(true)
    for (const source of event.sources) expect(document.sources.has(source.id)).toBe(true)
  }
  for (const problem of problems) expect(problem.found.length).toBeLessThanOrEqual(120)
}

test("any JSON value gives a result", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), expectSound), { numRuns: 500 })
})

test("any JSON value in any field of an event gives a result", () => {
  const keys = fc.constantFrom(
    "id",
    "when",
    "start",
    "end",
    "title",
    "actors",
    "places",
    "sources",
    "figures",
    "media",
  )
  const event = fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 }))
  fc.assert(fc.property(fc.array(event, { maxLength: 4 }), expectSound), { numRuns: 500 })
})

test("any JSON value in any part of a document gives a result", () => {
  const keys = fc.constantFrom(
    "title",
    "lang",
    "actors",
    "places",
    "types",
    "tags",
    "sources",
    "periods",
    "views",
  )
  const part = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
  )
  const document = fc.dictionary(keys, part).map(fields => ({ ...fields, events: [{ title: "x" }] }))
  fc.assert(fc.property(document, expectSound), { numRuns: 500 })
})

test("a document as people write it gives a result with every reference declared", () => {
  fc.assert(fc.property(documentInput, expectSound), { numRuns: 300 })
})

test("a value nested a hundred thousand deep is left out and exhausts nothing", () => {
  const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000))
  const { document, leftOut } = checkDocument([{ title: "Sound", actors: deep }, deep])
  expect([document.events.length, leftOut]).toEqual([1, 1])
})

test("a chain of wholes a hundred thousand long exhausts nothing", () => {
  const actors = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, i) => [`a${i}`, { name: `A${i}`, partOf: `a${(i + 1) % 100_000}` }]),
  )
  expect(checkDocument({ actors, events: [] }).problems.map(problem => problem.code)).toEqual(["cycle"])
})
