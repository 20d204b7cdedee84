import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"

test("a bare list of short events is a document, and its names are added as they are used", () => {
  const { document, problems, read, leftOut } = checkDocument([
    { when: "2016-10-15", title: "Meeting", actors: ["Lavrov", "Kerry"] },
  ])
  expect([...document.actors.keys()]).toEqual(["Lavrov", "Kerry"])
  expect(document.events[0]).toMatchObject({
    when: "2016-10-15",
    title: { und: "Meeting" },
    status: "occurred",
  })
  expect([problems, read, leftOut]).toEqual([[], 1, 0])
})
