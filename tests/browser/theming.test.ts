import { readdirSync, readFileSync } from "node:fs"
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
  "--dateline-accent": ["rgb(6, 7, 8)", ".language", "color", "rgb(6, 7, 8)"],
} as const
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

describe("what a page may set in the element", () => {
  it("is what the README lists, and all that there is", () => {
    const internal = ["--dateline-rem"]
    expect(all(SOURCES, /(--dateline-[a-z]+)/g).filter(name => !internal.includes(name))).toEqual(
      Object.keys(PROPERTIES).toSorted(),
    )
    expect(all(README, /(--dateline-[a-z]+):/g)).toEqual(Object.keys(PROPERTIES).toSorted())
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
})
