import { expect, test } from "vitest"
import { count, forgive, listed, ready, useSite } from "./browser.ts"

/** Files read in a thread of their own, in the built page. */
const line = (i: number) =>
  JSON.stringify({
    id: `e${i}`,
    when: `20${10 + (i % 10)}-0${1 + (i % 9)}-1${i % 10}`,
    title: `Event ${i}`,
    actors: [`Actor ${i % 7}`],
  })
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${line(from + i)}\n`).join("")
const OPEN = { "access-control-allow-origin": "*" }
const SLOW = Array.from({ length: 40 }, (_, i) => lines(i * 2000, i * 2000 + 2000))

const site = useSite(origin => ({
  "/many.jsonl": { body: lines(0, 30_000), headers: OPEN },
  "/slow.jsonl": { body: SLOW, pause: 150, headers: OPEN },
  "/sandboxed.html": `<!doctype html><meta charset="utf-8"><title>Host</title><iframe title="Timeline" width="900" height="700"
    sandbox="allow-scripts" src="${origin}/?embed=1&data=${encodeURIComponent(`${origin}/slow.jsonl`)}"></iframe>`,
}))

test("a file is read beside the page, by a script of the page's own", async () => {
  const { page, requests } = await site().open("/?data=many.jsonl")
  await expect.poll(() => count(page)).toBe("30,000 of 30,000 events")
  expect(requests.some(address => /\/assets\/worker-[\w-]+\.js$/.test(address))).toBe(true)
  // Its thread ends with its work.
  await expect.poll(() => page.workers().length).toBe(0)
})

test("the first events of a slow file are on the page before its last", async () => {
  const { page } = await site().open("/?data=slow.jsonl")
  await ready(page)
  await page.getByRole("progressbar").waitFor()
  await page.getByText(/^[\d,]+ events read · [\d.]+ MB$/).waitFor()
  expect(await count(page)).not.toContain("80,000")
  await page.getByRole("progressbar").waitFor({ state: "detached" })
  expect(await count(page)).toBe("80,000 of 80,000 events")
})

test("the list stays where its reader is while the file grows, and begins anew for another question", async () => {
  const { page } = await site().open("/?data=slow.jsonl&show=list")
  await ready(page)
  const list = page.getByRole("region", { name: "Events that pass the filters" })
  const top = () => list.evaluate(node => node.scrollTop)
  await list.evaluate(node => node.scrollTo({ top: 600 }))
  await page.getByRole("progressbar").waitFor()
  await page.getByRole("progressbar").waitFor({ state: "detached" })
  expect(await count(page)).toBe("80,000 of 80,000 events")
  // To within a row: from many rows on all are equally high.
  expect(Math.abs((await top()) - 600)).toBeLessThan(56)
  await page.getByRole("checkbox", { name: /^Actor 3/ }).click()
  await expect.poll(top).toBe(0)
})

const eventsIn = (said: string) => Number(said.split(" ")[0].replaceAll(",", ""))

test("stopping keeps what was read, says so, and it can be read again as a whole", async () => {
  const { page } = await site().open("/?data=slow.jsonl")
  await ready(page)
  const shown = await count(page)
  await page.getByRole("button", { name: "Stop" }).click()
  await page.getByText("The reading was stopped: a part of the file is shown.").waitFor()
  const kept = await count(page)
  expect(kept).not.toContain("80,000")
  expect(eventsIn(kept)).toBeGreaterThanOrEqual(eventsIn(shown))
  await page.getByRole("button", { name: "Read it all" }).click()
  await expect.poll(() => count(page), { timeout: 30_000 }).toBe("80,000 of 80,000 events")
})

test("a reader that breaks down in the middle is replaced, which is said, and the file is read", async () => {
  const watched = await site().open("/?data=slow.jsonl")
  const { page } = watched
  await ready(page)
  await page.workers()[0].evaluate(() => void setTimeout(() => Promise.reject(new Error("broken")), 0))
  await page.workers()[0].evaluate(() => void setTimeout(() => (undefined as unknown as () => void)(), 0))
  await page.getByRole("status").filter({ hasText: "Reading broke off and has begun anew." }).waitFor()
  await expect.poll(() => count(page), { timeout: 40_000 }).toBe("80,000 of 80,000 events")
  watched.faults.splice(0)
})

test("in a frame without an origin the reader starts from a blob", async () => {
  const { page } = await site().open(`${site().hostOrigin}/sandboxed.html`)
  const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!
  // Parts come only from a thread of its own: on the page's they would keep it from its turn.
  expect(await count(inner)).not.toContain("80,000")
  await expect.poll(() => count(inner), { timeout: 40_000 }).toBe("80,000 of 80,000 events")
})

test("where a policy forbids every worker the file is read by the page itself, which goes on answering, with the same result", async () => {
  const watched = await site().open("about:blank")
  const { page } = watched
  // What whoever runs the site may send beside the page's own policy.
  await page.route(`${site().origin}/?*`, async route => {
    const response = await route.fetch()
    const headers = { ...response.headers(), "content-security-policy": "worker-src 'none'" }
    await route.fulfill({ response, headers })
  })
  await page.goto(`${site().origin}/?data=slow.jsonl&lang=en`)
  // It tells how far it is, again and again, which the page could not show if it were kept from its turn.
  const told = new Set<string>()
  const far = page.locator(".waiting p:not([role])")
  await expect
    .poll(
      async () => {
        for (const text of await far.allTextContents()) told.add(text)
        return told.size
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBeGreaterThan(3)
  await expect.poll(() => count(page), { timeout: 40_000 }).toBe("80,000 of 80,000 events")
  expect(page.workers()).toHaveLength(0)
  const read = async () => {
    await page.goto(`${site().origin}/?data=many.jsonl&show=list&lang=en`)
    await expect.poll(() => count(page), { timeout: 20_000 }).toBe("30,000 of 30,000 events")
    return [await listed(page), await page.locator(".facet .value").allTextContents()]
  }
  const here = await read()
  await page.unroute(`${site().origin}/?*`)
  expect(await read()).toEqual(here)
  forgive(watched, /worker/i)
})
