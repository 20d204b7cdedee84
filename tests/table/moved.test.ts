import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { startTable } from "../../src/table/build.ts"
import { buffersOf } from "../../src/table/partBuffers.ts"
import { tableOf, type TableParts } from "../../src/table/parts.ts"
import { eventOf } from "../../src/table/event.ts"

/** As a reader gives its table to the page: columns move, and what was one column still is. */
const move = (parts: TableParts) => structuredClone(parts, { transfer: buffersOf(parts) })

const { document } = checkDocument({
  events: ["Lavrov and Kerry meet", "A strike", "لقاء في لوزان"].map((title, i) => ({
    id: `e${i}`,
    when: `2016-10-1${i}`,
    title,
  })),
})

test("tables of a part and of the whole move one after the other, and hold the same events", () => {
  const builder = startTable(document)
  const tables = document.events.map((event, i) => {
    builder.add(event)
    return tableOf(move(builder.build(i === document.events.length - 1)))
  })
  expect(tables.map(table => table.length)).toEqual([1, 2, 3])
  for (const table of tables)
    for (let row = 0; row < table.length; row++) {
      const event = eventOf(table, row)
      expect(event).toEqual(document.events.find(({ id }) => id === event.id))
      expect(table.rowOf(event.id)).toBe(row)
    }
})

test("columns that say the same are one column", () => {
  const builder = startTable(document)
  for (const event of document.events.slice(0, 2)) builder.add(event)
  const { folded, titles, details, facets } = tableOf(move(builder.build()))
  expect(folded.offsets).toBe(titles.und!.offsets)
  expect(facets.tag.codes.buffer).toBe(details.offsets.buffer)
  expect(facets.tag.offsets).toBe(facets.status.offsets)
})
