import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { ready, useSite } from "./browser.ts"

/** The overview of a phone, whose column is longer than its screen. */
const site = useSite({})
const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  reducedMotion: "reduce",
} as const

/** Instants between which the column lies that is on the screen, by the overview and by the drawing; as parts of the view. */
async function seen(page: Page) {
  await page.locator(".on-screen").waitFor({ state: "attached" })
  return page.evaluate(() => {
    const isReversed = document.querySelector(".dateline")!.getAttribute("dir") === "rtl"
    const brush = document.querySelector(".brush")!.getBoundingClientRect()
    const band = document.querySelector(".on-screen")!.getBoundingClientRect()
    const scroller = document.querySelector(".scroller")!.getBoundingClientRect()
    const plot = document.querySelector(".plot")!.getBoundingClientRect()
    const along = (x: number) => (isReversed ? brush.right - x : x - brush.left) / brush.width
    const edges = [along(band.left), along(band.right)].toSorted((a, b) => a - b)
    const down = (y: number) => Math.max(0, Math.min(1, (y - plot.top) / plot.height))
    return { told: edges, is: [down(scroller.top), down(Math.min(scroller.bottom, innerHeight))] }
  })
}

async function agree(page: Page): Promise<{ told: number[] }> {
  let both = await seen(page)
  await expect
    .poll(async () => {
      both = await seen(page)
      return Math.max(...both.told.map((at, i) => Math.abs(at - both.is[i]!)))
    })
    .toBeLessThan(0.02)
  return both
}

describe.each([
  ["in English", "?lang=en", false],
  ["in Arabic", "?lang=ar", true],
])("the overview of a phone %s", (_, query, isReversed) => {
  it("shows the part of the column that is on the screen, as it scrolls", async () => {
    const { page } = await site().open(`/${query}`, PHONE)
    await ready(page)
    const before = await agree(page)
    await page.locator(".scroller").evaluate(scroller => scroller.scrollTo(0, scroller.scrollHeight))
    const after = await agree(page)
    expect(after.told[0]!).toBeGreaterThan(before.told[0]! + 0.05)
    expect(after.told[1]!).toBeCloseTo(1, 1)
  })

  it("scrolls to where it is pressed, and with the part that is dragged, and leaves the view as it is", async () => {
    const { page } = await site().open(`/${query}`, PHONE)
    await ready(page)
    await agree(page)
    const box = (await page.locator(".brush").boundingBox())!
    const at = (part: number) => box.x + box.width * (isReversed ? 1 - part : part)
    await page.touchscreen.tap(at(0.9), box.y + 20)
    await expect.poll(async () => (await seen(page)).is[1]).toBeCloseTo(1, 1)
    await agree(page)

    await page.mouse.move(at(0.6), box.y + 20)
    await page.mouse.down()
    await page.mouse.move(at(0.4), box.y + 20, { steps: 5 })
    await page.mouse.move(at(0.1), box.y + 20, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await seen(page)).is[0]).toBeCloseTo(0, 1)
    await agree(page)
    expect(page.url()).not.toContain("view=")
  })
})

it("the part that is dragged beyond the end of a view takes the view with it", async () => {
  const { page } = await site().open("/?lang=en&view=2016-10-20/2016-11-05", PHONE)
  await ready(page)
  await agree(page)
  const last = page.getByRole("slider").last()
  const end = Number(await last.getAttribute("aria-valuenow"))
  const box = (await page.locator(".on-screen").boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 120, box.y + 20, { steps: 12 })
  await page.mouse.up()
  await expect
    .poll(async () => Number(await last.getAttribute("aria-valuenow")))
    .toBeGreaterThan(end + 86_400)
  expect((await agree(page)).told[1]!).toBeCloseTo(1, 1)
})

it("where all of the column is on the screen nothing is marked in the overview", async () => {
  const { page } = await site().open("/?lang=en", { ...PHONE, viewport: { width: 390, height: 2400 } })
  await ready(page)
  await page.locator(".on-screen").waitFor({ state: "hidden" })
  expect(await page.locator(".on-screen").count()).toBe(1)
})
