import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { count, ready, useSite } from "./browser.ts"
import { bundle } from "./bundle.ts"

/** Examples of the README's section on embedding, by language, in their order. */
const SECTION = /## Embedding\n([\s\S]*?)\n## /.exec(readFileSync("README.md", "utf8"))![1]!
const examples = (language: string) =>
  [...SECTION.matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, own]) => own === language)
    .map(([, , code]) => code!)
const [frame, listener, link, element] = examples("html")

const EVENTS = JSON.stringify({
  events: [
    { id: "a", when: "2016-10-15", title: "First talk", actors: ["lavrov", "kerry"] },
    { id: "b", when: "2016-11-16", title: "Second talk", actors: ["lavrov"] },
    { id: "c", when: "2016-11-17", title: "Third talk", actors: ["kerry"] },
  ],
})

mkdirSync("tests/out/readme", { recursive: true })
writeFileSync("tests/out/readme/talks.jsx", examples("jsx")[0]!)
writeFileSync(
  "tests/out/readme/main.jsx",
  `import { createElement } from "react"
   import { createRoot } from "react-dom/client"
   import { Talks } from "./talks.jsx"
   createRoot(document.getElementById("root")).render(createElement(Talks))`,
)
const app = await bundle("readme-react", "tests/out/readme/main.jsx", 19)

const site = useSite(origin => {
  const page = (body: string, head = "") =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`
  const here = (code: string) => code.replaceAll("https://example.org/timeline", origin)
  return {
    ...app,
    "/events.json": EVENTS,
    "/readme-react/events.json": EVENTS,
    "/frame.html": page(here(frame!)),
    "/listener.html": page(here(frame!) + listener!),
    "/link.html": page(here(link!)),
    "/element.html": page(here(element!), `<style>${examples("css")[0]!}</style>`),
  }
})

/** Opens a page with a frame; gives both, the frame ready. */
const framed = async (path: string) => {
  const { page } = await site().open(path)
  await page.locator("iframe").waitFor()
  const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!
  await ready(inner)
  return { page, inner }
}

describe("the README's examples", () => {
  it("show a frame", async () => {
    const { inner } = await framed("/frame.html")
    expect(await count(inner)).toBe("2 of 3 events")
  })

  it("listen to a frame and set what it shows", async () => {
    const { page, inner } = await framed("/listener.html")
    await inner.locator(".chips", { hasText: "kerry" }).waitFor()
    await expect
      .poll(async () => {
        const own = await page.locator("iframe").evaluate(one => one.clientHeight)
        return own - (await inner.evaluate(() => document.body.scrollHeight))
      })
      .toBe(0)
  })

  it("turn a link into a frame", async () => {
    const { page, inner } = await framed("/link.html")
    expect(await count(inner)).toBe("2 of 3 events")
    expect(await page.locator("iframe").getAttribute("title")).toBe("Lavrov in autumn 2016")
  })

  it("use the element, listen to it and colour it", async () => {
    const { page } = await site().open("/element.html")
    expect(await count(page)).toBe("1 of 3 events")
    await page.locator(".dateline[data-theme=dark]").first().waitFor()
    const style = await page.locator("event-timeline h1").evaluate(one => {
      const { fontStyle, color } = getComputedStyle(one)
      return { fontStyle, color }
    })
    expect(style).toEqual({ fontStyle: "italic", color: "rgb(16, 32, 48)" })
    const told = page.waitForEvent("console", message => message.text().startsWith("a "))
    await page.getByRole("button", { name: "List", exact: true }).click()
    await page.locator(".list tbody button").first().click()
    await told
  })

  it("hold a timeline in React", async () => {
    const { page } = await site().open("/readme-react/index.html")
    expect(await count(page)).toBe("2 of 3 events")
    await page.getByRole("button", { name: "Kerry", exact: true }).click()
    await page.locator(".chips", { hasText: "kerry" }).waitFor()
  })

  it("read and filter without a page", () => {
    const [code] = examples("js")
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code!], {
      encoding: "utf8",
    })
    expect([stderr, stdout.trim()]).toEqual(["", "about November 2016 0"])
  })
})
