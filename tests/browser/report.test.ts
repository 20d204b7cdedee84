import { describe, expect, it } from "vitest"
import report from "../../data/report/report.json" with { type: "json" }
import { count, listed, ready, useSite } from "./browser.ts"

/** The built page on its built-in report, as a reader meets it. */
const site = useSite()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

function idOf(actor: string | { id: string }): string {
  return typeof actor === "string" ? actor : actor.id
}

describe("without parameters", () => {
  it("shows the report's events, October and November, and counts them all", async () => {
    const { page, faults } = await site().open("/")
    expect(await count(page)).toBe("14 of 14 events")
    await page.locator(".label", { hasText: "Lavrov and Kerry meet in Lausanne" }).first().waitFor()
    await page.locator(".label", { hasText: "APEC summit" }).first().waitFor()
    const axis = await page.locator(".axis").textContent()
    expect(axis).toContain("October 2016")
    expect(axis).toContain("November 2016")
    expect(faults).toEqual([])
  })

  it("is the same in Arabic, mirrored", async () => {
    const { page } = await site().open("/?lang=ar")
    expect(await count(page)).toBe("14 من 14 حدثًا")
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl")
    const lausanne = await page.locator(".label", { hasText: "لوزان" }).first().boundingBox()
    const summit = await page.locator(".label", { hasText: "قمة أبيك" }).first().boundingBox()
    expect(lausanne!.x).toBeGreaterThan(summit!.x)
    const filters = await page.locator(".side").boundingBox()
    expect(filters!.x).toBeGreaterThan(640)
  })

  it("has time from left to right in Arabic where that is asked for", async () => {
    const { page } = await site().open("/?lang=ar&dir=time-ltr")
    await ready(page)
    const lausanne = await page.locator(".label", { hasText: "لوزان" }).first().boundingBox()
    const summit = await page.locator(".label", { hasText: "قمة أبيك" }).first().boundingBox()
    expect(lausanne!.x).toBeLessThan(summit!.x)
  })

  it("speaks the reader's language by itself", async () => {
    const { page } = await site().open("/", { locale: "ar-SY" })
    expect(await count(page)).toBe("١٤ من ١٤ حدثًا")
    expect(await page.locator("html").getAttribute("lang")).toBe("ar-SY")
  })

  it("puts the strikes in Idlib and Homs on 15 November", async () => {
    const { page } = await site().open("/?show=list&place=syria-country&type=strike")
    expect(await listed(page)).toContain("Strikes on sites in Idlib and Homs governorates")
    expect(
      await page
        .locator(".list tbody time")
        .evaluateAll(all => all.map(time => time.getAttribute("datetime"))),
    ).toEqual(["2016-11-15", "2016-11-15", "2016-11-15"])
  })

  it("on a phone has time running down the page and filters in a sheet", async () => {
    const { page, faults } = await site().open("/", PHONE)
    await ready(page)
    const lausanne = await page.locator(".label", { hasText: "Lausanne" }).first().boundingBox()
    const summit = await page.locator(".label", { hasText: "APEC summit" }).first().boundingBox()
    expect(lausanne!.y).toBeLessThan(summit!.y)
    await page.getByRole("button", { name: "Filters" }).tap()
    await page.getByRole("checkbox", { name: "Sergei Lavrov", exact: true }).tap()
    await page.getByRole("button", { name: "Show 2 events" }).tap()
    expect(await count(page)).toBe("2 of 14 events")
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(faults).toEqual([])
  })
})

it("down a phone's page the month of what is in sight stays at its top", async () => {
  const { page } = await site().open("/?view=2016-10-28/2016-11-28", PHONE)
  await ready(page)
  /** Words at the edge, just below where the drawing begins to be seen. */
  const top = () =>
    page.evaluate(() => {
      const region = document.querySelector(".scroller")!.getBoundingClientRect()
      const [x, y] = [region.left + 24, Math.max(region.top, 0) + 8]
      const words = [...document.querySelectorAll(".tick.major bdi")].filter(word => {
        const box = word.getBoundingClientRect()
        return box.left <= x && box.right >= x && box.top <= y && box.bottom >= y
      })
      return words.map(word => word.textContent)
    })
  const scrollTo = (tick: number, pixels: number) =>
    page
      .locator(".tick.major")
      .nth(tick)
      .evaluate((element, pixels) => {
        element.scrollIntoView({ block: "start" })
        element.closest(".scroller")!.scrollBy(0, pixels)
      }, pixels)
  expect(await top()).toEqual(["October 2016"])
  await scrollTo(0, 40)
  await expect.poll(top).toEqual(["October 2016"])
  await scrollTo(1, 30)
  await expect.poll(top).toEqual(["November 2016"])
})

