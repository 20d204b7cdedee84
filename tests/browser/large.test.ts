import type { Page } from "playwright-core"
import { beforeAll, describe, expect, it } from "vitest"
import { FOLDER, fileOf, rows, type Row } from "../bench/files.ts"
import { count, listed, ready, useSite } from "./browser.ts"

/** Many events in the built page: what it shows and says is held against the file, row by row. */
const MILLION = 1_000_000
const PHONE_EVENTS = 20_000
/** So many that all rows of a list are equally high. */
const LONG = 60_000
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const names = [MILLION, PHONE_EVENTS, LONG].map(size => `events-${size}.csv`)
const site = useSite(Object.fromEntries(names.map(name => [`/${name}`, { file: `${FOLDER}/${name}` }])))
beforeAll(async () => {
  for (const size of [MILLION, PHONE_EVENTS, LONG]) await fileOf(size, "csv")
}, 600_000)

/** The rows of a file as a timeline has them: by begin, end and id. */
function inTime(size: number): Row[] {
  const keyed = Array.from(rows(size), row => ({
    row,
    key: `${row.start} ${row.end || row.start} ${row.id}`,
  }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row)
}

const grouped = (n: number) => new Intl.NumberFormat("en").format(n)
const number = (text: string) => Number(text.replaceAll(",", ""))
/** How many events a bin says that it holds. */
const holds = (name: string) => number(/([\d,]+) events? here/.exec(name)?.[1] ?? "0")
const date = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
})

/** Name of what has the focus. */
const heard = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "")

/** Whether what is heard is this event, with all that the file says of it. */
function expectEvent(name: string, { title, start, end, actors, place, status }: Row): void {
  expect(name.startsWith(`${title}, `), `${name} is ${title}`).toBe(true)
  const said = [date.format(new Date(end || start)), ...actors, place]
  for (const part of said) expect(name).toContain(part)
  expect(name.toLowerCase()).toContain(status)
}

