import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { beforeAll, expect, it } from "vitest"
import { FOLDER, fileOf } from "../bench/files.ts"
import { count, ready, useSite } from "./browser.ts"

/** Files of many events, which take some time to make. */
const EVENTS = 100_000
const NAME = `events-${EVENTS}.csv`
const site = useSite({ [`/${NAME}`]: { file: `${FOLDER}/${NAME}` } })
beforeAll(() => fileOf(EVENTS, "csv"), 120_000)

async function openFiles(): Promise<Page> {
  const { page } = await site().open(`/?data=${NAME}&lang=en`)
  await ready(page)
  await expect.poll(() => count(page), { timeout: 60_000 }).toBe("100,000 of 100,000 events")
  await page.getByRole("button", { name: "Share" }).click()
  await page.getByText("Pictures and files").click()
  return page
}

const bar = (page: Page) => page.getByRole("progressbar", { name: "Making the file…" })

it.each(["Save: Table (CSV)", "Save as one HTML file"])(
  "a file that takes long says how far it is, and is not made once it is stopped: %s",
  async name => {
    const page = await openFiles()
    let downloads = 0
    page.on("download", () => downloads++)
    await page.getByRole("button", { name, exact: true }).click()
    await bar(page).waitFor()
    await page.getByRole("button", { name: "Stop", exact: true }).click()
    await page.getByText("Stopped: no file was made.").waitFor()
    await bar(page).waitFor({ state: "detached" })
    await page.waitForTimeout(1500)
    expect(downloads).toBe(0)

    // The next one is made whole, and the page answers meanwhile.
    const download = page.waitForEvent("download", { timeout: 60_000 })
    await page.getByRole("button", { name, exact: true }).click()
    await bar(page).waitFor()
    const parts = await page.evaluate(async () => {
      const seen = new Set<number>()
      for (;;) {
        const progress = document.querySelector<HTMLProgressElement>(".share-said progress")
        if (!progress) return [...seen]
        seen.add(progress.value)
        await new Promise(requestAnimationFrame)
      }
    })
    expect(parts.length).toBeGreaterThan(10)
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    const text = readFileSync(await (await download).path(), "utf8")
    const data = /<script type="application\/json" id="dateline-data">(.*)<\/script>/.exec(text)
    const rows = data ? JSON.parse(data[1]!).events : text.trimEnd().split("\r\n").slice(1)
    expect(rows.length).toBe(EVENTS)
    await page.getByText("was made.").waitFor()
  },
  120_000,
)
