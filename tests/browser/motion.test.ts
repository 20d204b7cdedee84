import { readFileSync } from "node:fs"
import type { BrowserContextOptions, Page } from "playwright-core"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { FOLDER, fileOf } from "../bench/files.ts"
import { ready, useSite } from "./browser.ts"

/** A drawing under the hand, frame by frame. */
const EVENTS = 1000
// Pages slowed on purpose, on whatever machine.
vi.setConfig({ testTimeout: 180_000 })
const NAME = `events-${EVENTS}.csv`
const site = useSite({ [`/${NAME}`]: { file: `${FOLDER}/${NAME}` } })
beforeAll(async () => {
  await fileOf(EVENTS, "csv")
  // The same, of which a part comes each tenth of a second.
  const lines = readFileSync(`${FOLDER}/${NAME}`, "utf8").split(/(?<=\n)/)
  const pieces = Array.from({ length: 50 }, (_, i) => lines.slice(i * 21, i * 21 + 21).join(""))
  site().add({ "/slowly.csv": { body: pieces, pause: 100 } })
})

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
        if (!/^\d{4}$/.test(tick.textContent!) || Number(tick.dataset.held) < 0) return []
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
/** Waits for the exact picture, of which nothing is where a movement had put it. */
async function still(page: Page): Promise<void> {
  await page.locator("[data-moved]").waitFor({ state: "detached" })
  const left = page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".plot canvas, .labels, [role=application], [data-held]")]
      .map(({ dataset, style }) => (dataset.held === undefined ? style.transform : style.translate))
      .filter(Boolean),
  )
  expect(await left).toEqual([])
}

