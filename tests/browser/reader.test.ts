import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { count, forgive, listed, ready, useSite } from "./browser.ts"

/** Files read in a thread of their own, in the built page. */
const eventLine = (i: number) =>
  JSON.stringify({
    id: `e${i}`,
    when: `20${10 + (i % 10)}-0${1 + (i % 9)}-1${i % 10}`,
    title: `Event ${i}`,
    actors: [`Actor ${i % 7}`],
  })
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${eventLine(from + i)}\n`).join("")
const OPEN = { "access-control-allow-origin": "*" }
const SLOW = Array.from({ length: 40 }, (_, i) => lines(i * 2000, i * 2000 + 2000))
const SLOW_BYTES = String(Buffer.byteLength(SLOW.join("")))
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

const site = useSite(origin => ({
  "/many.jsonl": { body: lines(0, 30_000), headers: OPEN },
  "/slow.jsonl": { body: SLOW, pause: 150, headers: OPEN },
  "/sized.jsonl": { body: SLOW, pause: 150, headers: { "content-length": SLOW_BYTES } },
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
  // How many there are is said once, where they are counted.
  await page.getByText(/^First events shown · [\d.]+ MB read$/).waitFor()
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

/** The line over the timeline that says how far a file is. */
const line = (page: Page) => page.locator(".read-bar")
const stop = (page: Page) => line(page).getByRole("button", { name: "Stop" })
const again = (page: Page) => line(page).getByRole("button", { name: "Read it all" })
/** What the line says of a stop: events, and per cent of the file where that is known. */
async function stoppedAt(page: Page): Promise<number[]> {
  await again(page).waitFor()
  const text = (await line(page).locator("p").first().textContent())!
  const [, events, percent = "NaN"] =
    /^Stopped at ([\d,]+) events(?:, about (\d+)% of the file|: a part of the file)\.$/.exec(text)!
  return [eventsIn(events), Number(percent)]
}

test.each([["on a desktop", {}] as const, ["on a phone", PHONE] as const])(
  "%s the way to stop stands with the first events and stays where it is when the words come",
  async (_, device) => {
    const { page } = await site().open("about:blank", device)
    let release: (() => void) | undefined
    const held = new Promise<void>(resolve => (release = resolve))
    await page.route(/\/bars-/, async route => {
      await held
      await route.continue()
    })
    await page.goto(`${site().origin}/?data=slow.jsonl&lang=en`)
    await ready(page)
    await stop(page).waitFor()
    await line(page).getByRole("progressbar").waitFor()
    const places = async () => [
      await stop(page).boundingBox(),
      (await page.locator(".rooms").boundingBox())!.y,
    ]
    const before = await places()
    expect(await line(page).textContent()).toBe("Stop")
    release!()
    await line(page).getByText("First events shown").waitFor()
    expect(await places()).toEqual(before)
  },
)

describe("stopping", () => {
  test("keeps what was read and says how much that is; the focus stays where it can be read on", async () => {
    const { page } = await site().open("/?data=sized.jsonl")
    await ready(page)
    const shown = await count(page)
    await line(page)
      .getByText(/of \d\.\d MB read$/)
      .waitFor()
    await stop(page).press("Enter")
    const [events, percent] = await stoppedAt(page)
    const kept = await count(page)
    expect(eventsIn(kept)).toBe(events)
    expect(events).toBeGreaterThanOrEqual(eventsIn(shown))
    expect(events).toBeLessThan(80_000)
    expect(Math.abs(percent - events / 800)).toBeLessThan(10)
    expect(await again(page).evaluate(node => node === document.activeElement)).toBe(true)
  })

  test("is followed by the whole, and what was read stays until there is more of it", async () => {
    const { page } = await site().open("/?data=slow.jsonl")
    await ready(page)
    await expect.poll(async () => eventsIn(await count(page))).toBeGreaterThan(500)
    await stop(page).click()
    const [kept] = await stoppedAt(page)
    // Every count that is on the page from now on; none where there is no timeline.
    await page.evaluate(() => {
      const counts = new Set<string>()
      Object.assign(globalThis, { counts })
      const look = () => {
        counts.add(document.querySelector(".under-title [role=status]")?.textContent ?? "none")
        requestAnimationFrame(look)
      }
      look()
    })
    await again(page).click()
    await line(page).getByText("First events shown").waitFor()
    // Stopped earlier than before, it leaves what there was.
    await stop(page).click()
    expect(await stoppedAt(page)).toEqual([kept, NaN])
    await again(page).click()
    await expect.poll(() => count(page), { timeout: 30_000 }).toBe("80,000 of 80,000 events")
    await line(page).waitFor({ state: "detached" })
    const counts = await page.evaluate(() => [...(globalThis as unknown as { counts: Set<string> }).counts])
    expect(counts).not.toContain("none")
    expect(Math.min(...counts.map(eventsIn))).toBe(kept)
  })

  test("loses nothing where the file cannot be had again, which is said", async () => {
    site().add({ "/fleeting.jsonl": { body: SLOW, pause: 150 } })
    const { page } = await site().open("/?data=fleeting.jsonl")
    await ready(page)
    await stop(page).click()
    const [kept] = await stoppedAt(page)
    site().add({ "/fleeting.jsonl": { body: "", status: 500 } })
    await again(page).click()
    await page.getByRole("alert").getByText("The file could not be read again.").waitFor()
    expect(eventsIn(await count(page))).toBe(kept)
    site().add({ "/fleeting.jsonl": lines(0, 80_000) })
    await again(page).click()
    await expect.poll(() => count(page), { timeout: 30_000 }).toBe("80,000 of 80,000 events")
    expect(await page.getByRole("alert").count()).toBe(0)
  })
})

describe("while a file grows", () => {
  test.each([".scroller", ".search input"])(
    "the keyboard stays on its event and the focus where it is (%s)",
    async place => {
      const { page } = await site().open("/?data=slow.jsonl")
      await ready(page)
      await page.locator(".scroller").focus()
      for (const key of ["Enter", "ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key)
      const mark = page.locator(".focus-mark")
      const event = await mark.getAttribute("aria-label")
      expect(event).toMatch(/^Event \d/)
      if (place !== ".scroller") await page.locator(place).first().focus()
      await expect.poll(() => count(page), { timeout: 30_000 }).toBe("80,000 of 80,000 events")
      await line(page).waitFor({ state: "detached" })
      expect(await mark.getAttribute("aria-label")).toBe(event)
      const holder = page.locator(place).first()
      expect(await holder.evaluate(node => node.contains(document.activeElement))).toBe(true)
    },
  )

  test("a hand that holds the drawing keeps its hold", async () => {
    const { page } = await site().open("/?data=slow.jsonl&view=2012/2016")
    await ready(page)
    const { x, y } = (await page.locator(".plot").boundingBox())!
    const view = () => new URL(page.url()).searchParams.get("view")
    await page.mouse.move(x + 300, y + 40)
    await page.mouse.down()
    await page.mouse.move(x + 340, y + 40)
    await expect.poll(() => count(page), { timeout: 30_000 }).toBe("80,000 of 80,000 events")
    await line(page).waitFor({ state: "detached" })
    await expect.poll(view).not.toBe("2012/2016")
    const held = view()
    await page.mouse.move(x + 400, y + 40)
    await expect.poll(view).not.toBe(held)
    await page.mouse.up()
  })
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
