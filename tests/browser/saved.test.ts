import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { axe, count, launch, listed, openWatched, ready, useSite, type Watched } from "./browser.ts"

/** The file that a reader saves: opened from disk with the network off, it does all that the page does. */
const site = useSite()
const folder = mkdtempSync(join(tmpdir(), "dateline-saved-"))
const FILE = join(folder, "timeline.html")
let browser: Browser
const opened: Watched[] = []

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
  const own = pathToFileURL(FILE).href
  // Nothing but the file itself was asked for, and nothing went wrong.
  expect(opened.flatMap(({ faults }) => faults)).toEqual([])
  expect(
    opened
      .flatMap(({ requests }) => requests)
      .filter(address => !address.startsWith(own) && !/^(data|blob):/.test(address)),
  ).toEqual([])
})

async function open(query = "", options = {}): Promise<Watched["page"]> {
  const watched = await openWatched(browser, pathToFileURL(FILE).href + query, { offline: true, ...options })
  opened.push(watched)
  return watched.page
}

test("a view is saved as one file that begins with it, of less than 490 kB beside its data", async () => {
  const { page } = await site().open("/?actor=lavrov&lang=en")
  await ready(page)
  await page.getByRole("button", { name: "Share", exact: true }).click()
  await page.getByRole("tab", { name: "Pictures and files" }).click()
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as one HTML file" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Lausanne to Lima.*\.html$/)
  await download.saveAs(FILE)
  const data = /id="dateline-data">([^<]*)</.exec(readFileSync(FILE, "utf8"))![1]!
  expect(statSync(FILE).size - Buffer.byteLength(data)).toBeLessThan(490_000)
  const saved = await open()
  expect(await count(saved)).toBe("2 of 14 events")
})

test("it filters by actor, place and words, opens events, lists, and takes decisions back", async () => {
  const page = await open("?lang=en")
  expect(await count(page)).toBe("14 of 14 events")
  await page.getByRole("checkbox", { name: "John Kerry" }).check()
  await expect.poll(() => count(page)).toBe("2 of 14 events")
  await page.getByRole("button", { name: "List" }).click()
  expect(await listed(page)).toEqual([
    "Lavrov and Kerry meet in Lausanne",
    "Lavrov and Kerry to meet in Lima",
  ])
  await page.getByRole("button", { name: "Lavrov and Kerry meet in Lausanne" }).click()
  await page
    .getByRole("complementary", { name: /Lausanne/ })
    .getByText("15 October 2016")
    .first()
    .waitFor()
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Clear all" }).click()
  await expect.poll(() => count(page)).toBe("14 of 14 events")
  await page.goto(`${pathToFileURL(FILE).href}?lang=en&place=lima`)
  expect(await count(page)).toMatch(/^\d of 14 events$/)
  await page.goto(`${pathToFileURL(FILE).href}?lang=en&q=frigate`)
  expect(await count(page)).toMatch(/^[1-9]\d* of 14 events$/)
})

test("it speaks Arabic in its own fonts, and axe finds no fault in it", async () => {
  const page = await open("?lang=ar")
  expect(await count(page)).toBe("14 من 14 حدثًا")
  await page.waitForFunction(() => document.fonts.status === "loaded")
  const faces = await page.evaluate(() => [...document.fonts].filter(face => face.status === "loaded").length)
  expect(faces).toBeGreaterThan(1)
  expect(await axe(page)).toEqual([])
})

const part = (text: string, id: string) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(text)![1]

test("it can be saved again, and offers no link, since none leads to it", async () => {
  const page = await open("?lang=en&actor=kerry")
  await ready(page)
  await page.getByRole("button", { name: "Share", exact: true }).click()
  await page.getByRole("button", { name: "Save as one HTML file" }).waitFor()
  expect(await page.getByRole("tab", { name: "Link and code" }).count()).toBe(0)
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as one HTML file" }).click(),
  ])
  const again = readFileSync(await download.path(), "utf8")
  const before = readFileSync(FILE, "utf8")
  expect(part(again, "dateline-program")).toBe(part(before, "dateline-program"))
  expect(part(again, "dateline-data")).toBe(part(before, "dateline-data"))
})

test("without scripts it is a list of the events", async () => {
  const page = await open("", { javaScriptEnabled: false })
  expect(await page.getByRole("listitem").count()).toBe(2)
  expect(await page.getByRole("listitem").first().textContent()).toContain(
    "Lavrov and Kerry meet in Lausanne",
  )
})