it.each([320, 360, 430])(
  "names events on a phone %i pixels wide, and nothing is wider than the page",
  async width => {
    for (const query of ["", "?lang=ar", "?embed=1"]) {
      const { page } = await site().open(`/${query}`, { ...PHONE, viewport: { width, height: 800 } })
      await page.locator(".label").first().waitFor()
      expect(await page.locator(".label").count()).toBeGreaterThan(5)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  },
)

describe("a filter in the address", () => {
  const MEETINGS = ["Lavrov and Kerry meet in Lausanne", "Lavrov and Kerry to meet in Lima"]
  it.each([
    ["actor=lavrov", MEETINGS],
    ["actor=lavrov&actor=kerry&match=all", MEETINGS],
    [
      "place=switzerland",
      ["Russian and American military experts consult in Geneva", "Lavrov and Kerry meet in Lausanne"],
    ],
    [
      "place=?",
      ["The Kremlin does not rule out a Putin–Obama meeting", "Bogdanov receives Ambassador Riad Haddad"],
    ],
    [
      "status=planned",
      ["APEC ministerial meeting, Lima", "Lavrov and Kerry to meet in Lima", "APEC summit, Lima"],
    ],
  ])("%s leaves exactly what it should", async (query, titles) => {
    const { page } = await site().open(`/?show=list&${query}`)
    expect((await listed(page)).toSorted()).toEqual(titles.toSorted())
  })

  it("for Russia takes in everyone who belongs to it", async () => {
    const russians = new Set<string>(["russia"])
    const actors = report.actors as Record<string, { partOf?: string | string[] }>
    for (let grown = true; grown;) {
      grown = false
      for (const [id, { partOf }] of Object.entries(actors))
        if (!russians.has(id) && [partOf].flat().some(parent => parent && russians.has(parent))) {
          russians.add(id)
          grown = true
        }
    }
    const theirs = report.events.filter(event =>
      (event.actors ?? []).some(actor => russians.has(idOf(actor))),
    )
    const { page } = await site().open("/?actor=russia")
    expect(await count(page)).toBe(`${theirs.length} of 14 events`)
    expect(theirs.length).toBeGreaterThan(8)
  })

  it.each(["لافروف", "لاڤروف", "lavrov", "LAVROV"])("finds both meetings by %s", async word => {
    const { page } = await site().open(`/?show=list&q=${encodeURIComponent(word)}`)
    expect(await listed(page)).toEqual(MEETINGS)
  })

  it.each([
    ["Kuznetsov", "Admiral Kuznetsov"],
    ["كوزنيتسوف", "Admiral Kuznetsov"],
    ["ادلب", "Idlib"],
  ])("finds by %s the event about %s", async (word, about) => {
    const { page } = await site().open(`/?show=list&q=${encodeURIComponent(word)}`)
    expect((await listed(page)).join()).toContain(about)
  })
})

describe("the counts beside the values", () => {
  it("are what choosing each value gives", async () => {
    const { page } = await site().open("/?from=2016-11-15")
    await ready(page)
    const boxes = page.locator(".facet input[type=checkbox]")
    const all = await boxes.count()
    expect(all).toBeGreaterThan(40)
    for (let i = 0; i < all; i++) {
      const box = boxes.nth(i)
      const said = await box.evaluate(
        node =>
          (node.getRootNode() as Document).getElementById(node.getAttribute("aria-describedby") ?? "")
            ?.textContent,
      )
      await box.check()
      expect(await count(page), (await box.getAttribute("aria-label")) ?? "").toBe(`${said} of 14 events`)
      await box.uncheck()
    }
  })
})

describe("moving through views", () => {
  it("keeps every step in the address, and Back takes one back at a time", async () => {
    const { page } = await site().open("/")
    await ready(page)
    await page.getByRole("checkbox", { name: "Sergei Lavrov", exact: true }).check()
    await page.getByRole("button", { name: "List", exact: true }).click()
    await page.locator(".list tbody button").first().click()
    await page.getByRole("complementary", { name: "Lavrov and Kerry meet in Lausanne" }).waitFor()
    expect(new URL(page.url()).search).toBe("?actor=lavrov&event=lausanne&show=list")
    await page.goBack()
    await expect.poll(() => page.getByRole("complementary").count()).toBe(0)
    await page.goBack()
    await page.getByRole("region", { name: report.title.en }).waitFor()
    await page.goBack()
    await expect.poll(() => count(page)).toBe("14 of 14 events")
  })

  it("gives the same picture for the same address", async () => {
    const address = "/?actor=lavrov&view=2016-10-01/2016-11-25&lanes=place&event=lausanne&theme=dark"
    const pictures = []
    for (let i = 0; i < 2; i++) {
      const { page } = await site().open(address)
      await ready(page)
      await page.getByRole("complementary").waitFor()
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(400)
      pictures.push(
        await page.evaluate(() => [
          document.querySelector("canvas")!.toDataURL(),
          [...document.querySelectorAll(".label, .tick")].map(
            node => node.textContent + (node as HTMLElement).style.transform,
          ),
        ]),
      )
    }
    expect(pictures[1]).toEqual(pictures[0])
  })

  it("opens an event from the drawing by a click and shows all that the record holds", async () => {
    const { page, faults } = await site().open("/")
    await page.locator(".label", { hasText: "Bogdanov receives" }).first().waitFor()
    const box = (await page.locator(".label", { hasText: "Bogdanov receives" }).first().boundingBox())!
    await page.mouse.click(box.x + 20, box.y + box.height / 2)
    const details = page.getByRole("complementary", { name: "Bogdanov receives Ambassador Riad Haddad" })
    await details.waitFor()
    const text = (await details.textContent()) ?? ""
    for (const part of [
      "16 November 2016",
      "Occurred",
      "Riad Haddad",
      "paragraph 7",
      "counted from 17 November 2016",
    ])
      expect(text).toContain(part)
    await details.getByRole("button", { name: "Riad Haddad" }).click()
    expect(await count(page)).toBe("1 of 14 events")
    expect(faults).toEqual([])
  })

  it("zooms, moves and comes back by buttons, and drags by hand", async () => {
    const { page } = await site().open("/")
    await ready(page)
    const view = () => new URL(page.url()).searchParams.get("view")
    await page.getByRole("button", { name: "Zoom in" }).click()
    await expect.poll(view).not.toBeNull()
    const zoomed = view()
    const plot = (await page.locator(".plot").boundingBox())!
    await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height - 4)
    await page.mouse.down()
    await page.mouse.move(plot.x + plot.width / 2 - 150, plot.y + plot.height - 4, { steps: 5 })
    await page.mouse.up()
    await expect.poll(view).not.toBe(zoomed)
    await page.getByRole("button", { name: "Show the whole time" }).click()
    await expect.poll(view).toBeNull()
  })

  it("tells which filter to lift when nothing passes, and lifts it", async () => {
    const { page } = await site().open("/?actor=lavrov&place=homs")
    expect(await count(page)).toBe("0 of 14 events")
    await page.getByRole("button", { name: "Lift the places (2 events)" }).click()
    expect(await count(page)).toBe("2 of 14 events")
  })

  it("finds an event that a filter hides, says why, and frees it", async () => {
    const { page } = await site().open("/?actor=lavrov")
    await ready(page)
    await page.getByRole("searchbox", { name: "Search" }).fill("Grigorovich")
    const found = page.locator(".suggestion", { hasText: "The frigate" })
    await found.getByText("Hidden by the actors.").waitFor()
    await found.getByRole("button", { name: "Lift that" }).click()
    expect(await count(page)).toBe("1 of 14 events")
  })

  it("goes to a date that is written in words", async () => {
    const { page } = await site().open("/?view=2016-11-10/2016-11-25")
    await ready(page)
    await page.getByRole("searchbox", { name: "Search" }).fill("15 October 2016")
    await page.getByRole("button", { name: "Go to 15 October 2016" }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get("view")?.slice(0, 7)).toBe("2016-10")
    expect(await count(page)).toBe("14 of 14 events")
  })
})

describe("addresses that are hostile or stale", () => {
  it.each([
    "actor=nobody",
    "actor=__proto__&place=constructor",
    "q=%3Cscript%3Ealert(1)%3C/script%3E",
    "view=9999999/0&lanes=x&show=map3d&theme=%22%3E",
    "from=yesterday",
    "event=gone&align=gone&pin=gone&edition=old",
    "tz=../../etc&lang=C&dir=up",
    "view=-13800000000-01-01/2016",
    "%E0%A4%A",
    "actor=" + "x".repeat(3000),
  ])("%s harms nothing and can be cleared", async query => {
    const { page, faults } = await site().open(`/?${query}`)
    expect(await count(page)).toMatch(/^\d+ of 14 events$/)
    const clear = page.getByRole("button", { name: "Clear all" })
    if (await clear.count()) {
      await clear.click()
      expect(await count(page)).toBe("14 of 14 events")
    }
    expect(faults).toEqual([])
  })
})
