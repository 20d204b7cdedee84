import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { count, forgive, ready, useSite } from "./browser.ts"

/**
 * Most that a reader may have to download before the first complete picture: bytes, compressed by gzip, of script and
 * style, and with the built-in document. React takes 67,000 of it; these only ever go down.
 */
const BUDGET = 119_000
const WITH_DATA = 127_500
/** The same of a view with a document of its own, which takes a reader of files too. */
const WITH_READER = 160_500

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

// Under a path of its own: no address in the site may count on lying at the root.
const site = useSite({}, "/news/timeline/")
const at = (query = "") => `/news/timeline/${query}`

/** Query of the page's address as it stands. */
const query = (page: { url(): string }) => new URL(page.url()).search

describe("the built site", () => {
  it.each([
    ["?lang=en", {}],
    ["?lang=ar", {}],
    ["?lang=en", PHONE],
    ["?lang=ar", PHONE],
    ["?embed=1&lang=en", {}],
    ["?embed=1&lang=ar", PHONE],
    ["?embed=1&lang=en&data=report.json", {}],
  ])("needs little before its first complete picture (%s, %j)", async (address, device) => {
    const { page } = await site().open(at(address), device)
    await page.waitForFunction(() => performance.getEntriesByName("dateline-ready").length > 0)
    // Everything that was asked for before the picture stood; what comes after it keeps nobody waiting.
    const before = await page.evaluate(() => {
      const [mark] = performance.getEntriesByName("dateline-ready")
      return performance
        .getEntriesByType("resource")
        .filter(({ startTime }) => startTime < mark!.startTime)
        .map(({ name }) => name)
    })
    const sizeOf = async (kinds: RegExp) => {
      const files = before.filter(name => kinds.test(new URL(name).pathname))
      for (const part of ["style", "start", "first", address.includes("lang=ar") ? "ar" : "en"])
        expect(files.some(name => name.includes(`/assets/${part}-`))).toBe(true)
      const sizes = files.map(async file => {
        const body = await (await fetch(file)).arrayBuffer()
        return gzipSync(new Uint8Array(body), { level: 9 }).length
      })
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    }
    const isRead = address.includes("data=")
    expect(await sizeOf(/\.(js|css)$/)).toBeLessThanOrEqual(isRead ? WITH_READER : BUDGET)
    if (isRead) expect(before.some(name => name.includes("/worker-"))).toBe(true)
    else expect(await sizeOf(/\.(js|css|json)$/)).toBeLessThanOrEqual(WITH_DATA)
  })

  it.each(["?lang=en", "?lang=ar&data=report.json"])("is complete when it says so (%s)", async address => {
    const { page } = await site().open(at(address))
    await page.addInitScript(() => {
      new PerformanceObserver(list => {
        if (list.getEntriesByName("dateline-ready").length > 0)
          Object.assign(globalThis, { stood: document.querySelector(".overview svg") !== null })
      }).observe({ entryTypes: ["mark"] })
    })
    await page.reload()
    await page.waitForFunction(() => "stood" in globalThis)
    expect(await page.evaluate(() => (globalThis as unknown as { stood: boolean }).stood)).toBe(true)
  })

  it("runs under a policy without inline script, inline style or eval, and with Trusted Types", async () => {
    const { page } = await site().open(at())
    await ready(page)
    const policies = await page
      .locator("meta[http-equiv=Content-Security-Policy]")
      .evaluateAll(all => all.map(one => one.getAttribute("content")!))
    expect(policies.every(policy => policy.includes("require-trusted-types-for 'script'"))).toBe(true)
    const policy = policies.at(-1)!
    expect(policy).toContain("default-src 'none'")
    // By its name, for WebKit knows itself by no other in a sandbox.
    expect(policy).toContain(`script-src ${site().origin};`)
    expect(policies.join()).not.toMatch(/unsafe|script-src[^;]*(\*|data:|blob:|https?:(?!\/\/))/)
    expect(await page.locator("script:not([src]), style, [onload], [onclick]").count()).toBe(0)
  })

  it("runs no script of another host, and takes no style from one", async () => {
    site().add({ "/other.js": "other = true", "/other.css": "body { margin: 99px }" })
    const watched = await site().open(at())
    await ready(watched.page)
    const { hostOrigin } = site()
    // As text, since what builds the tests would put a helper of its own in place of the import.
    const imported = await watched.page.evaluate<boolean>(
      `import("${hostOrigin}/other.js").then(() => true, () => false)`,
    )
    const styled = await watched.page.evaluate(address => {
      const link = document.createElement("link")
      link.rel = "stylesheet"
      link.href = address
      document.head.append(link)
      return new Promise(done => {
        link.addEventListener("error", () => done(false))
        link.addEventListener("load", () => done(true))
      })
    }, `${hostOrigin}/other.css`)
    expect([imported, styled]).toEqual([false, false])
    forgive(watched, /other\.(js|css)|policy:/)
  })

  it("leaves the drawing room in a low window, a phone held sideways, and scrolls instead", async () => {
    const { page } = await site().open(at("?lang=en"), { viewport: { width: 844, height: 390 } })
    await ready(page)
    const room = () => page.locator(".scroller").evaluate(node => node.clientHeight)
    expect(await room()).toBeGreaterThan(180)
    await page.evaluate(() => scrollTo(0, 1000))
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
  })

  it("sets its text in its own fonts, Arabic among them", async () => {
    const { page } = await site().open(at("?lang=ar"))
    await ready(page)
    await page.waitForFunction(() => document.fonts.status === "loaded")
    const faces = await page.evaluate(() =>
      [...document.fonts]
        .filter(face => face.status === "loaded")
        .map(face => `${face.family.replaceAll('"', "")} ${face.weight} ${face.unicodeRange.slice(0, 6)}`),
    )
    expect(faces).toContain("Dateline Sans 400 U+600-")
    expect(faces).toContain("Dateline Sans 600 U+600-")
  })

  it("names itself in the reader's language", async () => {
    const { page } = await site().open(at(), { locale: "ar-SY" })
    await ready(page)
    const html = page.locator("html")
    expect(await html.getAttribute("dir")).toBe("rtl")
    expect(await html.getAttribute("lang")).toMatch(/^ar/)
    expect(await page.title()).not.toBe("")
  })

  it("leads on where scripts are switched off", async () => {
    const { page } = await site().open(at(), { javaScriptEnabled: false })
    const way = page.getByRole("link", { name: "the data file" })
    const answer = await page.request.get(new URL((await way.getAttribute("href"))!, page.url()).href)
    expect((await answer.json()).events.length).toBeGreaterThan(0)
  })
})

describe("the address", () => {
  it.each([
    "?actor=lavrov",
    "?actor=lavrov&actor=kerry&match=all",
    "?place=switzerland&lang=ar",
    "?place=?",
    "?status=planned&show=list",
    "?q=aleppo&rest=dim&theme=dark",
    "?view=2016-11-14/2016-11-19&lanes=place",
  ])("%s gives the same picture again", async address => {
    const { page } = await site().open(at(address))
    const picture = async () => [await count(page), await page.locator(".main").innerText()]
    const before = await picture()
    await page.reload()
    expect(await picture()).toEqual(before)
    expect(query(page)).toBe(address)
  })

  it("follows movement without a new step back", async () => {
    const { page } = await site().open(at())
    await ready(page)
    const steps = await page.evaluate(() => history.length)
    await page.getByRole("button", { name: "Zoom in" }).click()
    await page.waitForFunction(() => location.search.includes("view="))
    expect(await page.evaluate(() => history.length)).toBe(steps)
  })

  it("keeps parameters that it does not know", async () => {
    const { page } = await site().open(at("?utm_source=mail"))
    await ready(page)
    await page.getByRole("checkbox", { name: "John Kerry" }).check()
    expect(query(page)).toBe("?actor=kerry&utm_source=mail")
  })
})
