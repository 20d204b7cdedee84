import { describe, expect, it } from "vitest"
import type { Locator, Page } from "playwright-core"
import { ready, useSite } from "./browser.ts"

/** What the eye would stumble over, held by measures: things that should stand in line, fit, and be told from their ground. */
const site = useSite()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function box(found: Locator) {
  const { x, y, width, height } = (await found.boundingBox())!
  return { left: x, right: x + width, top: y, bottom: y + height, width, height }
}

/** Opens a document of the tests' own under its text. */
async function openText(page: Page, text: string) {
  await page.locator(".open-other").click()
  await page.locator(".open textarea").fill(text)
  await page.locator(".open form").last().getByRole("button").click()
  await page.locator(".read-bar").waitFor()
}

describe.each(["en", "ar"])("in %s", lang => {
  it.each(["actor", "none"])("the axis begins and ends with the drawing, lanes by %s", async lanes => {
    const { page } = await site().open(`/?lang=${lang}&lanes=${lanes}`)
    await ready(page)
    const [axis, plot] = await Promise.all([box(page.locator(".axis")), box(page.locator(".plot"))])
    expect([axis.left, axis.right]).toEqual([plot.left, plot.right])
  })

  it("what can be done with a value stands beside its count, however many events it has", async () => {
    site().add({ "/talks.csv": `title,start,actors\n${"Talks,2016-10-15,Envoy\n".repeat(12_000)}` })
    const { page } = await site().open(`/?lang=${lang}&data=talks.csv`)
    await ready(page)
    const value = page.locator("[data-facet=actor] .value").first()
    await value.locator(".count", { hasText: "12,000" }).waitFor()
    await value.hover()
    const [doing, count] = await Promise.all([
      box(value.locator(".value-actions")),
      box(value.locator(".count")),
    ])
    expect(doing.right <= count.left || doing.left >= count.right).toBe(true)
    const name = await box(value.locator("label bdi"))
    expect(doing.right <= name.left || doing.left >= name.right).toBe(true)
  })

  it("a title in either script stands at the side of the count below it", async () => {
    for (const title of ["A title", "عنوان"]) {
      const { page } = await site().open(`/?lang=${lang}`)
      await ready(page)
      await openText(page, JSON.stringify({ title, events: [{ title: "One", when: "2016-10-15" }] }))
      await page.locator("h1", { hasText: title }).waitFor()
      const sides = await page.evaluate(() =>
        ["h1", ".under-title [role=status]"].map(name => {
          const range = document.createRange()
          range.selectNodeContents(document.querySelector(name)!)
          const { left, right } = range.getBoundingClientRect()
          return document.querySelector<HTMLElement>(".dateline")!.dir === "rtl" ? right : left
        }),
      )
      expect(Math.abs(sides[0]! - sides[1]!)).toBeLessThan(3)
    }
  })
})

it.each(["en", "ar", "ar-SY"])("what a field is for is not cut off (%s)", async lang => {
  const { page } = await site().open(`/?lang=${lang}`)
  await ready(page)
  await page.evaluate(() => document.fonts.ready)
  await page.locator(".date-field").first().waitFor()
  const cut = await page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d")!
    return [...document.querySelectorAll<HTMLInputElement>(".dateline input[placeholder]")]
      .filter(input => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(input)
        context.font = font
        const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
        return context.measureText(input.placeholder).width > room
      })
      .map(input => input.placeholder)
  })
  expect(cut).toEqual([])
})

it("with colours forced by the device what is chosen is legible", async () => {
  const { page } = await site().open("/", { forcedColors: "active" })
  await ready(page)
  const [ground, text, adjust] = await page
    .getByRole("button", { name: "Timeline", exact: true })
    .evaluate(node => {
      const { backgroundColor, color, forcedColorAdjust } = getComputedStyle(node) as CSSStyleDeclaration & {
        forcedColorAdjust: string
      }
      return [backgroundColor, color, forcedColorAdjust]
    })
  expect(text).not.toBe(ground)
  // Else the engine lays the page's own ground behind the letters, which are of that colour too.
  expect(adjust).toBe("none")
})

it("fingers find the tabs of the views as high as the buttons beside them", async () => {
  const { page } = await site().open("/", PHONE)
  await ready(page)
  const tab = await box(page.getByRole("button", { name: "List", exact: true }))
  expect(tab.height).toBeGreaterThanOrEqual(44)
})

it("the tabs of sharing stand in one row on a phone", async () => {
  for (const lang of ["en", "ar"]) {
    const { page } = await site().open(`/?lang=${lang}`, PHONE)
    await ready(page)
    await page.locator(".settings button, .header-tools button").last().tap()
    await page.locator(".menu .with-icon").first().tap()
    await page.getByRole("tab").first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    const tops = await page
      .getByRole("tab")
      .evaluateAll(tabs => tabs.map(tab => Math.round(tab.getBoundingClientRect().top)))
    expect(new Set(tops).size, lang).toBe(1)
  }
})

it("a file that breaks off is not said to be all there", async () => {
  const { page } = await site().open("/?lang=en")
  await ready(page)
  await openText(page, '{"events":[{"title":"A","when":"2016-10"},{"title":"B","when":"2016"},{"when":"20')
  expect(await page.locator(".read-bar [role=status]").textContent()).toContain("Reading ended at a fault")
})

it.each([
  ["en", "15 October 2016"],
  ["ar", "15 أكتوبر 2016"],
  ["ar-SY", "١٥ تشرين الأول/أكتوبر ٢٠١٦"],
])("an example of a date is written as dates are everywhere else (%s)", async (lang, example) => {
  const { page } = await site().open(`/?lang=${lang}`)
  await ready(page)
  expect(await page.locator(".go-to input").getAttribute("placeholder")).toBe(example)
})
