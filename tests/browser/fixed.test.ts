import type { Frame, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { ready, useSite } from "./browser.ts"
import { hostPages } from "./hostPages.ts"

const HIGH = (site: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A high frame</title><body style="margin: 0">
   <iframe src="${site}/?embed=1" width="700" height="2400" title="Timeline" frameborder="0"></iframe></body></html>`

const site = useSite(origin => ({ ...hostPages(origin), "/high.html": HIGH(origin) }))

async function hosted(
  path: string,
  size = { width: 800, height: 600 },
): Promise<{ page: Page; inner: Frame }> {
  const { page } = await site().open(`${site().hostOrigin}${path}`, { viewport: size })
  const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!
  await ready(inner)
  return { page, inner }
}

type Place = readonly [across: number, down: number]

const hasSign = (inner: Frame) => inner.locator("#dateline[data-more]").count()

/** Where something stands in the reader's window, through the frame. */
const inWindow = async (page: Page, inner: Frame, selector: string) => {
  const offset = await page.evaluate(() => document.querySelector("iframe")!.getBoundingClientRect().top)
  const box = await inner.locator(selector).evaluate(one => {
    const { top, bottom } = one.getBoundingClientRect()
    return { top, bottom }
  })
  return { top: box.top + offset, bottom: box.bottom + offset }
}

describe("a frame of a fixed height", () => {
  it("scrolls inside even where the host took its scrolling away, with a sign until the end", async () => {
    const { page, inner } = await hosted("/fixed.html")
    await inner.locator("#dateline[data-more]").waitFor()
    const sign = () =>
      inner.locator(".dateline").evaluate(one => getComputedStyle(one, "::after").content.includes("↓"))
    expect(await sign()).toBe(true)
    const foot = inner.getByRole("link", { name: "Open in full" })
    await page.mouse.move(300, 350)
    // The wheel is the frame's until its end, and then the page's.
    for (let i = 0; i < 12; i++) {
      await page.mouse.wheel(0, 200)
      await page.waitForTimeout(60)
    }
    expect(await hasSign(inner)).toBe(0)
    expect(await sign()).toBe(false)
    expect(await foot.evaluate(link => link.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await page.waitForFunction(() => scrollY > 0)
  })

  it("keeps the dates in sight while the lanes scroll", async () => {
    const { inner } = await hosted("/fixed.html")
    await inner.evaluate(() => document.body.scrollTo({ top: 250 }))
    const top = await inner.locator(".axis").evaluate(axis => axis.getBoundingClientRect().top)
    expect(top).toBe(0)
  })
})

describe("the wheel over a frame", () => {
  it("scrolls the page; with Ctrl, or once the reader has clicked, it zooms and the page stays", async () => {
    const { page, inner } = await hosted("/high.html")
    const view = () => inner.evaluate(() => new URLSearchParams(location.search).get("view"))
    await page.mouse.move(400, 350)
    await page.mouse.wheel(0, 100)
    await page.waitForFunction(() => scrollY === 100)
    expect(await view()).toBeNull()
    await page.keyboard.down("Control")
    await page.mouse.wheel(0, -100)
    await page.keyboard.up("Control")
    await inner.waitForFunction(() => location.search.includes("view="))
    const first = await view()
    const plot = (await inner.locator(".plot").boundingBox())!
    await page.mouse.click(plot.x + 5, plot.y + 5)
    await page.mouse.wheel(0, -100)
    await inner.waitForFunction(first => new URLSearchParams(location.search).get("view") !== first, first)
    expect(await page.evaluate(() => scrollY)).toBe(100)
  })
})

describe("fingers on a frame", () => {
  it("scroll the page where there is one of them, and zoom the time where there are two", async () => {
    const { page } = await site().open(`${site().hostOrigin}/high.html`, {
      viewport: { width: 720, height: 700 },
      isMobile: true,
      hasTouch: true,
    })
    const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!
    await ready(inner)
    const session = await page.context().newCDPSession(page)
    const { x, y } = (await inner.locator(".plot").boundingBox())!
    /** Fingers that begin at the first places and end at the others. */
    const pull = async (from: readonly Place[], to: readonly Place[]) => {
      for (let step = 0; step <= 10; step++) {
        const touchPoints = from.map(([across, down], id) => ({
          id,
          x: x + across + ((to[id]![0] - across) * step) / 10,
          y: y + down + ((to[id]![1] - down) * step) / 10,
        }))
        await session.send("Input.dispatchTouchEvent", {
          type: step === 0 ? "touchStart" : "touchMove",
          touchPoints,
        })
      }
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] })
    }
    await pull([[180, 220]], [[180, 70]])
    await page.waitForFunction(() => scrollY > 100)
    expect(await inner.evaluate(() => location.search)).not.toContain("view=")
    await page.evaluate(() => scrollTo(0, 0))
    const apart: Place[] = [
      [60, 120],
      [300, 120],
    ]
    const together: Place[] = [
      [150, 120],
      [210, 120],
    ]
    await pull(together, apart)
    await inner.waitForFunction(() => location.search.includes("view="))
    expect(await page.evaluate(() => scrollY)).toBeLessThan(40)
  })
})

describe("a frame that is higher than the screen", () => {
  it("opens its dialogs where the reader looks, without moving the page", async () => {
    const { page, inner } = await hosted("/high.html")
    await page.evaluate(() => scrollTo(0, 10))
    await inner.getByRole("button", { name: "Filters" }).click()
    await inner.locator("dialog[open]").waitFor()
    const { top, bottom } = await inWindow(page, inner, "dialog[open]")
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(600)
    expect(await page.evaluate(() => scrollY)).toBe(10)
  })

  it("shows the details of an event beside where the reader looks", async () => {
    const { page, inner } = await hosted("/high.html")
    await page.evaluate(() => scrollTo(0, 500))
    const label = inner.locator(".label", { hasText: "Haddad" }).last()
    const box = (await label.boundingBox())!
    await page.mouse.click(box.x + 10, box.y + box.height / 2)
    await inner.locator(".details h2").waitFor()
    await page.waitForTimeout(200)
    const { top } = await inWindow(page, inner, ".details h2")
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThanOrEqual(400)
  })
})
