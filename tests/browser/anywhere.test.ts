import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { chromium } from "playwright-core"
import { count, openWatched, ready, SITE, useSite } from "./browser.ts"
import { hostPages } from "./hostPages.ts"

const EVENTS = JSON.stringify([
  { when: "2016-10-15", title: "First talk" },
  { when: "2016-11-16", title: "Second talk" },
])

const site = useSite(
  origin => ({
    ...hostPages(origin),
    "/events.json": { body: EVENTS, headers: { "access-control-allow-origin": "*" } },
    "/framed.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
      <iframe src="${origin}/?embed=1&data=events.json" width="700" height="500" title="Timeline"
        sandbox="allow-scripts"></iframe></html>`,
  }),
  "/",
  true,
)

describe("what a static host sends of the site with its header file", () => {
  it("may be read by every other site, as what it says that it is", async () => {
    const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => `${file.parentPath}/${file.name}`.slice(SITE.length))
    expect(files.length).toBeGreaterThan(30)
    const closed: string[] = []
    for (const file of files) {
      const { headers } = await fetch(site().origin + file, { method: "HEAD" })
      const isOpen = headers.get("access-control-allow-origin") === "*"
      if (!isOpen || headers.get("x-content-type-options") !== "nosniff") closed.push(file)
    }
    expect(closed).toEqual([])
  })
})

describe("a frame", () => {
  it("goes on where all that a browser could keep for it throws", async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    })
    try {
      const watched = await openWatched(browser, "about:blank")
      await watched.page.addInitScript(() => {
        const refused: PropertyDescriptor = {
          get() {
            throw new DOMException("refused", "SecurityError")
          },
          set() {
            throw new DOMException("refused", "SecurityError")
          },
        }
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
          Object.defineProperty(window, name, refused)
        Object.defineProperty(Document.prototype, "cookie", refused)
      })
      await watched.page.goto(`${site().origin}/?embed=1`)
      await ready(watched.page)
      await watched.page.getByRole("button", { name: "Filters" }).click()
      await watched.page.getByRole("checkbox", { name: "Sergei Lavrov" }).check()
      await watched.page.getByRole("button", { name: "Show 2 events" }).click()
      expect(await count(watched.page)).toBe("2 of 14 events")
      await watched.page.reload()
      expect(await count(watched.page)).toBe("2 of 14 events")
      expect(watched.faults).toEqual([])
    } finally {
      await browser.close()
    }
  })

  it("reads its file in a sandbox, in a thread of its own, and loads no more there than elsewhere", async () => {
    const { page, requests } = await site().open(`${site().hostOrigin}/framed.html`)
    const worker = page.waitForEvent("worker")
    const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!
    expect(await count(inner)).toBe("2 of 2 events")
    expect((await worker).url()).toMatch(/^blob:/)
    expect(requests.filter(address => /\/single-/.test(address))).toEqual([])
  })

  it.each([
    ["?embed=1", false],
    ["", true],
  ])("is no place to drop files on, and the whole page is (%s)", async (query, takes) => {
    const { page } = await site().open(`/${query}`)
    await ready(page)
    const taken = await page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(["when,title\n2020,One"], "one.csv"))
      const event = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector(".main")!.dispatchEvent(event)
      return event.defaultPrevented
    })
    expect(taken).toBe(takes)
  })
})

describe("the element", () => {
  it("asks no more of a page's own policy than its host, for scripts, data and fonts, and a blob to read in", async () => {
    const { page } = await site().open(`${site().hostOrigin}/policyElement.html`)
    const worker = page.waitForEvent("worker")
    await page.locator("event-timeline .under-title [role=status]", { hasText: "2 of 14 events" }).waitFor()
    expect((await worker).url()).toMatch(/^blob:/)
    await page.getByRole("button", { name: "Filters" }).click()
    await page.getByRole("checkbox", { name: "John Kerry" }).check()
    await page.getByRole("button", { name: /^Show \d+ events/ }).click()
    await page.getByRole("button", { name: "List", exact: true }).click()
    await page.locator("event-timeline .list tbody button").first().click()
    await page.locator("event-timeline .details h2").waitFor()
  })
})