/** A page in which every exact frame takes too long. */
async function open(search: string, options: BrowserContextOptions, { name = NAME } = {}): Promise<Page> {
  const { page } = await site().open(`/?data=${name}${search}`, options)
  await ready(page)
  await page.locator(".tick").first().waitFor({ state: "attached" })
  const session = await page.context().newCDPSession(page)
  await session.send("Emulation.setCPUThrottlingRate", { rate: options.isMobile ? 8 : 6 })
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
    const page = await open(search, options)
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

/** The next movement stays as it is: no exact picture follows when the hand is still. */
const freeze = (page: Page) =>
  page.evaluate(() => {
    const later = window.setTimeout
    window.setTimeout = ((act: () => void, ms?: number) => (ms === 80 ? 0 : later(act, ms))) as typeof later
  })

it.each([
  ["along", ALONG, 0],
  ["closer", CLOSER, 1.1],
  ["farther", FARTHER, -0.9],
])("a picture moved %s is pointed at as it is seen", async (_, step, scale) => {
  const page = await open("", DESKTOP)
  await move(page)
  await still(page)
  await freeze(page)
  // Some steps are drawn exactly.
  await expect
    .poll(async () => {
      await turn(page, step)
      return page.evaluate(wanted => {
        const { a } = new DOMMatrix(document.querySelector<HTMLElement>(".plot canvas")!.style.transform)
        const isMoved = document.querySelector("[data-moved]") !== null
        return isMoved && (wanted === 0 || (wanted > 0 ? a >= wanted : a <= -wanted))
      }, scale)
    })
    .toBe(true)
  const labels = await page.evaluate(() => {
    const plot = document.querySelector(".plot")!.getBoundingClientRect()
    return [...document.querySelectorAll<HTMLElement>(".label")].flatMap(label => {
      const box = label.getBoundingClientRect()
      const [x, y] = [box.right - 12, (box.top + box.bottom) / 2]
      const isSeen = box.left > plot.left && box.right < plot.right && y < innerHeight - 120
      return isSeen ? [{ title: label.textContent!, x, y }] : []
    })
  })
  expect(labels.length).toBeGreaterThan(3)
  for (const { title, x, y } of labels.slice(0, 12)) {
    await page.mouse.move(x, y)
    await page.locator(".tooltip strong", { hasText: title }).waitFor()
  }
})

it("a picture that comes back to where it is laid out stands there", async () => {
  const page = await open("", { ...DESKTOP, reducedMotion: "reduce" })
  await turn(page, ...Array.from({ length: 6 }, () => ALONG))
  await page.locator(".scroller").press("0")
  await still(page)
  const before = await texts(page)
  const isMoved = await page.evaluate(() => {
    const plot = document.querySelector(".plot")!
    for (let i = 0; i < 3; i++)
      plot.dispatchEvent(new WheelEvent("wheel", { deltaX: 12, bubbles: true, cancelable: true }))
    const was = document.querySelector("[data-moved]") !== null
    document
      .querySelector(".scroller")!
      .dispatchEvent(new KeyboardEvent("keydown", { key: "0", bubbles: true }))
    return was
  })
  expect(isMoved).toBe(true)
  await still(page)
  expect(await texts(page)).toEqual(before)
})

it("a picture that is moved while more events come is drawn anew in its place", async () => {
  const page = await open("", DESKTOP, { name: "slowly.csv" })
  const whole = page.getByText(`1,000 of 1,000 events`)
  expect(await whole.count()).toBe(0)
  await watch(page)
  for (let i = 0; (await whole.count()) === 0; i++)
    await turn(page, ...Array.from({ length: 4 }, () => (i % 4 < 2 ? ALONG : { deltaX: -12 })))
  expect((await seen(page)).some(({ moved }) => moved)).toBe(true)
  await still(page)
})

it("the focus stays with its event", async () => {
  const page = await open("", DESKTOP)
  await move(page)
  await still(page)
  await page.locator(".scroller").focus()
  await page.keyboard.press("Enter")
  await page.locator(".focus-mark").waitFor()
  await still(page)
  await page.evaluate(() => {
    const marks: { moved: boolean; at: number; per: number }[] = []
    const look = () => {
      const [from, to] = [...document.querySelectorAll(".overview .handle")].map(
        handle => Number(handle.getAttribute("aria-valuenow")) * 1000,
      )
      const plot = document.querySelector(".plot")!.getBoundingClientRect()
      const mark = document.querySelector(".focus-mark")!.getBoundingClientRect()
      const per = (to - from) / plot.width
      if (mark.left > plot.left)
        marks.push({
          moved: document.querySelector("[data-moved]") !== null,
          at: from + (mark.left - plot.left) * per,
          per,
        })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(globalThis, { marks })
  })
  await turn(page, ...Array.from({ length: 12 }, (_, i) => (i % 6 < 3 ? CLOSER : FARTHER)))
  await still(page)
  const marks = await page.evaluate(
    () => (globalThis as unknown as { marks: { moved: boolean; at: number; per: number }[] }).marks,
  )
  expect(marks.filter(({ moved }) => moved).length).toBeGreaterThan(2)
  // Pixels from where the event was at first; the mark is some pixels wider than what it stands for, whatever the scale.
  const [first] = marks
  expect(marks.filter(({ at, per }) => Math.abs(at - first.at) / per > 20)).toEqual([])
})

it("a drag by hand has every year in its place in each frame", async () => {
  const page = await open("", DESKTOP)
  await move(page)
  await still(page)
  await watch(page)
  const box = (await page.locator(".plot").boundingBox())!
  await page.mouse.move(box.x + 300, box.y + 200)
  await page.mouse.down()
  for (let i = 0; i < 12; i++) await page.mouse.move(box.x + 300 + 8 * i, box.y + 200)
  await page.mouse.up()
  await still(page)
  const frames = await seen(page)
  expect(frames.filter(({ moved }) => moved).length).toBeGreaterThan(1)
  expect(frames.flatMap(({ ticks }) => ticks).filter(([, by]) => Math.abs(by) > 1.5)).toEqual([])
})

it("a wheel turned as fast as it goes sees more than one exact picture after the other", async () => {
  const page = await open("", DESKTOP)
  await move(page)
  await still(page)
  await watch(page)
  // Each step asks for more than the picture before it can stand for, and none comes back to where one was.
  const steps = Array.from({ length: 24 }, (_, i) => [-300, -290, 310, 270][i % 4]!)
  await turn(page, ...steps.map(deltaY => ({ deltaY, ctrlKey: true })))
  expect((await seen(page)).filter(({ moved }) => moved).length).toBeGreaterThan(5)
  await still(page)
})
