import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { count, ready, useSite } from "./browser.ts"

const page = (head: string, body: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>A host</title>${head}</head><body>${body}</body></html>`
const script = (origin: string) => `<script type="module" src="${origin}/element.js"></script>`

const EVENTS = JSON.stringify({
  title: "Two talks",
  events: [
    { id: "first", when: "2016-10-15", title: "First talk", actors: ["Lavrov", "Kerry"] },
    { id: "second", when: "2016-11-16", title: "Second talk", actors: ["Lavrov, Sergei"] },
    "no event at all",
  ],
})

/** Says everything that the elements of a page say, in `heard`. */
const LISTEN = `<script>
  heard = []
  for (const type of ["ready", "statechange", "eventselect", "problem"])
    document.addEventListener(type, event => heard.push([type, event.detail, event.target.id]))
</script>`

const HOSTILE = `<style>
  * { all: unset !important; color: lime !important; font: 40px cursive !important; letter-spacing: 9px !important;
      direction: rtl !important; display: inline !important; visibility: visible !important }
  html { font-size: 50px !important }
  .header, .list, .dateline { display: none !important }
</style>`

const site = useSite(
  origin => ({
    "/events.json": EVENTS,
    "/plain.html": page(LISTEN + script(origin), `<event-timeline id="one"></event-timeline>`),
    "/attributes.html": page(
      LISTEN + script(origin),
      `<event-timeline id="one" actor="lavrov,kerry" match="all" lanes="place" lang="ar" dir="rtl"></event-timeline>`,
    ),
    "/src.html": page(
      LISTEN + script(origin),
      `<event-timeline id="one" src="events.json"></event-timeline>`,
    ),
    "/early.html": page(
      LISTEN,
      `<event-timeline id="one"></event-timeline>
       <script>
         one.data = [{ when: "2020", title: "Given early" }, { when: "2021", title: "And another" }]
         one.state = "q=another"
       </script>${script(origin)}`,
    ),
    "/hostile.html": page(
      HOSTILE + script(origin),
      `<p>Host</p><event-timeline></event-timeline>`,
      'lang="en" dir="rtl"',
    ),
    "/far.html": page(
      script(origin),
      `<div style="height: 5000px">Far above</div><event-timeline></event-timeline>`,
    ),
    "/set.html": page(
      LISTEN,
      `<event-timeline id="one"></event-timeline>
       <script>one.actor = "lavrov,kerry"; one.match = "all"; one.show = "list"</script>${script(origin)}`,
    ),
    "/full.html": page(
      script(origin),
      `<event-timeline src="events.json" event="first" full="${origin}/whole/"></event-timeline>`,
    ),
    "/fixed.html": page(
      script(origin),
      `<event-timeline style="height: 300px"></event-timeline><p style="height: 3000px"></p>`,
    ),
    "/serif.html": page(
      `<style>event-timeline { --dateline-font: serif }</style>` + script(origin),
      `<event-timeline></event-timeline>`,
    ),
    "/two.html": page(
      LISTEN + script(origin),
      `<event-timeline id="one" actor="lavrov"></event-timeline><event-timeline id="two" src="events.json"></event-timeline>`,
    ),
  }),
  "/",
  true,
)

/** Opens a page of the site's own origin, or with `far` the same page of another. */
async function hosted(path: string, far = false): Promise<Page> {
  const { page } = await site().open(`${far ? site().hostOrigin : site().origin}${path}`)
  return page
}

const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: [string, Record<string, unknown>, string][] }).heard)
const said = async (page: Page, type: string) => (await heard(page)).filter(([one]) => one === type)

interface Element extends HTMLElement {
  data: unknown
  state: string
  src: string
}
const get = (page: Page, name: "data" | "state" | "src") =>
  page
    .locator("event-timeline")
    .first()
    .evaluate((element, name) => (element as Element)[name], name)
const set = (page: Page, name: "data" | "state" | "src", value: unknown) =>
  page
    .locator("event-timeline")
    .first()
    .evaluate((element, [name, value]) => Object.assign(element, { [name]: value }), [name, value] as const)
const attribute = (page: Page, name: string) => page.locator("event-timeline").first().getAttribute(name)

describe.each([
  ["of the same site", false],
  ["of another site", true],
])("the element in a page %s", (_, far) => {
  it("shows the built-in document, filters it and leaves the page's address alone", async () => {
    const page = await hosted("/plain.html", far)
    expect(await count(page)).toBe("14 of 14 events")
    expect((await said(page, "ready"))[0]![1]).toEqual({ events: 14 })
    await page.getByRole("button", { name: "Filters" }).click()
    await page.getByRole("checkbox", { name: "Sergei Lavrov" }).check()
    await page.getByRole("button", { name: "Show 2 events" }).click()
    expect(await count(page)).toBe("2 of 14 events")
    expect((await said(page, "statechange")).at(-1)![1]).toEqual({ state: "actor=lavrov" })
    expect(await get(page, "state")).toBe("actor=lavrov")
    expect(await attribute(page, "actor")).toBe("lavrov")
    expect(new URL(page.url()).search).toBe("")
  })

  it("reads the file that it is told to, counted from the page, in a thread of its own", async () => {
    const page = await hosted("/src.html", far)
    expect(await count(page)).toBe("2 of 2 events")
    const [, detail] = (await said(page, "problem"))[0]!
    expect(detail).toMatchObject({ code: null, problems: [{ severity: "left-out" }] })
    expect(
      await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)),
    ).toContainEqual(expect.stringContaining("worker"))
  })
})

describe("the element's attributes", () => {
  it("are the address's parameters; several values stand between commas", async () => {
    const page = await hosted("/attributes.html")
    await page.locator(".dateline[dir=rtl]").first().waitFor()
    expect(await get(page, "state")).toBe("actor=lavrov&actor=kerry&match=all&lanes=place&lang=ar")
    expect(await attribute(page, "dir")).toBe("rtl")
  })

  it("change the view, and the view changes them", async () => {
    const page = await hosted("/src.html")
    await ready(page)
    await page.locator("event-timeline").evaluate(element => element.setAttribute("actor", "Kerry"))
    await page.getByText("1 of 2 events").first().waitFor()
    expect(await get(page, "state")).toBe("actor=Kerry")
    await set(page, "state", "actor=Lavrov%2C+Sergei&show=list")
    expect(await attribute(page, "actor")).toBe("Lavrov\\, Sergei")
    expect(await attribute(page, "show")).toBe("list")
    expect(await attribute(page, "src")).toBe("events.json")
    await page.locator("event-timeline").evaluate(element => element.removeAttribute("actor"))
    await page.getByText("2 of 2 events").first().waitFor()
    expect(await said(page, "statechange")).toEqual([])
  })

  it("take another file, or none", async () => {
    const page = await hosted("/src.html")
    await ready(page)
    await page.locator("event-timeline").evaluate(element => element.removeAttribute("src"))
    await page.getByText("14 of 14 events").first().waitFor()
    await set(page, "src", "events.json")
    await page.getByText("2 of 2 events").first().waitFor()
    await set(page, "src", "missing.json")
    await page.getByRole("alert").waitFor()
    expect((await said(page, "problem")).at(-1)![1]).toMatchObject({ code: "not-found" })
  })
})

describe("the element's properties", () => {
  it("are honoured when they were set before the script came", async () => {
    const page = await hosted("/early.html")
    expect(await count(page)).toBe("1 of 2 events")
    expect(await get(page, "state")).toBe("q=another")
    expect(await get(page, "data")).toHaveLength(2)
  })

  it("take objects, text, files and addresses, and wait for what is still to come", async () => {
    const page = await hosted("/plain.html")
    await ready(page)
    await set(page, "data", [{ when: "2001", title: "One" }])
    await page.getByText("1 of 1 event").first().waitFor()
    await set(page, "data", "when,title\n2001,One\n2002,Two\n2003,Three\n")
    await page.getByText("3 of 3 events").first().waitFor()
    await set(page, "data", null)
    await page.getByRole("progressbar").waitFor()
    await page.locator("event-timeline").evaluate(element => {
      ;(element as Element).data = new Blob([
        `{"events": [{"when": "2001", "title": "Only"}, {"when": "2002", "title": "Two"}]}`,
      ])
    })
    await page.getByText("2 of 2 events").first().waitFor()
    await set(page, "data", "events.json")
    await page.getByText("Two talks").first().waitFor()
    expect(await attribute(page, "data")).toBe("events.json")
    expect((await said(page, "ready")).map(([, { events }]) => events)).toEqual([14, 1, 3, 2, 2])
  })

  it("do not take a cyclic object down with the page", async () => {
    const page = await hosted("/plain.html")
    await ready(page)
    await page.locator("event-timeline").evaluate(element => {
      const circle: Record<string, unknown> = {}
      circle["events"] = circle
      ;(element as Element).data = circle
    })
    await page.getByRole("alert").waitFor()
  })
})

describe("the element's attributes as properties", () => {
  it("are the same in both directions, follow the reader, and go when they are set to nothing", async () => {
    const page = await hosted("/src.html")
    await ready(page)
    const seen = await page.locator("event-timeline").evaluate(element => {
      const one = element as HTMLElement & Record<string, string | null>
      one["actor"] = "Kerry"
      one["lanes"] = "place"
      const said = [one.getAttribute("actor"), one["lanes"], one["q"]]
      one["lanes"] = null
      return [...said, one.hasAttribute("lanes")]
    })
    expect(seen).toEqual(["Kerry", "place", null, false])
    await page.getByText("1 of 2 events").first().waitFor()
    await page.getByRole("button", { name: "List", exact: true }).click()
    const show = () =>
      page.locator("event-timeline").evaluate(one => (one as HTMLElement & { show: string }).show)
    await expect.poll(show).toBe("list")
  })

  it("count too when they were set before the script came", async () => {
    const page = await hosted("/set.html")
    expect(await count(page)).toBe("2 of 14 events")
    expect(await get(page, "state")).toBe("actor=lavrov&actor=kerry&match=all&show=list")
  })
})

describe("a link to a view", () => {
  it("is that of the whole page, if the page around names one", async () => {
    const { page } = await site().open(`${site().origin}/full.html`, {
      permissions: ["clipboard-read", "clipboard-write"],
    })
    await page.getByRole("button", { name: "Copy link to this view" }).click()
    await page.locator(".copied:not(:empty)").waitFor()
    const { origin } = site()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${origin}/whole/?data=${origin}/events.json&event=first`,
    )
  })

  it("is not offered where there is no such page: the address of the page around is not the view's", async () => {
    const page = await hosted("/src.html")
    await set(page, "state", "event=first")
    await page.locator(".details h2").waitFor()
    expect(await page.getByRole("button", { name: "Copy link to this view" }).count()).toBe(0)
    expect(await page.getByRole("link", { name: "Open in full" }).count()).toBe(0)
  })
})

