import type { BrowserContextOptions, Page } from "playwright-core"
import { beforeAll, describe, expect, it } from "vitest"
import { FOLDER, fileOf } from "../bench/files.ts"
import { ready, useSite } from "./browser.ts"

/** A drawing under the hand, frame by frame. */
const EVENTS = 1000
const NAME = `events-${EVENTS}.csv`
const site = useSite({ [`/${NAME}`]: { file: `${FOLDER}/${NAME}` } })
beforeAll(() => fileOf(EVENTS, "csv"))

const DESKTOP = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

interface Seen {
  /** Whether what was drawn before was moved. */
  moved: boolean
  /** The words of a tick of the axis, and pixels from where its instant belongs to where it stands. */
  ticks: [string, number][]
}

/** From now on looks at every frame. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen[] = []
    const look = () => {
      const [from, to] = [...document.querySelectorAll(".overview .handle")].map(
        handle => Number(handle.getAttribute("aria-valuenow")) * 1000,
      )
      const plot = document.querySelector(".plot")!.getBoundingClientRect()
      const isDown = document.querySelector("[data-upright]") !== null
      const isReversed = document.querySelector(".axis[data-reversed]") !== null
      const ticks = [...document.querySelectorAll<HTMLElement>(".tick.major")].flatMap(tick => {
        // A year that began before the view stands at its edge.
        if (!/^\d{4}$/.test(tick.textContent!) || Number(tick.dataset.held) === 0) return []
        const part = (Date.UTC(Number(tick.textContent), 0) - from) / (to - from)
        const box = tick.getBoundingClientRect()
        const belongs = isDown
          ? plot.top + part * plot.height
          : isReversed
            ? plot.right - part * plot.width
            : plot.left + part * plot.width
        const stands = isDown ? box.top : isReversed ? box.right : box.left
        return [[tick.textContent!, stands - belongs] as [string, number]]
      })
      seen.push({ moved: document.querySelector("[data-moved]") !== null, ticks })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    ;(globalThis as unknown as { seen: Seen[] }).seen = seen
  })
}
const seen = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen)

/** All texts of the drawing and where in it they stand. */
const texts = (page: Page) =>
  page.evaluate(() => {
    const plot = document.querySelector(".plot")!.getBoundingClientRect()
    return [...document.querySelectorAll(".label, .tick")].map(text => {
      const { left, top } = text.getBoundingClientRect()
      return [text.textContent, Math.round(left - plot.left), Math.round(top - plot.top)].join(" ")
    })
  })
const still = (page: Page) => page.locator("[data-moved]").waitFor({ state: "detached" })

async function open(search: string, options: BrowserContextOptions, slowness: number): Promise<Page> {
  const { page } = await site().open(`/?data=${NAME}${search}`, options)
  await ready(page)
  await page.locator(".tick").first().waitFor({ state: "attached" })
  const session = await page.context().newCDPSession(page)
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness })
  return page
}

/** Turns the wheel over the middle of the drawing, a step in each frame. */
async function turn(page: Page, ...steps: Turn[]): Promise<void> {
  const box = (await page.locator(".plot").boundingBox())!
  const clientX = box.x + box.width / 2
  const clientY = Math.min(box.y + box.height / 2, 600)
  await page.evaluate(
    async ({ clientX, clientY, steps }) => {
      const under = document.elementFromPoint(clientX, clientY)!
      for (const how of steps) {
        await new Promise(requestAnimationFrame)
        under.dispatchEvent(
          new WheelEvent("wheel", { ...how, clientX, clientY, bubbles: true, cancelable: true }),
        )
      }
    },
    { clientX, clientY, steps },
  )
}

interface Turn {
  readonly deltaX?: number
  readonly deltaY?: number
  readonly ctrlKey?: boolean
}

const CLOSER = { deltaY: -60, ctrlKey: true }
const ALONG = { deltaX: 12 }
const FARTHER = { deltaY: 60, ctrlKey: true }

/** Closer, along, and a little farther. */
const move = (page: Page) =>
  turn(
    page,
    ...Array.from({ length: 16 }, () => CLOSER),
    ...Array.from({ length: 10 }, () => ALONG),
    ...Array.from({ length: 4 }, () => FARTHER),
  )

describe.each([
  ["on a desktop", "", DESKTOP],
  ["on a desktop, from right to left", "&lang=ar", DESKTOP],
  ["on a phone", "", PHONE],
])("a slow machine %s", (_, search, options) => {
  it("moves what is drawn at once, every year in its place, and draws exactly once the hand is still", async () => {
    const page = await open(search, options, 12)
    await watch(page)
    await move(page)
    await still(page)
    const frames = await seen(page)
    expect(frames.filter(({ moved }) => moved).length).toBeGreaterThan(3)
    const off = frames.flatMap(({ ticks }) => ticks).filter(([, by]) => Math.abs(by) > 1.5)
    expect(off).toEqual([])
    expect(frames.flatMap(({ ticks }) => ticks).length).toBeGreaterThan(frames.length / 2)

    // The picture is that of its address.
    for (let before = ""; before !== page.url() || !before.includes("view="); await page.waitForTimeout(1000))
      before = page.url()
    const after = await texts(page)
    const again = await site().open(page.url(), options)
    await ready(again.page)
    await again.page.locator(".tick").first().waitFor({ state: "attached" })
    expect(await texts(again.page)).toEqual(after)
  })
})

it("what lies under the pointer of a moved picture is what is seen there", async () => {
  const page = await open("", DESKTOP, 12)
  await page.evaluate(() => {
    // The picture stays as the hand has left it.
    const later = window.setTimeout
    window.setTimeout = ((act: () => void, ms?: number) => (ms === 80 ? 0 : later(act, ms))) as typeof later
  })
  await move(page)
  // The last step may have been one that was drawn exactly.
  await expect
    .poll(async () => {
      await turn(page, { deltaX: 6 })
      return page.locator("[data-moved]").count()
    })
    .toBe(1)
  const label = page.locator(".label").nth(3)
  const title = (await label.textContent())!
  const box = (await label.boundingBox())!
  await page.mouse.move(box.x + 10, box.y + box.height / 2)
  await page.getByText(title).and(page.locator(".tooltip *")).first().waitFor()
})

it("a drag by hand has every year in its place in each frame", async () => {
  const page = await open("", DESKTOP, 1)
  await move(page)
  await still(page)
  await watch(page)
  const box = (await page.locator(".plot").boundingBox())!
  await page.mouse.move(box.x + 300, box.y + 200)
  await page.mouse.down()
  for (let i = 0; i < 20; i++) await page.mouse.move(box.x + 300 + 5 * i, box.y + 200)
  await page.mouse.up()
  const frames = await seen(page)
  expect(frames.length).toBeGreaterThan(3)
  const off = frames.flatMap(({ ticks }) => ticks).filter(([, by]) => Math.abs(by) > 1.5)
  expect(off).toEqual([])
})
