import type { Frame, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { count, ready, useSite } from "./browser.ts"

const LISTEN = `<script>heard = []; addEventListener("message", e => e.data.dateline && heard.push({ origin: e.origin, ...e.data }))</script>`
const HOSTILE = `<style>
  * { color: lime !important; font: 40px cursive !important; margin: 30px !important }
  html { font-size: 50px; direction: rtl } canvas, svg { display: none !important }
</style>`

const host = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>${head}</head><body>${body}</body></html>`
const frame = (address: string, attributes: string) =>
  `<iframe id="frame" title="Timeline" width="700" ${attributes} src="${address}"></iframe>`

const site = useSite(origin => ({
  "/plain.html": host(LISTEN, frame(`${origin}/?embed=1`, `height="600"`)),
  "/sandboxed.html": host(LISTEN, frame(`${origin}/?embed=1`, `height="600" sandbox="allow-scripts"`)),
  "/low.html": host(LISTEN, frame(`${origin}/?embed=1&actor=kerry`, `height="50"`)),
  "/high.html": host(LISTEN, frame(`${origin}/?embed=1&actor=kerry`, `height="3000"`)),
  "/following.html": host(
    LISTEN +
      `<script>addEventListener("message", e => { if (e.data.type === "height") document.getElementById("frame").height = e.data.height })</script>`,
    frame(`${origin}/?embed=1`, `height="300" sandbox="allow-scripts"`),
  ),
  "/narrow.html": host(LISTEN, frame(`${origin}/?embed=1`, `height="300" style="width: 360px"`)),
  "/hostile.html": host(HOSTILE, frame(`${origin}/?embed=1`, `height="600"`)),
}))

interface Heard {
  readonly origin: string
  readonly dateline: number
  readonly type: string
  readonly height?: number
  readonly state?: string
  readonly event?: string | null
}

/** Opens a host page of the other origin; gives it and the frame in it, ready. */
async function hosted(path: string): Promise<{ page: Page; inner: Frame }> {
  const { page } = await site().open(`${site().hostOrigin}${path}`)
  const element = await page.locator("iframe").first().elementHandle()
  const inner = (await element!.contentFrame())!
  await ready(inner)
  return { page, inner }
}

const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard)
const hears = (page: Page, type: string) =>
  page.waitForFunction(
    type => (globalThis as unknown as { heard: Heard[] }).heard.some(one => one.type === type),
    type,
  )
const tell = (page: Page, message: unknown) =>
  page.evaluate(message => frames[0]!.postMessage(message, "*"), message)

describe.each(["/plain.html", "/sandboxed.html"])("a timeline in a frame of another site (%s)", path => {
  it("draws, and says that it is ready and how high it wants to be", async () => {
    const { page, inner } = await hosted(path)
    expect(await count(inner)).toBe("14 of 14 events")
    expect(await inner.locator("canvas").first().isVisible()).toBe(true)
    await hears(page, "ready")
    await hears(page, "height")
    const all = await heard(page)
    expect(all.every(({ dateline }) => dateline === 1)).toBe(true)
    expect(all.find(({ type }) => type === "height")!.height).toBeGreaterThanOrEqual(200)
  })

  it("filters, opens an event, changes its language, and tells the host", async () => {
    const { page, inner } = await hosted(path)
    await inner.getByRole("button", { name: "Filters" }).click()
    await inner.getByRole("checkbox", { name: "Sergei Lavrov" }).check()
    await inner.getByRole("button", { name: "Show 2 events" }).click()
    expect(await count(inner)).toBe("2 of 14 events")
    await hears(page, "state")
    expect((await heard(page)).find(({ type }) => type === "state")!.state).toBe("actor=lavrov&embed=1")
    await inner.getByRole("button", { name: "List", exact: true }).click()
    await inner.locator(".list tbody button").first().click()
    await hears(page, "select")
    await inner.locator("button.language").click()
    await inner.locator(".dateline[dir=rtl]").first().waitFor()
  })

  it("takes a state from its host and ignores everything else", async () => {
    const { page, inner } = await hosted(path)
    for (const message of [
      null,
      5,
      "set",
      { dateline: 2, type: "set", state: "" },
      { dateline: 1, type: "set" },
    ])
      await tell(page, message)
    expect(await count(inner)).toBe("14 of 14 events")
    await tell(page, { dateline: 1, type: "set", state: "status=planned" })
    await inner.getByText("3 of 14 events").first().waitFor()
  })

  it("does not listen to windows other than its host", async () => {
    const { inner } = await hosted(path)
    await inner.evaluate(() => window.postMessage({ dateline: 1, type: "set", state: "actor=nobody" }, "*"))
    await inner.evaluate(() => new Promise(done => setTimeout(done, 100)))
    expect(await count(inner)).toBe("14 of 14 events")
  })

  it("answers a host that asks late", async () => {
    const { page } = await hosted(path)
    await hears(page, "ready")
    await page.evaluate(() => ((globalThis as unknown as { heard: Heard[] }).heard = []))
    await tell(page, { dateline: 1, type: "ready" })
    await hears(page, "ready")
    await hears(page, "height")
  })

  it("leaves the host's Back button to the host", async () => {
    const { page, inner } = await hosted(path)
    const steps = await page.evaluate(() => history.length)
    await inner.getByRole("button", { name: "List", exact: true }).click()
    expect(await page.evaluate(() => history.length)).toBe(steps)
  })
})

/** The height that a frame has come to rest at. */
async function restingHeight(page: Page): Promise<number> {
  await hears(page, "ready")
  await page.waitForTimeout(500)
  return (await heard(page)).findLast(({ type }) => type === "height")!.height!
}

describe("the height of a frame", () => {
  it("does not depend on the height that the frame has", async () => {
    const low = await restingHeight((await hosted("/low.html")).page)
    const high = await restingHeight((await hosted("/high.html")).page)
    expect(Math.abs(low - high)).toBeLessThanOrEqual(1)
  })

  it("comes to rest in a host that follows it, and then nothing is left to scroll", async () => {
    const { page, inner } = await hosted("/following.html")
    await restingHeight(page)
    const before = (await heard(page)).length
    await page.waitForTimeout(1000)
    expect((await heard(page)).length).toBe(before)
    const rest = await inner.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(rest).toBeLessThanOrEqual(0)
  })

  it("asks on a narrow page for room for the drawing, in which time runs down", async () => {
    const { page, inner } = await hosted("/narrow.html")
    await inner.locator(".label", { hasText: "Lausanne" }).first().waitFor()
    const plot = await inner.locator(".plot").evaluate(element => element.getBoundingClientRect().height)
    expect(plot).toBeGreaterThan(300)
    expect(await restingHeight(page)).toBeGreaterThan(plot)
  })
})

describe("a host page", () => {
  it("cannot spoil the frame by its styles", async () => {
    const { inner } = await hosted("/hostile.html")
    const title = await inner.locator("h1").evaluate(element => {
      const { color, fontFamily, direction } = getComputedStyle(element)
      return { color, fontFamily, direction }
    })
    expect(title.color).not.toBe("rgb(0, 255, 0)")
    expect(title.fontFamily).toContain("Dateline Sans")
    expect(title.direction).toBe("ltr")
  })
})