describe("an event that is opened", () => {
  it("is told with all that is known of it", async () => {
    const page = await hosted("/src.html")
    await ready(page)
    await page.getByRole("button", { name: "List", exact: true }).click()
    await page.locator(".list tbody button").first().click()
    await page.getByRole("heading", { name: "First talk" }).waitFor()
    const [, detail] = (await said(page, "eventselect"))[0]!
    expect(detail).toMatchObject({
      event: "first",
      record: { when: "2016-10-15", title: { und: "First talk" } },
    })
    expect(await attribute(page, "event")).toBe("first")
  })

  it("stays closed where the page shows it in its own way", async () => {
    const page = await hosted("/src.html")
    await ready(page)
    await page.evaluate(() => document.addEventListener("eventselect", event => event.preventDefault()))
    await page.getByRole("button", { name: "List", exact: true }).click()
    await page.locator(".list tbody button").first().click()
    expect((await said(page, "eventselect"))[0]![1]).toMatchObject({ event: "first" })
    expect(await page.locator(".details").count()).toBe(0)
    expect(await get(page, "state")).toBe("show=list")
  })
})

/** Files of fonts that a page asks for, once it stands. */
const fonts = async (path: string) => {
  const { page, requests } = await site().open(`${site().origin}${path}`)
  await page.locator(".plot[data-movable]").last().waitFor()
  await page.evaluate(() => document.fonts.ready)
  return requests.filter(address => address.endsWith(".woff2"))
}

