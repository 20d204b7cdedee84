import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { useSite } from "./browser.ts"
import type { Fixtures } from "./server.ts"

/** Pages of others as each version had them made, and the script that it published; they are kept for good. */
const PAGES = "tests/host/versions"

const old = readdirSync(PAGES).flatMap(name =>
  readdirSync(join(PAGES, name))
    .filter(file => file.endsWith(".html"))
    .map(file => [name, file] as const),
)

const site = useSite(
  origin => {
    const fixtures: Fixtures = {}
    for (const [name, file] of old)
      fixtures[`/${name}/${file}`] = readFileSync(join(PAGES, name, file), "utf8").replaceAll(
        "%SITE%",
        origin,
      )
    // What a version has published stays on the site when the next one comes.
    const headers = { "access-control-allow-origin": "*" }
    for (const name of readdirSync(PAGES))
      fixtures[`/v${name}/embed.js`] = { body: readFileSync(join(PAGES, name, "embed.js"), "utf8"), headers }
    return fixtures
  },
  "/",
  true,
)

const SAID = ".under-title [role=status]"

describe("a page as a version had it made", () => {
  it.each(old)("still shows its timelines, each as high as it said (%s, %s)", async (name, file) => {
    const { page } = await site().open(`${site().hostOrigin}/${name}/${file}`)
    const links = await page.locator("a.dateline-embed, iframe, event-timeline").count()
    expect(links).toBeGreaterThan(0)
    await expect.poll(() => page.locator("a.dateline-embed").count()).toBe(0)
    for (const frame of await page.locator("iframe").all())
      await frame.contentFrame().locator(SAID, { hasText: "2 of 14 events" }).waitFor()
    for (const element of await page.locator("event-timeline").all())
      await element.locator(SAID, { hasText: "2 of 14 events" }).waitFor()
    const heights = () =>
      page.locator("iframe, event-timeline").evaluateAll(all => all.map(one => one.clientHeight))
    if (file === "frames.html") await expect.poll(async () => (await heights())[0]).not.toBe(600)
    const [, second] = await heights()
    if (second !== undefined) expect(second).toBe(file === "frames.html" ? 600 : 420)
    if (file === "script.html" || file === "fixed.html")
      await expect.poll(async () => (await heights())[0]).not.toBe(480)
  })

  it("runs the script that it names by hash, as it was published then", () => {
    for (const name of readdirSync(PAGES)) {
      const script = readFileSync(join(PAGES, name, "embed.js"))
      const hash = createHash("sha384").update(script).digest("base64")
      expect(readFileSync(join(PAGES, name, "fixed.html"), "utf8")).toContain(`integrity="sha384-${hash}"`)
    }
  })
})
