import * as fc from "fast-check"
import { expect, test } from "vitest"
import { reorder, reordering, reorderLists } from "../../src/table/reorder.ts"

/** Some more rows than lie near each other, so that all stretches are used. */
const LENGTHS = fc.constantFrom(0, 1, 2, 50, 4095, 4096, 4097, 9001)

/** Places of rows: a shuffle by a seed. */
function placesOf(length: number, seed: number): Uint32Array {
  const places = Uint32Array.from({ length }, (_, i) => i)
  let state = seed
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    const kept = places[i]
    places[i] = places[j]
    places[j] = kept
  }
  return places
}

test("a column in a new order has every value at the place of its row", () => {
  fc.assert(
    fc.property(LENGTHS, fc.nat(), (length, seed) => {
      const places = placesOf(length, seed)
      const column = Float64Array.from({ length }, (_, row) => row * 1.5 - 7)
      const moved = reorder(column, reordering(places))
      expect(moved.length).toBe(length)
      for (let row = 0; row < length; row++) expect(moved[places[row]]).toBe(column[row])
    }),
    { numRuns: 40 },
  )
})

test("lists in a new order keep their codes, recoded, in their order", () => {
  fc.assert(
    fc.property(LENGTHS, fc.nat(), (length, seed) => {
      const places = placesOf(length, seed)
      const lists = Array.from({ length }, (_, row) =>
        Array.from({ length: (row * 7 + seed) % 4 }, (_, i) => (row + i) % 11),
      )
      const offsets = new Uint32Array(length + 1)
      lists.forEach((list, row) => (offsets[row + 1] = offsets[row] + list.length))
      const recoded = Uint32Array.from({ length: 11 }, (_, code) => 100 - code)
      const moved = reorderLists(
        { offsets, codes: Uint32Array.from(lists.flat()) },
        recoded,
        reordering(places),
      )
      for (let row = 0; row < length; row++) {
        const place = places[row]
        const codes = moved.codes.subarray(moved.offsets[place], moved.offsets[place + 1])
        expect([...codes]).toEqual(lists[row].map(code => 100 - code))
      }
    }),
    { numRuns: 40 },
  )
})

test("one reordering moves columns and lists one after another, and none of them shows in the next", () => {
  const places = placesOf(5000, 7)
  const order = reordering(places)
  const columns = [1, 2].map(step => Uint32Array.from({ length: 5000 }, (_, row) => row * step))
  const [first, second] = columns.map(column => reorder(column, order))
  const offsets = Uint32Array.from({ length: 5001 }, (_, row) => 2 * row)
  const codes = Uint32Array.from({ length: 10_000 }, (_, i) => i % 9)
  const lists = reorderLists({ offsets, codes }, Uint32Array.from(Array(9).keys()), order)
  const third = reorder(columns[0], order)
  for (let row = 0; row < 5000; row++) {
    expect([first[places[row]], second[places[row]], third[places[row]]]).toEqual([row, row * 2, row])
    const from = lists.offsets[places[row]]
    expect([...lists.codes.subarray(from, from + 2)]).toEqual([(2 * row) % 9, (2 * row + 1) % 9])
  }
})

test("a column and lists that are moved in place are as those that are moved to new memory", () => {
  const places = placesOf(9001, 3)
  const order = reordering(places)
  const column = Uint32Array.from({ length: 9100 }, (_, row) => row * 3)
  const moved = reorder(column, order)
  expect(reorder(column, order, true).subarray(0, 9001)).toEqual(moved)
  const offsets = new Uint32Array(9002)
  for (let row = 0; row < 9001; row++) offsets[row + 1] = offsets[row] + (row % 3)
  const codes = Uint32Array.from({ length: offsets[9001] }, (_, i) => i % 5)
  const recoded = Uint32Array.from([4, 3, 2, 1, 0])
  const lists = reorderLists({ offsets, codes }, recoded, order)
  expect(reorderLists({ offsets, codes }, recoded, order, true)).toEqual(lists)
})