describe("an element", () => {
  it("keeps its view when it is moved, removed and put back, and gives it to its clone", async () => {
    const page = await hosted("/src.html")
    await ready(page)
    await set(page, "state", "actor=Kerry")
    await page.evaluate(() => {
      const element = document.querySelector("event-timeline")!
      const box = document.body.appendChild(document.createElement("section"))
      box.append(element)
    })
    expect(await count(page)).toBe("1 of 2 events")
    await page.evaluate(async () => {
      const element = document.querySelector("event-timeline")!
      element.remove()
      await new Promise(done => setTimeout(done, 50))
      document.body.append(element)
      const copy = element.cloneNode() as HTMLElement
      copy.id = "copy"
      document.body.append(copy)
    })
    const counts = page.locator(".under-title [role=status]")
    await counts.nth(1).waitFor()
    expect(await counts.allTextContents()).toEqual(["1 of 2 events", "1 of 2 events"])
  })

  it("leaves nothing behind after a hundred comings and goings", async () => {
    const page = await hosted("/plain.html")
    await ready(page)
    await page.evaluate(async () => {
      const counting = { added: 0, removed: 0 }
      Object.assign(globalThis, { counting })
      const { addEventListener, removeEventListener } = EventTarget.prototype
      const shared: unknown[] = [window, document, document.fonts, undefined]
      EventTarget.prototype.addEventListener = function (...all) {
        if (shared.includes(this)) counting.added++
        return addEventListener.apply(this, all)
      }
      EventTarget.prototype.removeEventListener = function (...all) {
        if (shared.includes(this)) counting.removed++
        return removeEventListener.apply(this, all)
      }
      const element = document.querySelector("event-timeline")!
      for (let i = 0; i < 100; i++) {
        element.remove()
        await new Promise(done => setTimeout(done, 2))
        document.body.append(element)
        await new Promise(done => setTimeout(done, 2))
      }
    })
    await page.waitForTimeout(300)
    expect(await count(page)).toBe("14 of 14 events")
    const left = await page.evaluate(() => {
      const { added, removed } = (globalThis as unknown as { counting: { added: number; removed: number } })
        .counting
      return added - removed
    })
    expect(Math.abs(left)).toBeLessThanOrEqual(2)
    expect(
      await page.locator("event-timeline").evaluate(element => element.shadowRoot!.children.length),
    ).toBe(1)
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1)
  })

  it("loads neither program nor data before it nears the viewport", async () => {
    const page = await hosted("/far.html")
    await page.waitForTimeout(400)
    const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))
    const sizes = asked.map(
      async address => gzipSync(new Uint8Array(await (await fetch(address)).arrayBuffer())).length,
    )
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(asked.length).toBeGreaterThan(0)
    expect(total).toBeLessThan(9000)
    await page.locator("event-timeline").scrollIntoViewIfNeeded()
    expect(await count(page)).toBe("14 of 14 events")
  })

  it("scrolls inside a fixed height, with a sign until the end", async () => {
    const page = await hosted("/fixed.html")
    await ready(page)
    const element = page.locator("event-timeline")
    await page.locator(".shell[data-more]").waitFor()
    const end = await element.evaluate(one => {
      one.scrollTo({ top: one.scrollHeight })
      return one.clientHeight < one.scrollHeight
    })
    expect(end).toBe(true)
    await page.locator(".shell:not([data-more])").waitFor()
    expect(await element.evaluate(one => one.clientHeight)).toBe(300)
  })

  it("asks for each file of its fonts once a page, and for none where the page has its own", async () => {
    const shared = await fonts("/two.html")
    expect(shared.length).toBeGreaterThan(0)
    expect(shared).toEqual([...new Set(shared)])
    expect(await fonts("/serif.html")).toEqual([])
  })

  it("is hidden by the attribute, and is a block otherwise", async () => {
    const page = await hosted("/plain.html")
    await ready(page)
    const element = page.locator("event-timeline")
    expect(await element.evaluate(one => getComputedStyle(one).display)).toBe("block")
    await element.evaluate(one => one.setAttribute("hidden", ""))
    expect(await element.isVisible()).toBe(false)
  })

  it("shares fonts and styles with others and nothing else", async () => {
    const page = await hosted("/two.html")
    const counts = page.locator(".under-title [role=status]")
    await counts.nth(1).waitFor()
    expect(await counts.allTextContents()).toEqual(["2 of 14 events", "2 of 2 events"])
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1)
    const shared = await page.evaluate(() => {
      const [one, two] = [...document.querySelectorAll("event-timeline")].map(
        element => element.shadowRoot!.adoptedStyleSheets[0],
      )
      return one === two
    })
    expect(shared).toBe(true)
    await page.locator("#one").getByRole("button", { name: "List", exact: true }).click()
    expect(await page.locator("#two .list").count()).toBe(0)
    expect((await said(page, "statechange")).map(([, , id]) => id)).toEqual(["one"])
  })
})

