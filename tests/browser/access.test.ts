import { describe, expect, it } from "vitest"
import type { Page } from "playwright-core"
import report from "../../data/report/report.json" with { type: "json" }
import { axe, count, ready, useSite } from "./browser.ts"

const site = useSite()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const NARROW = { viewport: { width: 320, height: 640 } }

/** Accessible name of what has the focus, through the browser's own computation. */
async function focused(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send("Accessibility.getFullAXTree")
  const node = nodes
    .filter(one => one.properties?.some(p => p.name === "focused" && p.value.value === true))
    .at(-1)
  await session.detach()
  return String(node?.name?.value ?? "")
}

describe("axe finds nothing", () => {
  const views: [string, string, object?][] = [
    ["in English", ""],
    ["in Arabic", "lang=ar"],
    ["in Syrian Arabic, dark", "lang=ar-SY&theme=dark"],
    ["in the dark", "theme=dark"],
    ["with an event open", "event=strikes-idlib-homs"],
    ["with an event open, in Arabic, dark", "event=apec-summit&lang=ar&theme=dark"],
    ["in the list", "show=list"],
    ["in the list, in Arabic", "show=list&lang=ar"],
    ["with filters in force", "actor=lavrov&place=-homs&q=meet&from=2016-10&known=2016-12&rest=dim"],
    ["where nothing passes", "actor=lavrov&place=homs"],
    ["in a frame's compact view", "embed=1"],
    ["on a phone", "", PHONE],
    ["on a phone, in Arabic, dark", "lang=ar&theme=dark", PHONE],
    ["on a phone with an event open", "event=lausanne", PHONE],
    ["at 400 % zoom", "", NARROW],
    ["for a file that is not there", "data=nothing.json"],
  ]
  it.each(views)("%s", async (_, query, options) => {
    const { page } = await site().open(`/?${query}`, options)
    // The file is asked for beside the page, so that the page itself logs nothing.
    if (query.includes("data=")) await page.getByRole("alert").waitFor()
    else await ready(page)
    if (query.includes("event=")) await page.locator(".details-when").waitFor()
    await page.evaluate(() => document.fonts.ready)
    expect(await axe(page)).toEqual([])
  })

  it("with the filters' sheet, the settings and the keys open", async () => {
    const { page } = await site().open("/", PHONE)
    await ready(page)
    await page.getByRole("button", { name: "Filters" }).tap()
    await page.getByRole("dialog").waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole("button", { name: "Close" }).tap()
    await page.getByRole("button", { name: "Settings" }).tap()
    expect(await axe(page)).toEqual([])
    await page.getByRole("button", { name: "Keys" }).tap()
    await page.getByRole("dialog", { name: "Moving by keyboard" }).waitFor()
    expect(await axe(page)).toEqual([])
  })

  it("and would find a planted fault", async () => {
    const { page } = await site().open("/")
    await ready(page)
    await page.evaluate(() => document.querySelector("main")!.append(document.createElement("button")))
    expect((await axe(page)).join()).toContain("button-name")
  })
})

