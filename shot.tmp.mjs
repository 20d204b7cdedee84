import { chromium } from "playwright-core"
const B = "http://localhost:5391/"
const out = "/tmp/wt/shots/"
import { mkdirSync } from "node:fs"
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] })
const DESK = { viewport: { width: 1280, height: 800 } }, PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
async function shot(name, query, opts, act) {
  if (process.argv[2] && !new RegExp(process.argv[2]).test(name)) return
  const c = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...opts })
  const page = await c.newPage()
  const logs = []
  page.on("console", m => ["error", "warning"].includes(m.type()) && logs.push(m.text()))
  page.on("pageerror", e => logs.push(String(e)))
  try {
    await page.goto(B + query)
    await page.waitForTimeout(1200)
    if (act) await act(page)
    await page.waitForTimeout(500)
  } catch (e) { logs.push("ACT " + String(e).slice(0, 200)) }
  await page.screenshot({ path: out + name + ".png" })
  console.log(name, logs.join(" | "))
  await c.close()
}
const click = n => page => page.getByRole("button", { name: n, exact: true }).first().click()
await shot("d-first", "", DESK)
await shot("d-event-ar-dark", "?event=lausanne&lang=ar&theme=dark", DESK)
await shot("d-event", "?event=strikes-idlib-homs", DESK)
await shot("d-filter", "?actor=lavrov&place=-homs&q=meet&from=2016-10", DESK)
await shot("d-list", "?show=list", DESK)
await shot("d-list-ar", "?show=list&lang=ar", DESK)
await shot("d-share", "", DESK, click("Share"))
await shot("d-share-ar", "?lang=ar", DESK, click("مشاركة"))
await shot("d-open", "", DESK, p => p.locator(".open-other").click())
await shot("d-settings", "", DESK, click("Settings"))
await shot("d-keys", "", DESK, async p => { await click("Settings")(p); await click("Keys")(p) })
await shot("d-forced", "", { ...DESK, forcedColors: "active" })
await shot("d-forced-event", "?event=lausanne", { ...DESK, forcedColors: "active" })
await shot("d-quakes", "?data=examples/earthquakes.tsv", DESK, p => p.waitForTimeout(3000))
await shot("d-crusades-ar", "?data=examples/crusades.json&lang=ar", DESK, p => p.waitForTimeout(3000))
await shot("d-missing", "?data=nothing.json", DESK)
await shot("d-offline", "?data=https://nobody.invalid/x.csv", DESK, p => p.waitForTimeout(2000))
const openFile = f => async p => {
  await p.locator(".open-other").click()
  await p.waitForTimeout(500)
  await p.locator("input[type=file]").first().setInputFiles(f)
  await p.waitForTimeout(2500)
}
await shot("d-broken", "", DESK, openFile("/tmp/wt/broken.csv"))
await shot("d-broken-problems", "", DESK, async p => { await openFile("/tmp/wt/broken.csv")(p); await p.locator(".problems-link").first().click(); await p.waitForTimeout(500) })
await shot("d-broken-ar", "?lang=ar", DESK, async p => { await openFile("/tmp/wt/broken.csv")(p); await p.locator(".problems-link").first().click(); await p.waitForTimeout(500) })
await shot("d-cut", "", DESK, openFile("/tmp/wt/cut.json"))
await shot("p-first", "", PHONE)
await shot("p-first-ar", "?lang=ar&theme=dark", PHONE)
await shot("p-event", "?event=lausanne", PHONE)
await shot("p-filters", "", PHONE, click("Filters"))
await shot("p-list", "?show=list", PHONE)
await shot("p-settings", "", PHONE, click("Settings"))
await shot("p-open", "", PHONE, p => p.locator(".open-other").click())
await shot("p-broken-problems", "", PHONE, async p => { await openFile("/tmp/wt/broken.csv")(p); await p.locator(".problems-link").first().click(); await p.waitForTimeout(500) })
await shot("p-offline", "?data=https://nobody.invalid/x.csv&lang=ar", PHONE, p => p.waitForTimeout(2000))
await shot("p-share", "", PHONE, async p => { await click("Settings")(p); await click("Share")(p) })
await shot("p-landscape", "", { ...PHONE, viewport: { width: 844, height: 390 } })
await browser.close()
