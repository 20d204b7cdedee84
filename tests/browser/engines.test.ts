import type { Browser, Frame, Page } from "puppeteer-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { SITE } from "./browser.ts"
import { ENGINES, launchEngine } from "./engines.ts"
import { hostPages } from "./hostPages.ts"
import { readHeaderFile, serve, type Fixtures, type StaticServer } from "./server.ts"

/** What stands on a page of someone else's, driven the same way in each engine that is here. */
const EVENTS = JSON.stringify({
  title: "Two talks",
  events: [
    { id: "first", when: "2016-10-15", title: "First talk", actors: ["Lavrov", "Kerry"] },
    { id: "second", when: "2016-11-16", title: "Second talk", actors: ["Lavrov"] },
  ],
})

const servers: StaticServer[] = []
beforeAll(async () => {
  const known: Fixtures = {}
  // A frame without an origin may read only what its host lets everyone read.
  const rules = readHeaderFile(`${SITE}/_headers`)
  servers.push(await serve(SITE, "/", known, rules), await serve(null, "/", known))
  const headers = { "access-control-allow-origin": "*" }
  Object.assign(known, hostPages(servers[0].origin), { "/events.json": { body: EVENTS, headers } })
})
afterAll(() => Promise.all(servers.map(server => server.close())))

/** Waits until an expression is true in a page or a frame. */
const until = (where: Page | Frame, expression: string) =>
  where.waitForFunction(`Boolean(${expression})`, { polling: 50, timeout: 20_000 })

/** How the title looks in a document or a shadow root, and whether the header has room. */
const looks = (root: string) => `(() => {
  const title = getComputedStyle(${root}.querySelector("h1"))
  const { width } = ${root}.querySelector(".header").getBoundingClientRect()
  return [title.color, title.fontSize, title.letterSpacing, title.direction, width > 500]
})()`

describe.each(ENGINES.map(engine => [engine.name, engine] as const))("in %s", (_, engine) => {
  if (engine.program === null) {
    // Said, and not counted as passed.
    it.skip(`${engine.name} is not on this machine: its host pages were not driven`, () => {})
    return
  }
  let browser: Browser
  let page: Page
  const faults: string[] = []
  beforeAll(async () => {
    browser = await launchEngine(engine)
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await page.close()
    expect(faults.splice(0)).toEqual([])
  })
  const open = async (name: string) => {
    page = await browser.newPage()
    await page.setViewport({ width: 1000, height: 800 })
    page.on("pageerror", error => faults.push(String(error)))
    page.on("console", message => {
      if (message.type() === "error") faults.push(message.text())
    })
    await page.goto(`${servers[1].origin}/${name}.html`)
  }
  const frame = async (): Promise<Frame> => (await (await page.waitForSelector("iframe"))!.contentFrame())!
  const stands = `document.querySelector(".plot[data-movable]")`

  it("a sandboxed frame of another site draws, reads its file, filters, opens an event and talks", async () => {
    await open("sandboxed")
    const inner = await frame()
    await until(inner, stands)
    const count = `document.querySelector(".under-title [role=status]").textContent`
    expect(await inner.evaluate(count)).toBe("2 of 2 events")
    expect(await inner.evaluate("self.origin")).toBe("null")
    await until(page, `heard.some(one => one.type === "ready" && one.origin === "null")`)
    await page.evaluate(`frames[0].postMessage({ dateline: 1, type: "set", state: "actor=Kerry" }, "*")`)
    await until(inner, `${count} === "1 of 2 events"`)
    await inner.evaluate(`[...document.querySelectorAll(".tabs button")].at(-1).click()`)
    await until(inner, `document.querySelector(".list tbody button")`)
    await inner.evaluate(`document.querySelector(".list tbody button").click()`)
    await until(page, `heard.some(one => one.type === "select" && one.event === "first")`)
    await until(inner, `document.querySelector(".details h2")?.textContent === "First talk"`)
    // As high as it wants to be, and then at rest.
    await until(inner, `document.body.scrollHeight <= innerHeight + 1`)
    await new Promise(done => setTimeout(done, 500))
    const before = (await page.evaluate(`heard.length`)) as number
    await new Promise(done => setTimeout(done, 1000))
    expect(await page.evaluate(`heard.length`)).toBe(before)
  })

  it("a page with hostile styles, in big letters and from right to left, spoils neither frame nor element", async () => {
    await open("hostile")
    const inner = await frame()
    const shadow = `document.querySelector("event-timeline").shadowRoot`
    await page.evaluate(`document.querySelector("event-timeline").scrollIntoView()`)
    await until(page, `${shadow}.querySelector(".plot[data-movable]")`)
    const right = ["rgb(29, 28, 26)", "26px", "normal", "ltr", true]
    expect(await page.evaluate(looks(shadow))).toEqual(right)
    await page.evaluate(`document.querySelector("iframe").scrollIntoView()`)
    await until(inner, stands)
    expect(await inner.evaluate(looks("document"))).toEqual(right)
  })
})
