import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { test } from "vitest"
import { launch, SITE } from "../browser/browser.ts"
import { serve } from "../browser/server.ts"
import { FOLDER, fileOf } from "./files.ts"
import { peerPages } from "./peers.ts"

/**
 * What a reader feels, measured in a real browser on the built site, beside the floors and beside other timelines, in
 * one run. `npm run bench` goes to 10⁵ events, `npm run bench -- --full` to 10⁶. Numbers of one run compare with each
 * other; those of another machine do not.
 */
const FULL = Boolean(process.env.FULL)
const SIZES = FULL ? [1_000, 10_000, 100_000, 1_000_000] : [1_000, 10_000, 100_000]
const TURNS = FULL ? 12 : 6
/** How many times slower than this machine a phone is taken to be. */
const SLOWED = 6
/** Time in ms that a new window is given before a page is asked for in it. */
const WINDOW_RESTS = 1500

interface Line {
  readonly what: string
  readonly events: number
  readonly value: number
  readonly unit: string
  readonly aim?: string
}
const lines: Line[] = []

function note(what: string, events: number, value: number, unit: string, aim?: string): void {
  lines.push({ what, events, value: Math.round(value * 100) / 100, unit, ...(aim && { aim }) })
}

/** A measure that cannot be made is said and costs no other. */
async function attempt(what: string, events: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    note(`${what}: not measured (${String(error).split("\n", 1)[0]})`, events, NaN, "")
  }
}

const part = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

test("the bench", { timeout: 3_600_000 }, async () => {
  for (const size of SIZES) await Promise.all([fileOf(size, "csv"), fileOf(size, "ndjson")])
  const peers = peerPages([1_000, 10_000, ...(FULL ? [100_000] : [])])
  const browser = await launch()
  const fresh = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" })
    const page = await context.newPage()
    // A window's own parts (the menu of its address bar is a page too) go on loading for a while, on the same cores.
    await page.waitForTimeout(WINDOW_RESTS)
    await page.addInitScript(() => {
      const own = globalThis as unknown as {
        longTasks: number[]
        counted: Map<string, number>
        shown: Map<string, number>
        nextFrame: () => Promise<void>
      }
      // When each count stood on the page first, and two frames after it and after the picture, in ms from the request.
      own.counted = new Map()
      own.shown = new Map()
      const show = (what: string) =>
        requestAnimationFrame(() => requestAnimationFrame(() => own.shown.set(what, performance.now())))
      new MutationObserver(() => {
        const text = document.querySelector(".under-title [role=status]")?.textContent
        if (!text || own.counted.has(text)) return
        own.counted.set(text, performance.now())
        show(text)
      }).observe(document, { subtree: true, childList: true, characterData: true })
      const mark = performance.mark.bind(performance)
      performance.mark = (name, options) => {
        if (name === "dateline-ready") show("picture")
        return mark(name, options)
      }
      own.nextFrame = () => new Promise(done => requestAnimationFrame(() => done()))
      own.longTasks = []
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) own.longTasks.push(duration)
      }).observe({ entryTypes: ["longtask"] })
    })
    return page
  }
  // The data lies beside the page, as a newsroom would have it.
  const files = Object.fromEntries(
    SIZES.flatMap(size =>
      (["csv", "ndjson"] as const).map(kind => {
        const name = `events-${size}.${kind}`
        return [`/${name}`, { file: `${FOLDER}/${name}` }] as const
      }),
    ),
  )
  const { origin, close } = await serve(SITE, "/", { ...peers, ...files })
  try {
    for (const size of SIZES)
      for (const kind of ["csv", "ndjson"] as const)
        await attempt(`load ${kind}`, size, () => load(fresh(), origin, size, kind))
    for (const size of SIZES) await attempt("use", size, () => use(fresh(), origin, size))
    for (const size of SIZES.filter(size => size <= 100_000))
      await attempt("first picture", size, () => firstPicture(fresh, origin, size))
    for (const [peer, sizes] of [
      ["vis", [1_000, 10_000]],
      ["echarts", FULL ? [10_000, 100_000] : [10_000]],
    ] as const)
      for (const size of sizes) await attempt(peer, size, () => measurePeer(fresh, origin, peer, size))
  } finally {
    await browser.close()
    await close()
  }
  report()
})

/**
 * From the request to the first drawn events and to all of them counted on the screen, beside fetching the same bytes and
 * only parsing them; by the page's own clock.
 */