describe("by keyboard alone", () => {
  it("one reaches every event in the drawing, in the order of time, and each is spoken in full", async () => {
    const { page } = await site().open("/")
    await ready(page)
    await page.getByRole("region", { name: report.title.en }).focus()
    const heard: string[] = []
    await page.keyboard.press("Home")
    for (let i = 0; i < 40; i++) {
      const name = await focused(page)
      if (heard.at(-1) === name) break
      heard.push(name)
      await page.keyboard.press("ArrowRight")
    }
    expect(heard).toHaveLength(14)
    const lausanne = heard.find(name => name.startsWith("Lavrov and Kerry meet in Lausanne"))!
    for (const part of ["15 October 2016", "Occurred", "Sergei Lavrov", "John Kerry", "Lausanne"])
      expect(lausanne).toContain(part)
  })

  it("later is to the left where time runs from the right", async () => {
    const { page } = await site().open("/?lang=ar")
    await ready(page)
    await page.getByRole("region", { name: report.title.ar }).focus()
    await page.keyboard.press("Home")
    const first = await focused(page)
    await page.keyboard.press("ArrowLeft")
    const second = await focused(page)
    expect(second).not.toBe(first)
    await page.keyboard.press("ArrowRight")
    expect(await focused(page)).toBe(first)
  })

  it("up and down go to the other actor of the same event, Enter opens, Escape closes and gives the focus back", async () => {
    const { page } = await site().open("/?actor=lavrov")
    await ready(page)
    await page.getByRole("region", { name: report.title.en }).focus()
    await page.keyboard.press("Home")
    const name = await focused(page)
    await page.keyboard.press("ArrowDown")
    expect(await focused(page)).toBe(name)
    await page.keyboard.press("Enter")
    await page.getByRole("complementary", { name: "Lavrov and Kerry meet in Lausanne" }).waitFor()
    expect(await focused(page)).toBe("Lavrov and Kerry meet in Lausanne")
    await page.keyboard.press("Escape")
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0)
    expect(await focused(page)).toBe(name)
  })

  it("one tab stop leads into the drawing, however many events there are", async () => {
    const { page } = await site().open("/")
    await ready(page)
    const inside = await page.evaluate(
      () => [...document.querySelectorAll<HTMLElement>(".plot *")].filter(node => node.tabIndex >= 0).length,
    )
    expect(inside).toBe(0)
  })

  it("the first press of Tab offers the way past all controls, to the drawing or the list", async () => {
    const ways = [
      ["", "Skip to the timeline", report.title.en],
      ["lang=ar", "الانتقال إلى الخط الزمني", report.title.ar],
      ["show=list", "Skip to the list", "Events that pass the filters"],
    ] as const
    for (const [query, skip, to] of ways) {
      const { page } = await site().open(`/?${query}`)
      await ready(page)
      const button = page.getByRole("button", { name: skip })
      const size = () => button.evaluate(node => node.getBoundingClientRect().width)
      expect(await size()).toBeLessThan(2)
      await page.keyboard.press("Tab")
      expect(await focused(page)).toBe(skip)
      expect(await size()).toBeGreaterThan(80)
      expect(await axe(page)).toEqual([])
      const address = page.url()
      await page.keyboard.press("Enter")
      expect(await focused(page)).toBe(to)
      expect(page.url()).toBe(address)
    }
  })

  it("a compact view, which has few controls, has nothing to skip", async () => {
    const { page } = await site().open("/?embed=1")
    await ready(page)
    expect(await page.getByRole("button", { name: /^Skip/ }).count()).toBe(0)
  })

  it("a value is one stop; arrows go to the next and to taking it alone or leaving it out", async () => {
    for (const [lang, forward, back, only, not] of [
      ["en", "ArrowRight", "ArrowLeft", "Only ", "Not "],
      ["ar", "ArrowLeft", "ArrowRight", "وحده: ", "دون "],
    ] as const) {
      const { page } = await site().open(`/?lang=${lang}`)
      await ready(page)
      const values = page.locator("[data-facet=type] input[type=checkbox]")
      const names = await values.evaluateAll(all => all.map(one => one.getAttribute("aria-label")!))
      await values.first().focus()
      await page.keyboard.press("Tab")
      expect(await focused(page)).toBe(names[1])
      await page.keyboard.press("ArrowUp")
      expect(await focused(page)).toBe(names[0])
      await page.keyboard.press("ArrowDown")
      await page.keyboard.press(forward)
      expect(await focused(page)).toBe(only + names[1])
      await page.keyboard.press("ArrowDown")
      expect(await focused(page)).toBe(only + names[2])
      await page.keyboard.press(forward)
      expect(await focused(page)).toBe(not + names[2])
      await page.keyboard.press("Enter")
      await expect.poll(() => new URL(page.url()).searchParams.get("type")).toMatch(/^-/)
      await page.keyboard.press(back)
      await page.keyboard.press(back)
      expect(await focused(page)).toBe(names[2])
      await page.keyboard.press("End")
      expect(await focused(page)).toBe(names.at(-1))
    }
  })

  it("a walk by Tab reaches every filter and control, and always shows where it is", async () => {
    const { page } = await site().open("/?event=lausanne&actor=lavrov")
    await page.locator(".details-when").waitFor()
    const wanted = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "button, input, select, a[href], [role=slider], [tabindex='0']",
          ),
        ].filter(node => node.tabIndex >= 0 && node.checkVisibility()).length,
    )
    const seen = new Set<string>()
    const invisible: string[] = []
    for (let i = 0; i < wanted + 5; i++) {
      await page.keyboard.press("Tab")
      const at = await page.evaluate(() => {
        const node = document.activeElement as HTMLElement
        node.dataset.walked ??= String(document.querySelectorAll("[data-walked]").length)
        const { outlineStyle, outlineWidth } = getComputedStyle(node)
        return {
          key: node === document.body ? "" : node.dataset.walked!,
          ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
          what: node.outerHTML.slice(0, 80),
        }
      })
      if (at.key) seen.add(at.key)
      if (at.key && !at.ring) invisible.push(at.what)
    }
    expect(seen.size).toBeGreaterThanOrEqual(wanted - 2)
    expect(invisible).toEqual([])
  })

  it("zooms and comes back, and moves a handle of the overview", async () => {
    const { page } = await site().open("/")
    await ready(page)
    const view = () => new URL(page.url()).searchParams.get("view")
    await page.getByRole("region", { name: report.title.en }).focus()
    await page.keyboard.press("+")
    await expect.poll(view).not.toBeNull()
    await page.keyboard.press("0")
    await expect.poll(view).toBeNull()
    const start = page.getByRole("slider", { name: "Start of the view" })
    const before = await start.getAttribute("aria-valuetext")
    await start.focus()
    for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowRight")
    await expect.poll(() => start.getAttribute("aria-valuetext")).not.toBe(before)
    expect(before).toMatch(/October 2016$/)
  })

  it("letters act only while the drawing has the focus", async () => {
    const { page } = await site().open("/")
    await ready(page)
    await page.getByRole("searchbox", { name: "Search" }).focus()
    await page.keyboard.type("was +0?")
    expect(new URL(page.url()).searchParams.get("view")).toBeNull()
    expect(await page.getByRole("dialog").count()).toBe(0)
  })
})

