import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"
import type { Frame, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { count, ready, SITE, useSite } from "./browser.ts"
import { hostPages } from "./hostPages.ts"

const site = useSite(hostPages)

async function frameIn(page: Page, selector = "iframe"): Promise<Frame> {
  return (await (await page.locator(selector).first().elementHandle())!.contentFrame())!
}

/** Waits until a frame is as high as what it holds. */
async function fits(page: Page, selector: string): Promise<void> {
  const inner = await frameIn(page, selector)
  await ready(inner)
  const wanted = () =>
    inner.locator("#dateline").evaluate(root => Math.ceil(root.getBoundingClientRect().height))
  await expect
    .poll(async () => (await page.locator(selector).evaluate(frame => frame.clientHeight)) - (await wanted()))
    .toBe(0)
}

describe("embed.js", () => {
  it("weighs less than 3 KB", () => {
    expect(gzipSync(readFileSync(`${SITE}/embed.js`), { level: 9 }).length).toBeLessThan(3000)
  })

  it("makes each link a frame once, as high as it wants to be, or as high as the page wants", async () => {
    const { page } = await site().open(`${site().hostOrigin}/script.html`)
    expect(await page.locator("iframe").count()).toBe(3)
    expect(await page.locator("iframe").first().getAttribute("title")).toBe("Lavrov in autumn 2016")
    expect(await count(await frameIn(page))).toBe("2 of 14 events")
    await fits(page, "iframe[title^=Lavrov]")
    const list = await frameIn(page, "iframe[data-height]")
    await ready(list)
    expect(await list.locator(".dateline[dir=rtl]").count()).toBeGreaterThan(0)
    expect(await page.locator("iframe[data-height]").evaluate(frame => frame.clientHeight)).toBe(320)
    await list.locator("#dateline[data-more]").waitFor()
    expect(await page.locator("a").allTextContents()).toEqual(["not this", "nor this"])
  })

  it("keeps a frame right that the page made itself, and that was ready before the script came", async () => {
    const { page } = await site().open(`${site().hostOrigin}/script.html`)
    await fits(page, "iframe[title^='A frame']")
  })

  it("does not let a frame that is none of ours grow", async () => {
    const { page } = await site().open(`${site().hostOrigin}/script.html`)
    await page.evaluate(() => {
      const other = document.createElement("iframe")
      other.id = "other"
      other.height = "100"
      other.srcdoc = `<script>parent.postMessage({dateline: 1, type: "height", height: 900}, "*")</script>`
      document.body.append(other)
      return new Promise(done => other.addEventListener("load", done))
    })
    await page.waitForTimeout(200)
    expect(await page.locator("#other").evaluate(frame => frame.clientHeight)).toBe(100)
  })

  it("leaves the link where there are no scripts", async () => {
    const { page } = await site().open(`${site().hostOrigin}/script.html`, { javaScriptEnabled: false })
    const link = page.getByRole("link", { name: "Lavrov in autumn 2016" })
    expect(await link.getAttribute("href")).toBe(`${site().origin}/?actor=lavrov`)
  })

  it("shows the link's picture until the frame has come near and loaded", async () => {
    const { origin, hostOrigin } = site()
    site().add({
      "/poster.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><rect width="8" height="4"/></svg>`,
      "/poster.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
        <p style="height: 9000px">A long article</p>
        <a class="dateline-embed" href="${origin}/?actor=lavrov"><img src="/poster.svg" alt="Lavrov in autumn 2016"></a>
        <script src="${origin}/embed.js"></script></html>`,
    })
    const { page } = await site().open(`${hostOrigin}/poster.html`)
    const frame = page.locator("iframe[title='Lavrov in autumn 2016']")
    const picture = () => frame.evaluate(one => getComputedStyle(one).backgroundImage)
    expect(await picture()).toBe(`url("${hostOrigin}/poster.svg")`)
    await frame.scrollIntoViewIfNeeded()
    await fits(page, "iframe")
    await expect.poll(picture).toBe("none")
    const { page: without } = await site().open(`${hostOrigin}/poster.html`, { javaScriptEnabled: false })
    const link = without.getByRole("link", { name: "Lavrov in autumn 2016" })
    expect(await link.locator("img").isVisible()).toBe(true)
  })

  it("works under a strict policy of the page's own", async () => {
    const { page } = await site().open(`${site().hostOrigin}/policy.html`)
    expect(await count(await frameIn(page))).toBe("2 of 14 events")
    await fits(page, "iframe")
  })
})

describe("ten timelines on a page", () => {
  it("load one by one as they come near, each in the language of the page and with its own height", async () => {
    const { page, requests } = await site().open(`${site().hostOrigin}/ten.html`)
    const asked = () => requests.filter(address => /[?&]n=\d+/.test(address)).length
    await page.locator("#link-10").waitFor({ state: "attached" })
    await fits(page, "#link-1")
    await page.waitForTimeout(500)
    expect(asked()).toBeLessThanOrEqual(2)
    for (let i = 1; i <= 10; i++) {
      await page.locator(`#link-${i}`).scrollIntoViewIfNeeded()
      await fits(page, `#link-${i}`)
      // Nothing far below has come meanwhile.
      expect(asked()).toBeLessThanOrEqual(i + 1)
    }
    const inner = await frameIn(page, "#link-7")
    expect(await inner.locator(".dateline[dir=rtl]").count()).toBeGreaterThan(0)
    expect(new URL(inner.url()).searchParams.get("lang")).toBe("ar")
  })

  it("answer to keys and pointer each for itself, and leave the page's own keys alone", async () => {
    const { page } = await site().open(`${site().hostOrigin}/script.html`)
    const [one, two] = [
      await frameIn(page, "iframe[title^=Lavrov]"),
      await frameIn(page, "iframe[title^='A']"),
    ]
    await Promise.all([ready(one), ready(two)])
    await page.keyboard.press("+")
    await page.keyboard.press("d")
    await page.waitForTimeout(400)
    expect([await view(one), await view(two)]).toEqual([null, null])
    await one.locator(".scroller").focus()
    await page.keyboard.press("+")
    await one.waitForFunction(() => location.search.includes("view="))
    await page.waitForTimeout(300)
    expect(await view(two)).toBeNull()
  })
})

function view(inner: Frame): Promise<string | null> {
  return inner.evaluate(() => new URLSearchParams(location.search).get("view"))
}