async function load(opening: Promise<Page>, origin: string, size: number, kind: string): Promise<void> {
  const page = await opening
  const floors: number[] = []
  const wholes: number[] = []
  const firsts: number[] = []
  const total = new Intl.NumberFormat("en").format(size)
  for (let turn = 0; turn < 3; turn++) {
    await page.goto(`${origin}/floor.html`)
    floors.push(
      await page.evaluate(
        ([address, kind]) =>
          new Promise<number>(done => {
            const worker = new Worker("/floor.js")
            worker.addEventListener("message", ({ data }: MessageEvent<{ ms: number }>) => done(data.ms))
            worker.postMessage({ address, kind }, [])
          }),
        [`/events-${size}.${kind}`, kind] as const,
      ),
    )
    await page.goto(`${origin}/?data=events-${size}.${kind}`)
    const all = `${total} of ${total} events`
    await page.getByText(all).waitFor({ timeout: 120_000 })
    await page.waitForFunction(() => performance.getEntriesByName("dateline-ready").length > 0)
    const [first, whole] = await page.evaluate(all => {
      const { counted } = globalThis as unknown as { counted: Map<string, number> }
      return [performance.getEntriesByName("dateline-ready")[0]!.startTime, counted.get(all)!] as const
    }, all)
    firsts.push(first)
    wholes.push(whole)
    await page.locator(".read-bar progress").waitFor({ state: "detached", timeout: 120_000 })
  }
  const whole = part(wholes, 0.5)
  note(`${kind}: request to all counted`, size, whole, "ms")
  note(`${kind}: fetch and parse alone`, size, part(floors, 0.5), "ms")
  note(`${kind}: ratio`, size, whole / part(floors, 0.5), "×", "≤ 2.5")
  if (size >= 100_000)
    note(`${kind}: first events, part of the whole`, size, part(firsts, 0.5) / whole, "", "≤ 0.1")
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
  note(`${kind}: longest task while loading`, size, Math.max(0, ...tasks), "ms", "≤ 50")
  await page.context().close()
}

/** Choosing, searching, moving; memory. */
async function use(opening: Promise<Page>, origin: string, size: number): Promise<void> {
  const page = await opening
  const total = new Intl.NumberFormat("en").format(size)
  await page.goto(`${origin}/?data=events-${size}.csv`)
  await page.getByText(`${total} of ${total} events`).waitFor({ timeout: 120_000 })
  const csv = statSync(`${FOLDER}/events-${size}.csv`).size
  const noteMemory = (when: string) => {
    const memory = rendererBytes()
    if (memory === null) return
    note(`memory of the tab ${when}, by bytes of the CSV`, size, memory.all / csv, "×", "≤ 3")
    note(`the same without the browser's own program`, size, memory.own / csv, "×")
  }
  await page.waitForTimeout(1500)
  noteMemory("at once")

  const clicks = await page.evaluate(async turns => {
    const took: number[] = []
    const script: number[] = []
    const frame = (globalThis as unknown as { nextFrame(): Promise<void> }).nextFrame
    for (const facet of ["actor", "place", "type"]) {
      for (let i = 0; i < turns; i++) {
        const boxes = document.querySelectorAll<HTMLInputElement>(
          `[data-facet=${facet}] input[type=checkbox]`,
        )
        const box = boxes[i % Math.min(6, boxes.length)]!
        for (let twice = 0; twice < 2; twice++) {
          const start = performance.now()
          box.click()
          script.push(performance.now() - start)
          await frame()
          await frame()
          took.push(performance.now() - start)
          await new Promise(done => setTimeout(done, 60))
        }
      }
    }
    return { took, script }
  }, TURNS)
  note(
    "choosing a value, its script: median",
    size,
    part(clicks.script, 0.5),
    "ms",
    size === 1e5 ? "≤ 16" : undefined,
  )
  note(
    "choosing a value, to the frame after: median",
    size,
    part(clicks.took, 0.5),
    "ms",
    size >= 1e6 ? "≤ 50" : undefined,
  )
  note(
    "choosing a value: 95th percentile",
    size,
    part(clicks.took, 0.95),
    "ms",
    size >= 1e6 ? "≤ 100" : undefined,
  )

  const letters: number[] = []
  const search = page.getByRole("searchbox", { name: "Search", exact: true })
  await search.click()
  for (const letter of "meets 12") {
    letters.push(
      await page.evaluate(async letter => {
        const input = document.querySelector<HTMLInputElement>("[data-shortcut=search]")!
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!
        const start = performance.now()
        set.call(input, input.value + letter)
        input.dispatchEvent(new Event("input", { bubbles: true }))
        const frame = (globalThis as unknown as { nextFrame(): Promise<void> }).nextFrame
        await frame()
        await frame()
        return performance.now() - start
      }, letter),
    )
    await page.waitForTimeout(120)
  }
  note("a letter typed into search: slowest", size, Math.max(...letters), "ms", "≤ 100")
  await search.fill("")
  await page.keyboard.press("Escape")

  const frames = await watchFrames(page, () => moveAround(page))
  note("panning and zooming, frame: 95th percentile", size, part(frames.deltas, 0.95), "ms")
  note("panning and zooming, longest task", size, Math.max(0, ...frames.tasks), "ms", "≤ 50")
  const session = await page.context().newCDPSession(page)
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED })
  const slow = await watchFrames(page, () => moveAround(page))
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 })
  note(`the same, the processor slowed ${SLOWED} times, frame: median`, size, part(slow.deltas, 0.5), "ms")
  note("the same, 95th percentile", size, part(slow.deltas, 0.95), "ms")
  if (size >= 1e6) {
    // The engine gives back what is no longer used when it finds time.
    await page.waitForTimeout(20_000)
    noteMemory("at rest")
  }
  await page.context().close()
}