describe("the roles and names of the interface", () => {
  it("stand as they are promised", async () => {
    const { page } = await site().open("/?event=lausanne")
    await page.locator(".details-when").waitFor()
    expect(await count(page)).toBe("14 of 14 events")
    for (const name of ["Actors", "Places", "Types", "Status", "Tags", "Sources"])
      await page.getByRole("group", { name, exact: true }).waitFor()
    const lavrov = page
      .getByRole("group", { name: "Actors", exact: true })
      .getByRole("checkbox", { name: "Sergei Lavrov", exact: true })
    expect(
      await lavrov.evaluate(
        node => document.getElementById(node.getAttribute("aria-describedby")!)!.textContent,
      ),
    ).toBe("2")
    await page.getByRole("searchbox").first().waitFor()
    await page.getByRole("region", { name: report.title.en }).waitFor()
    await page.getByRole("complementary", { name: "Lavrov and Kerry meet in Lausanne" }).waitFor()
    expect(await page.getByRole("slider").count()).toBe(2)
    await page.getByRole("button", { name: "List", exact: true }).click()
    await page.getByRole("table").waitFor()
  })

  it("never lets the page scroll sideways, down to 320 pixels", async () => {
    for (const query of ["", "show=list", "event=lausanne", "lang=ar"]) {
      const { page } = await site().open(`/?${query}`, NARROW)
      await ready(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(320)
    }
  })

  it("moves nothing by itself under reduced motion", async () => {
    const { page } = await site().open("/")
    await ready(page)
    await page.getByRole("button", { name: "Zoom in" }).click()
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })
})
