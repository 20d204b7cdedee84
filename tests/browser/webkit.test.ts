import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { SITE } from "./browser.ts"
import { hostPages } from "./hostPages.ts"
import { readHeaderFile, serve, type Fixtures, type StaticServer } from "./server.ts"
import { findWebKit, launchWebKit, type WebKit } from "./webkit.ts"

/** What stands on a page of someone else's, in the engine of Safari, whose sandbox is the narrowest. */
const EVENTS = JSON.stringify([
  { id: "first", when: "2016-10-15", title: "First talk", actors: ["Lavrov", "Kerry"] },
  { id: "second", when: "2016-11-16", title: "Second talk", actors: ["Lavrov"] },
])
const OPEN = { "access-control-allow-origin": "*" }
const COUNT = `document.querySelector(".under-title [role=status]")?.textContent`

const program = findWebKit()

describe("in WebKit", () => {
  if (program === null) {
    // Said, and not counted as passed.
    it.skip("WebKit is not on this machine: its host pages were not driven", () => {})
    return
  }
  let webkit: WebKit
  let pages: StaticServer
  const sites: StaticServer[] = []
  beforeAll(async () => {
    const known: Fixtures = {}
    // One host obeys the header file, the other sends nothing of the kind.
    sites.push(
      await serve(SITE, "/", known, readHeaderFile(`${SITE}/_headers`)),
      await serve(SITE, "/", known),
    )
    Object.assign(known, { "/events.json": { body: EVENTS, headers: OPEN } })
    const [open, closed] = sites as [StaticServer, StaticServer]
    pages = await serve(null, "/", {
      ...hostPages(open.origin),
      "/closed.html": hostPages(closed.origin)["/sandboxed.html"]!,
      "/element.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
        <script type="module" src="${open.origin}/element.js"></script>
        <event-timeline src="${open.origin}/events.json" actor="Kerry" lang="en"></event-timeline></html>`,
    })
    webkit = await launchWebKit(program)
  })
  afterAll(async () => {
    await webkit.close()
    await Promise.all([pages, ...sites].map(server => server.close()))
  })
  const open = (name: string) => webkit.open(`${pages.origin}/${name}.html`)
  const inFrame = (expression: string) =>
    expect.poll(() => webkit.inFrame(expression), { timeout: 20_000, interval: 200 })

  it.each([
    ["of a host that lets every page read it", "sandboxed"],
    ["of a host that sends no header", "closed"],
  ])("a sandboxed frame %s draws, reads its file, filters and talks", async (_, name) => {
    await open(name)
    await inFrame(COUNT).toBe("2 of 2 events")
    expect(await webkit.inFrame("self.origin")).toBe("null")
    await expect.poll(() => webkit.inPage(`heard.some(one => one.type === "ready")`)).toBe(true)
    // Set in the page's styles, and in its fonts.
    expect(await webkit.inFrame(`getComputedStyle(document.querySelector(".plot")).position`)).not.toBe(
      "static",
    )
    await webkit.inPage(`frames[0].postMessage({ dateline: 1, type: "set", state: "actor=Kerry" }, "*")`)
    await inFrame(COUNT).toBe("1 of 2 events")
  })

  it("a link becomes a frame that is as high as what it holds", async () => {
    await open("script")
    await inFrame(COUNT).toBe("2 of 14 events")
    const holds = `Math.ceil(document.querySelector("#dateline").getBoundingClientRect().height)`
    const has = `document.querySelector("iframe").clientHeight`
    await expect
      .poll(async () => (await webkit.inPage<number>(has)) - (await webkit.inFrame<number>(holds)))
      .toBe(0)
  })

  it("the element reads its file and draws", async () => {
    await open("element")
    const root = `document.querySelector("event-timeline").shadowRoot`
    await expect
      .poll(() => webkit.inPage(COUNT.replace("document", root)), { timeout: 20_000, interval: 200 })
      .toBe("1 of 2 events")
    await expect.poll(() => webkit.inPage(`${root}.querySelector(".plot canvas").width > 0`)).toBe(true)
  })
})