/** Closer by the wheel, along by hand, and out again, over the middle of the drawing. */
async function moveAround(page: Page): Promise<void> {
  const box = (await page.locator(".plot").boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(150, box.height / 2)]
  await page.mouse.move(x, y)
  for (let i = 0; i < 30; i++) await wheel(page, -80)
  await page.mouse.down()
  for (let i = 0; i < 40; i++) {
    await page.mouse.move(x - i * 5, y)
    await page.waitForTimeout(12)
  }
  await page.mouse.up()
  for (let i = 0; i < 30; i++) await wheel(page, 80)
}

async function wheel(page: Page, by: number): Promise<void> {
  await page.mouse.wheel(0, by)
  await page.waitForTimeout(14)
}

async function watchFrames(
  page: Page,
  work: () => Promise<void>,
): Promise<{ readonly deltas: number[]; readonly tasks: number[] }> {
  await page.evaluate(() => {
    const own = globalThis as unknown as { deltas: number[]; watching: boolean; longTasks: number[] }
    own.deltas = []
    own.watching = true
    own.longTasks = []
    let last = performance.now()
    const step = () => {
      const now = performance.now()
      own.deltas.push(now - last)
      last = now
      if (own.watching) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
  await work()
  return page.evaluate(() => {
    const own = globalThis as unknown as { deltas: number[]; watching: boolean; longTasks: number[] }
    own.watching = false
    return { deltas: own.deltas, tasks: own.longTasks }
  })
}

/**
 * Bytes of the largest renderer in memory, as Linux counts them: all, and without what it maps of files, which are the
 * browser's program and its libraries, the same pages for all tabs. Null where the system does not say.
 */
function rendererBytes(): { readonly all: number; readonly own: number } | null {
  try {
    const sizes = readdirSync("/proc")
      .filter(name => /^\d+$/.test(name) && isRenderer(name))
      .map(id => {
        const status = readFileSync(`/proc/${id}/status`, "utf8")
        const bytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]) * 1024
        return { all: bytes("VmRSS"), own: bytes("VmRSS") - bytes("RssFile") }
      })
    return sizes.toSorted((a, b) => b.all - a.all)[0] ?? null
  } catch {
    return null
  }
}

function isRenderer(id: string): boolean {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer")
  } catch {
    // It has ended meanwhile.
    return false
  }
}

/** From the request of a page that nothing is kept of to the picture of all events: as for the others, two frames after. */
async function firstPicture(fresh: () => Promise<Page>, origin: string, size: number): Promise<void> {
  const total = new Intl.NumberFormat("en").format(size)
  const all = `${total} of ${total} events`
  const took: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    const page = await fresh()
    await page.goto(`${origin}/?data=events-${size}.csv`)
    const shown = await page.waitForFunction(all => {
      const { shown } = globalThis as unknown as { shown: Map<string, number> }
      const [picture, counted] = [shown.get("picture"), shown.get(all)]
      return picture && counted && Math.max(picture, counted)
    }, all)
    took.push(Number(await shown.jsonValue()))
    await page.context().close()
  }
  note("Dateline: request to first picture", size, part(took, 0.5), "ms")
}

async function measurePeer(
  fresh: () => Promise<Page>,
  origin: string,
  peer: string,
  size: number,
): Promise<void> {
  const name = peer === "vis" ? "vis-timeline" : "ECharts"
  const firsts: number[] = []
  let filtered: Page
  for (let turn = 0; turn < 3; turn++) {
    const page = await fresh()
    await page.goto(`${origin}/${peer}-${size}.html`, { timeout: 120_000 })
    firsts.push(await page.evaluate(() => (globalThis as unknown as { first: Promise<number> }).first))
    if (turn < 2) await page.context().close()
    else filtered = page
  }
  note(`${name}: request to first picture`, size, part(firsts, 0.5), "ms")
  const took: number[] = []
  for (let i = 0; i < 4; i++)
    took.push(
      await filtered!.evaluate(() => (globalThis as unknown as { filter(): Promise<number> }).filter()),
    )
  note(`${name}: a filter set or cleared, median`, size, part(took, 0.5), "ms")
  await filtered!.context().close()
}

function report(): void {
  mkdirSync("tests/out", { recursive: true })
  writeFileSync("tests/out/bench-site.json", JSON.stringify(lines, null, 2))
  const width = Math.max(...lines.map(({ what }) => what.length))
  for (const { what, events, value, unit, aim } of lines) {
    const shown = Number.isNaN(value) ? "" : `${value} ${unit}`
    process.stdout.write(
      `${what.padEnd(width)}  ${String(events).padStart(9)}  ${shown.padStart(12)}  ${aim ?? ""}\n`,
    )
  }
}
