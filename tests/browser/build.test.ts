import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { dateline } from "../cli/command.ts"
import { count, launch, openWatched, ready } from "./browser.ts"
import { serve } from "./server.ts"

/** What `dateline build` writes, opened as its readers open it. */
const REPORT = "data/report/report.json"
const folder = mkdtempSync(join(tmpdir(), "dateline-build-"))
const path = (name: string) => join(folder, name)
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

test("one page in one file opens from disk with the network off, at the view that was asked for", async () => {
  const file = path("timeline.html")
  const { code, err } = await dateline([
    "build",
    REPORT,
    "-o",
    file,
    "--state",
    "actor=lavrov",
    "--lang",
    "ar",
  ])
  expect([code, err]).toEqual([0, `${file}: 14 events\n`])
  expect(statSync(file).size).toBeLessThan(560_000)
  const { page, faults } = await openWatched(browser, pathToFileURL(file).href, { offline: true })
  expect(await count(page)).toMatch(/^2 /)
  expect(await page.locator(".dateline").getAttribute("dir")).toBe("rtl")
  expect(faults).toEqual([])
})

test("a site holds its events, begins with its view, and takes other views from its address", async () => {
  const site = path("site")
  const { code } = await dateline([
    "build",
    REPORT,
    "-o",
    site,
    "--state",
    "actor=lavrov",
    "--url",
    "https://example.org/t/",
  ])
  expect(code).toBe(0)
  const server = await serve(site, "/", {})
  try {
    const { page, faults, requests } = await openWatched(browser, `${server.origin}/?lang=en`, {})
    await ready(page)
    expect(await count(page)).toBe("2 of 14 events")
    expect(requests.some(address => address.endsWith("/events.json"))).toBe(true)
    await page
      .getByRole("button", { name: /Remove|Clear/ })
      .first()
      .click()
    await page.getByText("14 of 14 events").waitFor()
    await page.goBack()
    await page.getByText("2 of 14 events").waitFor()
    await page.goto(`${server.origin}/?lang=en&actor=kerry`)
    await ready(page)
    expect(await count(page)).toBe("2 of 14 events")
    expect(faults).toEqual([])
    const reader = await browser.newPage({ javaScriptEnabled: false })
    await reader.goto(`${server.origin}/`)
    expect(await reader.locator("ol > li").count()).toBe(2)
    await reader.close()
  } finally {
    await server.close()
  }
})

test("a site tells other sites what it is, and hosts what to send with it", async () => {
  const site = path("site")
  const page = readFileSync(join(site, "index.html"), "utf8")
  for (const part of ["og:title", "og:description", "og:image", "application/json+oembed", 'rel="canonical"'])
    expect(page).toContain(part)
  const embed = JSON.parse(readFileSync(join(site, "oembed.json"), "utf8")) as Record<string, unknown>
  expect(embed).toMatchObject({ version: "1.0", type: "rich", width: 800, height: 600 })
  expect(embed["html"]).toContain("https://example.org/t/?embed=1&amp;data=events.json&amp;actor=lavrov")
  expect(readFileSync(join(site, "poster.svg"), "utf8")).toContain("Lausanne")
  const vercel = JSON.parse(readFileSync(join(site, "vercel.json"), "utf8")) as { headers: unknown[] }
  expect(vercel.headers).toContainEqual({
    source: "/assets/(.*)",
    headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
  })
  for (const file of ["_headers", ".htaccess"])
    expect(readFileSync(join(site, file), "utf8")).toContain("Access-Control-Allow-Origin")
  // What the program is made of is named by its content, so that it may be kept for ever.
  expect(readdirSync(join(site, "assets")).every(name => /-[\w-]{8}\.\w+$/.test(name))).toBe(true)
})

test("what a version has published stays as it is when the site is built again", async () => {
  const site = path("site")
  const { fixed } = JSON.parse(readFileSync(join(site, "versions.json"), "utf8")) as { fixed: string }
  const script = join(site, fixed, "embed.js")
  const build = () => dateline(["build", REPORT, "-o", site])
  expect(await build()).toMatchObject({ code: 0, err: `${site}: 14 events\n` })
  // An older version, and another build of this one.
  cpSync(join(site, fixed), join(site, "v0.0.9"), { recursive: true })
  writeFileSync(script, "// as it was published")
  writeFileSync(join(site, "versions.json"), "{}")
  const { code, err } = await build()
  expect([code, err]).toEqual([0, expect.stringMatching(/another build of the same version and stays/)])
  expect(readFileSync(script, "utf8")).toBe("// as it was published")
  expect(readFileSync(join(site, "versions.json"), "utf8")).toBe("{}")
  expect(existsSync(join(site, "v0.0.9/element.js"))).toBe(true)
  for (const folder of [fixed, "v0.0.9"])
    expect(readFileSync(join(site, "_headers"), "utf8")).toContain(
      `/${folder}/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    )
})

test("nothing is written over that build has not written itself, and a wrong address is said", async () => {
  writeFileSync(path("kept.txt"), "mine")
  expect((await dateline(["build", REPORT, "-o", folder])).code).toBe(2)
  expect(existsSync(path("index.html"))).toBe(false)
  const { code, err } = await dateline(["build", REPORT, "-o", path("x"), "--url", "here"])
  expect([code, err]).toEqual([2, expect.stringContaining("no address of a web page")])
  expect((await dateline(["build", "nowhere.csv", "-o", path("y.html")])).code).toBe(2)
})
