import { expect, test } from "vitest"
import { count, forgive, listed, ready, useSite } from "./browser.ts"

/** What is no part of the first load: it is there when it is asked for, and its absence is said. */
const site = useSite()

test.each([
  ["?q=aleppo&show=list", /aleppo/i],
  ["?from=2016-11&to=2016-11&show=list", /./],
])("a view that asks for words or for dates other than days opens with its events (%s)", async address => {
  const { page } = await site().open(`/${address}`)
  await page.locator("[role=status]").first().waitFor()
  // The very first count that is shown is that of the view, not of all events.
  expect(await page.locator(".under-title [role=status]").textContent()).not.toContain("14 of 14")
  expect((await listed(page)).length).toBeGreaterThan(0)
})

test("a word typed before the search has come is searched for once it has", async () => {
  const { page } = await site().open("about:blank")
  let release: (() => void) | undefined
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(/extras-/, async route => {
    await held
    await route.continue()
  })
  await page.goto(`${site().origin}/?lang=en`)
  await page.locator(".plot canvas").waitFor()
  await page.getByRole("searchbox").first().fill("frigate")
  expect(await page.locator(".under-title [role=status]").textContent()).toContain("14 of 14")
  release!()
  await page.locator(".under-title [role=status]", { hasText: /^[1-9] of 14/ }).waitFor()
  expect(new URL(page.url()).searchParams.get("q")).toBe("frigate")
})

test("where the search cannot be had the page says so, and offers to try again", async () => {
  const watched = await site().open("about:blank")
  const { page } = watched
  await page.route(/extras-/, route => route.abort())
  await page.goto(`${site().origin}/?lang=en&q=aleppo`)
  const again = page.getByRole("alert").getByRole("button", { name: "Try again" })
  await again.waitFor()
  await page.unroute(/extras-/)
  await page.reload()
  await ready(page)
  expect(await count(page)).toMatch(/^\d of 14/)
  forgive(watched, /ERR_FAILED|dynamically imported/)
})

test("one who waits long for a file is told how far it is, and waits without where that cannot be had", async () => {
  const rows = Array.from({ length: 8 }, (_, i) => `e${i},${"Event ".repeat(500)}${i},2016-10-1${i}\n`)
  site().add({ "/slow.csv": { body: ["id,title,when\n", ...rows], pause: 400 } })
  const watched = await site().open("/?lang=en&data=slow.csv")
  const { page } = watched
  await page
    .locator(".waiting")
    .getByText(/^0\.\d+ MB read$/)
    .waitFor()
  // Each part stands as far from the next: what has nothing to say takes no room.
  const boxes = await Promise.all(
    ["h1", "progress", "p:not([role])", "button"].map(part => page.locator(`.waiting ${part}`).boundingBox()),
  )
  const gaps = boxes.slice(1).map((box, i) => Math.round(box!.y - boxes[i]!.y - boxes[i]!.height))
  expect(new Set(gaps).size).toBe(1)
  expect(await count(page)).toBe("8 of 8 events")
  await page.route(/reading-en-/, route => route.abort())
  await page.reload()
  await page.locator(".waiting").waitFor()
  await page.waitForTimeout(1500)
  expect(await page.locator(".waiting").textContent()).toBe("Loading slow.csvStop")
  await page.unroute(/reading-en-/)
  expect(await count(page)).toBe("8 of 8 events")
  forgive(watched, /ERR_FAILED|dynamically imported/)
})