describe("a million events", () => {
  let all: Row[] = []
  beforeAll(() => {
    all = inTime(MILLION)
  }, 120_000)

  it("are gone through by keyboard, in time and between lanes, and where they are too dense by bins", async () => {
    const { page } = await site().open(`/?data=events-${MILLION}.csv`)
    await ready(page)
    await expect.poll(() => count(page), { timeout: 120_000 }).toBe("1,000,000 of 1,000,000 events")
    await page.getByRole("progressbar").waitFor({ state: "detached" })
    const press = async (key: string) => {
      await page.keyboard.press(key)
      return heard(page)
    }
    const view = () => new URL(page.url()).searchParams.get("view")
    await page.locator(".scroller").focus()

    // In time.
    expectEvent(await press("Enter"), all[0])
    expectEvent(await press("ArrowRight"), all[1])
    expectEvent(await press("ArrowRight"), all[2])
    expectEvent(await press("ArrowLeft"), all[1])
    expectEvent(await press("End"), all[MILLION - 1])
    expectEvent(await press("ArrowRight"), all[MILLION - 1])
    expectEvent(await press("ArrowLeft"), all[MILLION - 2])
    expectEvent(await press("Home"), all[0])

    // Closer, farther and on: the focus stays on its event, and brings the view back.
    for (let i = 0; i < 6; i++) expectEvent(await press("+"), all[0])
    await expect.poll(view).not.toBeNull()
    const closer = view()
    expectEvent(await press("PageDown"), all[0])
    await expect.poll(view).not.toBe(closer)
    const later = view()!
    expect(later.slice(0, 10) > closer!.slice(0, 10)).toBe(true)
    expectEvent(await press("ArrowRight"), all[1])
    await expect.poll(() => view()!.slice(0, 10) < later.slice(0, 10)).toBe(true)
    await press("-")
    expectEvent(await press("0"), all[1])
    await expect.poll(view).toBeNull()

    // Lanes: their names and counts are the file's, each event in one at least.
    const shown = await page.locator(".gutter li").evaluateAll(items =>
      items.map(item => {
        const name = item.querySelector(".lane-name")!
        return [name.textContent!.trim(), item.textContent!] as const
      }),
    )
    const lanes = shown.map(([name]) => name)
    expect(lanes.at(-1)).toBe("All others")
    const standsIn = ({ actors }: Row, lane: number) =>
      lane === lanes.length - 1 ? !actors.some(actor => lanes.includes(actor)) : actors.includes(lanes[lane])
    const members = lanes.map((_, lane) => all.flatMap((row, at) => (standsIn(row, lane) ? [at] : [])))
    shown.forEach(([, text], lane) => expect(text).toContain(grouped(members[lane].length)))

    let lane = lanes.findIndex((_, one) => standsIn(all[1], one))
    const own = members[lane]
    const next = own[own.indexOf(1) + 1]
    expectEvent(await press("."), all[next])
    expectEvent(await press("."), all[own[own.indexOf(1) + 2]])
    expectEvent(await press(","), all[next])
    expectEvent(await press(","), all[1])
    let at = 1
    while (lane < lanes.length - 1) {
      lane++
      const day = (one: number) => Date.parse(all[one].start)
      const far = (one: number) => (one === at ? -1 : Math.abs(day(one) - day(at)))
      at = members[lane].reduce((best, one) => (far(one) < far(best) ? one : best))
      expectEvent(await press("ArrowDown"), all[at])
    }
    expectEvent(await press("ArrowDown"), all[at])

    // An event opens and gives the focus back.
    await press("Enter")
    await page.getByRole("complementary", { name: all[at].title }).waitFor()
    await press("Escape")
    await page.getByRole("complementary").waitFor({ state: "detached" })
    expectEvent(await heard(page), all[at])

    // From bin to bin: together they hold all of the lane and say how many each.
    await press("Home")
    lane = lanes.findIndex((_, one) => standsIn(all[0], one))
    let held = 0
    let bins = 0
    let name = await press("Shift+ArrowRight")
    for (let before = ""; name !== before; bins++) {
      expect(name.startsWith(`${lanes[lane]} · `), name).toBe(true)
      held += holds(name)
      before = name
      name = await press("Shift+ArrowRight")
    }
    expect(bins).toBeGreaterThan(20)
    expect(held).toBe(members[lane].length)

    // Its events are listed, as many as it says, and open.
    await press("Shift+ArrowLeft")
    name = await press("Shift+ArrowLeft")
    await page.keyboard.press("l")
    const dialog = page.getByRole("dialog")
    await dialog.getByRole("table").waitFor()
    expect(await dialog.getByRole("table").getAttribute("aria-rowcount")).toBe(String(holds(name) + 1))
    const [first] = await listed(page)
    expect(members[lane].some(one => all[one].title === first)).toBe(true)
    await dialog.getByRole("button", { name: first, exact: true }).click()
    await page.getByRole("complementary", { name: first }).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("complementary").waitFor({ state: "detached" })
    expect(await heard(page)).toBe(name)

    // Entered again and again it is told apart at last, or listed where nothing could tell its events apart.
    for (let i = 0; i < 12 && (await dialog.count()) === 0; i++) {
      const inside = await heard(page)
      if (!inside.startsWith(`${lanes[lane]} · `)) break
      await page.keyboard.press("Enter")
      await expect.poll(async () => (await heard(page)) !== inside || (await dialog.count()) > 0).toBe(true)
    }
    if ((await dialog.count()) > 0) {
      const days = await dialog
        .locator("tbody time")
        .evaluateAll(all => all.map(one => one.getAttribute("datetime")!))
      expect(new Set(days.map(day => day.slice(0, 10))).size).toBe(1)
      await page.keyboard.press("Escape")
    } else {
      const title = (await heard(page)).split(", ", 1)[0]
      expect(members[lane].some(one => all[one].title === title)).toBe(true)
    }

    expect(await count(page)).toBe("1,000,000 of 1,000,000 events")
  }, 300_000)

  it("are all in the list: its end is the last of them, and it is sorted either way", async () => {
    const { page } = await site().open(`/?data=events-${MILLION}.csv&show=list`)
    await ready(page)
    await expect.poll(() => count(page), { timeout: 120_000 }).toBe("1,000,000 of 1,000,000 events")
    await page.getByRole("progressbar").waitFor({ state: "detached" })
    const table = page.getByRole("table")
    await expect.poll(() => table.getAttribute("aria-rowcount")).toBe("1000001")
    const indexes = () =>
      page
        .locator(".list tbody tr[aria-rowindex]")
        .evaluateAll(all => all.map(row => Number(row.ariaRowIndex)))
    const titles = async () => new Set(await listed(page))
    const list = page.getByRole("region", { name: "Events that pass the filters" })
    await list.focus()
    expect(await titles()).toContain(all[0].title)

    // A page at a time, no row passed over.
    const seen = new Set(await indexes())
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("PageDown")
      await page.waitForFunction(
        last => {
          const rows = [...document.querySelectorAll(".list tbody tr[aria-rowindex]")]
          return Number(rows.at(-1)!.getAttribute("aria-rowindex")) > last
        },
        Math.max(...seen),
      )
      for (const index of await indexes()) seen.add(index)
    }
    expect([...seen].toSorted((a, b) => a - b)).toEqual(Array.from(seen, (_, i) => i + 2))

    await page.keyboard.press("End")
    await expect.poll(async () => (await indexes()).at(-1)).toBe(MILLION + 1)
    const last = page.locator(".list tbody tr[aria-rowindex]").last()
    await expect.poll(() => last.innerText()).toContain(all[MILLION - 1].title)
    expect(
      await last.evaluate(
        row => row.getBoundingClientRect().bottom <= row.closest(".list")!.getBoundingClientRect().bottom,
      ),
    ).toBe(true)
    // Back by pages, as evenly.
    const behind = new Set(await indexes())
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("PageUp")
      await page.waitForFunction(
        first => {
          const row = document.querySelector(".list tbody tr[aria-rowindex]")!
          return Number(row.getAttribute("aria-rowindex")) < first
        },
        Math.min(...behind),
      )
      for (const index of await indexes()) behind.add(index)
    }
    const from = MILLION + 2 - behind.size
    expect([...behind].toSorted((a, b) => a - b)).toEqual(Array.from(behind, (_, i) => i + from))

    // Halfway down the bar is halfway through the events.
    await list.evaluate(node => (node.scrollTop = (node.scrollHeight - node.clientHeight) / 2))
    await expect.poll(async () => Math.abs((await indexes())[0] - MILLION / 2) < 1000).toBe(true)
    const [middle] = await indexes()
    await expect.poll(async () => (await listed(page))[0]).toBe(all[middle - 2].title)
    await page.keyboard.press("Home")
    await expect.poll(async () => (await indexes())[0]).toBe(2)

    await page.getByRole("button", { name: "Sort by when" }).click()
    await expect.poll(async () => (await listed(page))[0]).toBe(all[MILLION - 1].title)
    await page.getByRole("button", { name: "Sort by status" }).click()
    await expect
      .poll(async () => (await listed(page))[0])
      .toBe(all.find(({ status }) => status === "announced")!.title)
    await page.getByRole("button", { name: "Sort by event" }).click()
    const byTitle = all.map(({ title }) => title).filter(title => title.startsWith("Council announces "))
    const lowest = byTitle.reduce((a, b) => (Number(a.split(" ")[2]) < Number(b.split(" ")[2]) ? a : b))
    await expect.poll(async () => (await listed(page))[0], { timeout: 60_000 }).toBe(lowest)
    // The page answers while a million titles are put in order.
    expect(await table.getAttribute("aria-rowcount")).toBe("1000001")
  }, 300_000)
})

