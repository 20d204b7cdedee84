import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { checkDocument } from "../../src/model/check.ts"
import { axe, count, listed, useSite } from "./browser.ts"

/** A spreadsheet of many rows, of which every tenth has a date that is none, in two ways, and one says nothing. */
const rows = Array.from({ length: 1300 }, (_, i) => {
  const bad = i % 20 === 0 ? "2016-02-30" : "Octember 5th 2016"
  return `Meeting ${i},${i % 10 === 0 ? bad : "2016-10-05"},${i === 5 ? "odd" : ""}`
})
const table = ["Title,Date,Status", ...rows, ",soon,"].join("\n")

/** A document with more than twenty kinds of fault, opened in the built page from another host than the page's. */
const text = readFileSync(new URL("../model/samples/faulty.json", import.meta.url), "utf8")
const site = useSite({
  "/faulty.json": { body: text, headers: { "access-control-allow-origin": "*" } },
  "/table.csv": table,
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
  const opening = dialog.getByRole("button", { name: /^Show all/ })
  while ((await opening.count()) > 0) await opening.first().click()
  const shown = await dialog.locator(".where").allTextContents()
  expect(shown.toSorted()).toEqual(problems.map(problem => problem.where.pointer!).toSorted())
  expect(await dialog.locator("dd").allTextContents()).not.toContain("")
  expect(await axe(page)).toEqual([])
})

test("equal faults of a column stand together, the commonest first, and a button shows all of them", async () => {
  const { page } = await site().open("/?data=table.csv")
  await page.getByRole("button", { name: "133 things in the file were doubtful" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("heading", { level: 3 }).first().waitFor()
  expect(await dialog.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
    "Not shown",
    "Values left out",
    "Guessed or mended",
  ])
  expect(await dialog.getByRole("heading", { level: 4 }).allTextContents()).toEqual([
    ...["Date once", "Row once", "Date 65 times", "Date 65 times", "Status once"],
  ])
  const group = dialog.locator(".problem-group", { hasText: "5 October 2016" }).last()
  expect(await group.getByRole("listitem").allTextContents()).toEqual(
    [12, 32, 52, 72].map(row => `row ${row} Octember 5th 2016`),
  )
  const button = group.getByRole("button")
  expect(await button.getAttribute("aria-expanded")).toBe("false")
  expect([await button.textContent(), await group.getByRole("listitem").count()]).toEqual(["Show all 65", 4])
  await button.press("Enter")
  expect(await group.getByRole("listitem").count()).toBe(65)
  expect([await button.textContent(), await button.getAttribute("aria-expanded")]).toEqual([
    ...["Show fewer", "true"],
  ])
  expect(await button.evaluate(element => element === document.activeElement)).toBe(true)
  await dialog.getByRole("button", { name: "Guessed or mended 1" }).click()
  expect(await dialog.getByRole("heading", { level: 4 }).allTextContents()).toEqual(["Status once"])
})

test("on a phone the list is as wide as its dialog, in Arabic too", async () => {
  const { page } = await site().open("/?data=table.csv&lang=ar", { viewport: { width: 390, height: 844 } })
  await page.locator(".problems-link").click()
  const dialog = page.getByRole("dialog")
  const group = dialog.locator(".problem-group").nth(2)
  await group.getByRole("button").click()
  expect(await group.getByRole("heading").textContent()).toBe("Date 65 مرة")
  expect(await group.locator(".where").first().textContent()).toMatch(/^الصف \d+$/)
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
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