describe("a hostile page", () => {
  it("cannot spoil the element by its styles, its font sizes or its direction", async () => {
    const page = await hosted("/hostile.html")
    expect(await count(page)).toBe("14 of 14 events")
    const looks = await page.locator("event-timeline").evaluate(element => {
      const root = element.shadowRoot!
      const title = getComputedStyle(root.querySelector("h1")!)
      const header = root.querySelector(".header")!.getBoundingClientRect()
      return {
        display: getComputedStyle(element).display,
        colour: title.color,
        size: title.fontSize,
        spacing: title.letterSpacing,
        direction: title.direction,
        family: title.fontFamily,
        label: getComputedStyle(root.querySelector(".toolbar")!).fontSize,
        width: header.width,
        padding: getComputedStyle(root.querySelector(".header")!).paddingInlineStart,
      }
    })
    expect(looks).toMatchObject({
      display: "block",
      colour: "rgb(29, 28, 26)",
      size: "26px",
      spacing: "normal",
      direction: "ltr",
      padding: "20px",
    })
    expect(looks.family).toContain("Dateline Sans")
    expect(looks.width).toBeGreaterThan(500)
  })

  it("is not spoilt by it either", async () => {
    const page = await hosted("/plain.html")
    const before = await page.evaluate(() => getComputedStyle(document.body).cssText)
    await ready(page)
    expect(await page.evaluate(() => getComputedStyle(document.body).cssText)).toBe(before)
    expect(await page.evaluate(() => document.querySelectorAll("style, link[rel=stylesheet]").length)).toBe(0)
  })
})