it("a phone's list of very many events gives its width to what it shows", async () => {
  const { page } = await site().open(`/?data=events-${LONG}.csv&show=list`, PHONE)
  await expect.poll(() => count(page), { timeout: 60_000 }).toBe("60,000 of 60,000 events")
  await page.locator(".list[data-long]").waitFor()
  const list = (await page.locator(".list table").boundingBox())!
  const when = (await page.locator("td.col-when").first().boundingBox())!
  const title = (await page.locator("td.col-title").first().boundingBox())!
  expect(Math.abs(when.width + title.width - list.width)).toBeLessThan(2)
})

describe("twenty thousand events on a slow phone", () => {
  const all = inTime(PHONE_EVENTS)
  const own = all.filter(({ actors }) => actors.includes("Actor 0"))
  const indexes = new Map(all.map(({ title }, at) => [title, at]))

  it("are filtered, moved and zoomed by finger, listed and opened", async () => {
    const { page } = await site().open("/", PHONE)
    const session = await page.context().newCDPSession(page)
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 })
    await page.goto(`${site().origin}/?data=events-${PHONE_EVENTS}.csv`)
    await ready(page)
    await expect.poll(() => count(page), { timeout: 30_000 }).toBe("20,000 of 20,000 events")

    // Dense as they are, some are named all the way down, and open by their names.
    const named = page.locator(".label").nth(3)
    const name = (await named.textContent())!
    expect(indexes.has(name)).toBe(true)
    const spot = (await named.boundingBox())!
    await page.touchscreen.tap(spot.x + spot.width / 2, spot.y + spot.height / 2)
    const opened = page.getByRole("complementary", { name })
    await opened.waitFor()
    await opened.getByRole("button", { name: "Close", exact: true }).tap()
    await opened.waitFor({ state: "detached" })

    // Filters lie in a sheet.
    await page.getByRole("button", { name: "Filters" }).tap()
    const sheet = page.getByRole("dialog", { name: "Filters" })
    const actors = sheet.getByRole("group", { name: "Actors", exact: true })
    await actors.getByRole("checkbox", { name: "Actor 0", exact: true }).tap()
    await sheet.getByRole("button", { name: `Show ${grouped(own.length)} events` }).tap()
    await sheet.waitFor({ state: "detached" })
    expect(await count(page)).toBe(`${grouped(own.length)} of 20,000 events`)

    // Two fingers zoom and move time, one goes along the column.
    const box = (await page.locator(".plot").boundingBox())!
    const x = box.x + box.width * 0.7
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...ys: number[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: ys.map((y, id) => ({ x, y, id })) })
    const drag = async (from: readonly number[], to: readonly number[]) => {
      await touch("touchStart", ...from)
      for (let step = 1; step <= 8; step++)
        await touch("touchMove", ...from.map((y, i) => y + ((to[i] - y) * step) / 8))
      await touch("touchEnd")
    }
    const view = () => {
      const asked = new URL(page.url()).searchParams.get("view")
      return asked === null
        ? null
        : asked.split("/").map(edge => Date.parse(edge.length < 5 ? `${edge}-01` : edge))
    }
    const span = () => view()![1] - view()![0]
    await drag([400, 500], [300, 640])
    await expect.poll(view).not.toBeNull()
    await drag([400, 500], [300, 640])
    await expect.poll(span).toBeLessThan(2 * 365 * 86_400_000)
    const [before] = view()!
    const width = span()
    await drag([550, 700], [300, 450])
    await expect.poll(() => view()![0]).toBeGreaterThan(before)
    expect(Math.abs(span() - width) / width).toBeLessThan(0.05)
    const top = async () => (await page.locator(".plot").boundingBox())!.y
    const above = await top()
    await drag([700], [350])
    await expect.poll(top).toBeLessThan(above - 50)
    // A tap on what still glides would only stop it.
    const rest = async (where: () => Promise<number>) => {
      for (let before = NaN, now = await where(); now !== before; now = await where()) {
        before = now
        await page.waitForTimeout(300)
      }
    }
    await rest(top)
    expect(await count(page)).toBe(`${grouped(own.length)} of 20,000 events`)

    // The list has what passes and nothing else, in the order of time, as far as a finger takes it.
    await page.getByRole("button", { name: "List", exact: true }).tap()
    await page.getByRole("table").waitFor()
    expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(own.length + 1))
    const rows = () =>
      page
        .locator(".list tbody tr[aria-rowindex]")
        .evaluateAll(all =>
          all.map(
            row =>
              [Number(row.ariaRowIndex) - 2, row.querySelector(".col-title button")!.textContent!] as const,
          ),
        )
    const expectRows = async () => {
      for (const [at, title] of await rows()) expect(title).toBe(own[at].title)
    }
    await expectRows()
    for (let i = 0; i < 4; i++) {
      const [[top]] = await rows()
      await drag([700], [250])
      await expect
        .poll(async () => (await rows())[0][0] > top || (await rows()).at(-1)![0] > top + 20)
        .toBe(true)
      await expectRows()
    }
    await rest(() => page.locator(".list").evaluate(list => list.scrollTop))
    const [at, title] = (await rows())[15]
    await page.getByRole("button", { name: title, exact: true }).tap()
    const details = page.getByRole("complementary", { name: title })
    await details.waitFor()
    for (const actor of own[at].actors) await details.getByText(actor, { exact: true }).first().waitFor()
    expect(indexes.has(title)).toBe(true)
    await details.getByRole("button", { name: "Next event" }).tap()
    await page.getByRole("complementary", { name: own[at + 1].title }).waitFor()
  }, 120_000)
})
