import { readdirSync, readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { ready, useSite } from "./browser.ts"

/** What a page may set and reach in the element. Whoever takes one of these away breaks pages: they are kept for good. */
const PROPERTIES = {
  "--dateline-font": ["Georgia, serif", ".dateline", "fontFamily", "Georgia, serif"],
  "--dateline-size": ["18px", "h1", "fontSize", "29.25px"],
  "--dateline-ink": ["rgb(1, 2, 3)", ".dateline", "color", "rgb(1, 2, 3)"],
  "--dateline-secondary": ["rgb(2, 3, 4)", ".under-title", "color", "rgb(2, 3, 4)"],
  "--dateline-paper": ["rgb(3, 4, 5)", ".dateline", "backgroundColor", "rgb(3, 4, 5)"],
  "--dateline-raised": ["rgb(4, 5, 6)", ".button", "backgroundColor", "rgb(4, 5, 6)"],
  "--dateline-rule": ["rgb(5, 6, 7)", ".rooms", "borderBlockStartColor", "rgb(5, 6, 7)"],
  "--dateline-strong": ["rgb(6, 7, 9)", ".button", "borderBlockStartColor", "rgb(6, 7, 9)"],
  "--dateline-accent": ["rgb(6, 7, 8)", ".language", "color", "rgb(6, 7, 8)"],
} as const
/** Colours of types, the most frequent type's first. */
const TYPES = Array.from({ length: 7 }, (_, slot) => `--dateline-type-${slot + 1}`)
const PARTS = [
  "header",
  "title",
  "toolbar",
  "chips",
  "drawing",
  "overview",
  "list",
  "details",
  "foot",
] as const

const README = readFileSync("README.md", "utf8")
const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter(file => /\.(css|tsx?)$/.test(file))
  .map(file => readFileSync(`src/${file}`, "utf8"))
  .join("\n")
const all = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].toSorted()

const site = useSite(origin => ({
  "/themed.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>
    <style>
      event-timeline { ${Object.entries(PROPERTIES)
        .map(([name, [value]]) => `${name}: ${value}`)
        .join("; ")} }
      ${PARTS.map((part, i) => `event-timeline::part(${part}) { outline: 3px solid rgb(9, 9, ${i}) }`).join("\n")}
    </style>
    <script type="module" src="${origin}/element.js"></script></head>
    <body><event-timeline actor="lavrov" event="lausanne"></event-timeline></body></html>`,
}))

/** How many pixels of the drawing have this very colour. */
function painted(page: Page, colour: readonly number[]): Promise<number> {
  return page.locator("event-timeline .plot canvas").evaluate((canvas: HTMLCanvasElement, colour) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d")!
    copy.drawImage(canvas, 0, 0)
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] === 255 && colour.every((channel, c) => data[i + c] === channel)) count++
    return count
  }, colour)
}

describe("what a page may set in the element", () => {
  it("is what the README lists, and all that there is", () => {
    const known = ["--dateline-rem", "--dateline-type-", ...Object.keys(PROPERTIES)]
    expect(all(SOURCES, /(--dateline-[a-z-]+)/g)).toEqual(known.toSorted())
    expect(all(README, /(--dateline-[a-z]+):/g)).toEqual(Object.keys(PROPERTIES).toSorted())
    expect(README).toContain(`\`${TYPES[0]}\` to \`-${TYPES.length}\``)
    expect(all(SOURCES, /\bpart="([a-z]+)"/g)).toEqual([...PARTS].toSorted())
    const [, listed] = /Parts: ([^.]*)\./.exec(README)!
    expect(all(listed!, /`([a-z]+)`/g)).toEqual([...PARTS].toSorted())
  })

  it("reaches what it names", async () => {
    const { page } = await site().open("/themed.html")
    await ready(page)
    await page.locator(".details h2").waitFor()
    for (const [name, [, selector, property, value]] of Object.entries(PROPERTIES)) {
      const found = await page
        .locator(`event-timeline ${selector}`)
        .first()
        .evaluate((one, property) => getComputedStyle(one)[property as "color"], property)
      expect([name, found]).toEqual([name, value])
    }
    const outline = (part: string) =>
      page
        .locator(`event-timeline [part=${part}]`)
        .first()
        .evaluate(one => getComputedStyle(one).outlineColor)
    for (const [i, part] of PARTS.entries()) {
      if (part === "list") {
        await page.getByRole("button", { name: "List", exact: true }).click()
        await page.locator(".list").waitFor()
      }
      expect([part, await outline(part)]).toEqual([part, `rgb(9, 9, ${i})`])
    }
  })

  it("colours types, in the drawing and beside their names", async () => {
    const colours = TYPES.map((_, i) => `rgb(250, ${i}, 0)`)
    const { page } = await site().open("/themed.html")
    await page.locator("event-timeline").evaluate(
      (one: HTMLElement, [names, colours]) => {
        one.setAttribute("actor", "")
        for (const [i, name] of names!.entries()) one.style.setProperty(name, colours![i]!)
      },
      [TYPES, colours] as const,
    )
    await ready(page)
    await page.getByRole("button", { name: "Filters" }).click()
    const swatches = page.getByRole("group", { name: "Types" }).locator(".swatch[style]")
    await swatches.first().waitFor()
    const shown = await swatches.evaluateAll(all => all.map(one => getComputedStyle(one).backgroundColor))
    expect(shown.length).toBeGreaterThan(1)
    expect(shown.filter(colour => !colours.includes(colour))).toEqual([])
    expect(shown).toContain(colours[0])
    for (const colour of shown)
      await expect.poll(() => painted(page, colour.match(/\d+/g)!.map(Number))).toBeGreaterThan(0)
  })

  it("colours the drawing, and at once when it is set anew", async () => {
    const { page } = await site().open("/themed.html")
    await ready(page)
    // Hairlines between lanes, and the ring of the event that is open.
    await expect.poll(() => painted(page, [5, 6, 7])).toBeGreaterThan(500)
    await expect.poll(() => painted(page, [6, 7, 8])).toBeGreaterThan(5)
    const element = page.locator("event-timeline")
    await element.evaluate((one: HTMLElement) => one.style.setProperty("--dateline-rule", "rgb(200, 10, 20)"))
    await expect.poll(() => painted(page, [200, 10, 20])).toBeGreaterThan(500)
    expect(await painted(page, [5, 6, 7])).toBe(0)
    // A reader's darkness is not lost by it.
    await element.evaluate((one: HTMLElement) => one.removeAttribute("style"))
    await element.evaluate((one: HTMLElement) => one.setAttribute("theme", "dark"))
    await expect.poll(() => painted(page, [5, 6, 7])).toBeGreaterThan(500)
  })

  it("leaves the drawing its own colours where nothing is set, light and dark", async () => {
    const { page } = await site().open("/?lang=en&theme=light")
    await ready(page)
    const lines = () =>
      page.locator(".plot canvas").evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height)
        const counts = new Map<string, number>()
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] === 255) {
            const colour = [...data.subarray(i, i + 3)].join()
            counts.set(colour, (counts.get(colour) ?? 0) + 1)
          }
        return [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour)
      })
    expect(await lines()).toContain("229,225,216")
    await page.goto(`${site().origin}/?lang=en&theme=dark`)
    await ready(page)
    expect(await lines()).toContain("52,49,44")
  })
})
