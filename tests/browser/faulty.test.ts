import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { axe, count, listed, useSite } from "./browser.ts"

/** A document with more than twenty kinds of fault, opened in the built page from another host than the page's. */
const text = readFileSync(new URL("../model/samples/faulty.json", import.meta.url), "utf8")
const site = useSite({
  "/faulty.json": { body: text, headers: { "access-control-allow-origin": "*" } },
  "/hopeless.json": '{"title": "No events at all"}',
})

const address = () => `/?data=${encodeURIComponent(`${site().hostOrigin}/faulty.json`)}`

test("all sound events are shown", async () => {
  const { page } = await site().open(`${address()}&show=list`)
  expect(await count(page)).toContain("16 of 16 events")
  const titles = await listed(page)
  expect(titles).toHaveLength(16)
  expect(titles).toEqual(
    expect.arrayContaining(["Sound", "Sound too", "Undated", "Repeated id", "Backwards"]),
  )
})

test("every fault is named with its place, and what was expected there", async () => {
  const { page } = await site().open(address())
  await page.getByRole("button", { name: "34 things in the file were doubtful" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.waitFor()
  const { problems } = checkDocument(JSON.parse(text))
  expect(new Set(problems.map(problem => problem.code)).size).toBeGreaterThanOrEqual(20)
  const shown = await dialog.locator(".where").allTextContents()
  expect(shown).toEqual(problems.map(problem => problem.where.pointer))
  expect(await dialog.locator("dd").allTextContents()).not.toContain("")
  expect(await axe(page)).toEqual([])
})

test("beside Arabic words a date and what stood in the file keep their order", async () => {
  const { page } = await site().open(`${address()}&lang=ar`)
  await page.locator(".doubtful, .header button", { hasText: "34" }).first().click()
  const expected = page.getByRole("dialog").locator("dd[dir]")
  await expected.first().waitFor()
  const dates = expected.filter({ hasText: "2016-11-15" })
  expect(await dates.count()).toBeGreaterThan(0)
  expect(await dates.first().getAttribute("dir")).toBe("rtl")
  // Where each character stands says whether it is read in its order.
  const places = await dates.first().evaluate(dd => {
    const walker = document.createTreeWalker(dd, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf("2016-11-15")
      if (at < 0) continue
      return [0, 5, 8].map(offset => {
        const range = document.createRange()
        range.setStart(node, at + offset)
        range.setEnd(node, at + offset + 1)
        return range.getBoundingClientRect().left
      })
    }
    return []
  })
  expect(places).toHaveLength(3)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test("nothing of a bad address or colour reaches the page", async () => {
  const { page } = await site().open(`${address()}&event=actors`)
  await count(page)
  expect(await page.locator('[href^="javascript:"]').count()).toBe(0)
  expect(await page.content()).not.toContain("example.org/x")
})

test("a document without a single event says so in place of the timeline", async () => {
  const { page } = await site().open("/?data=hopeless.json")
  const alert = page.getByRole("alert")
  await alert.waitFor()
  expect(await alert.textContent()).toContain("Nothing in this file could be read as an event")
})
