import { readFileSync } from "node:fs"
import ICAL from "ical.js"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { axe, ready, useSite } from "./browser.ts"

/** What a reader takes away: pictures, files, a report. */
const site = useSite()
const report = JSON.parse(readFileSync("data/report/report.json", "utf8")) as {
  title: Record<string, string>
  events: { id: string; title: Record<string, string> }[]
}

async function openShare(page: Page, name = "Share"): Promise<void> {
  await ready(page)
  await page.getByRole("button", { name, exact: true }).click()
  await page.getByRole("dialog").waitFor()
}

async function toTab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click()
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** A page without a policy, in which anything may be parsed. */
async function blank(page: Page): Promise<Page> {
  return page.context().newPage()
}

const LAVROV = "/?actor=lavrov"

test("an SVG of the view says what it is of and holds a mark for each event in each of its lanes", async () => {
  const { page } = await site().open(LAVROV)
  await openShare(page)
  await toTab(page, "Pictures and files")
  const { name, bytes } = await saved(page, "Save as SVG")
  expect(name).toMatch(/^Lausanne to Lima .*\.svg$/)
  const found = await (
    await blank(page)
  ).evaluate(text => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml")
    const texts = [...parsed.querySelectorAll("text")].map(one => one.textContent)
    return {
      broken: parsed.querySelector("parsererror") !== null,
      title: parsed.querySelector("title")?.textContent ?? "",
      texts: texts.join("\n"),
      rows: new Set([...parsed.querySelectorAll("[data-row]")].map(one => one.getAttribute("data-row"))).size,
      outside: [...parsed.querySelectorAll("*")].flatMap(one =>
        [...one.attributes].filter(({ name, value }) => /href|src/.test(name) || /url\((?!#)/.test(value)),
      ).length,
      scripts: parsed.querySelectorAll("script, style, foreignObject").length,
    }
  }, bytes.toString())
  expect(found).toMatchObject({ broken: false, title: report.title["en"], rows: 2, outside: 0, scripts: 0 })
  expect(found.texts.replaceAll("\n", " ")).toContain(report.title["en"]!.split(" ").slice(0, 3).join(" "))
  expect(found.texts).toMatch(/2 of 14 events/)
  expect(found.texts).toMatch(/Filters: Actors: Sergei Lavrov/)
  expect(found.texts).toMatch(/Sources: /)
  expect(found.texts).toMatch(/Made with Dateline, \d{1,2} \p{L}+ \d{4}/u)
})

test("a PNG of the view is twice as fine as its layout and shows what the SVG shows", async () => {
  const { page } = await site().open("/")
  await openShare(page)
  await toTab(page, "Pictures and files")
  const svg = (await saved(page, "Save as SVG")).bytes.toString()
  const { name, bytes } = await saved(page, "Save as PNG")
  expect(name).toMatch(/\.png$/)
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number)
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width! * 2, height! * 2])
  // Where the SVG has a mark of a colour, the PNG has that colour; fonts differ, so texts are not compared.
  const wrong = await (
    await blank(page)
  ).evaluate(
    async ([svg, png, width]) => {
      const draw = async (address: string) => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = document.createElement("canvas")
        canvas.width = width
        canvas.height = Math.round((image.naturalHeight / image.naturalWidth) * width)
        const context = canvas.getContext("2d", { willReadFrequently: true })!
        context.drawImage(image, 0, 0, canvas.width, canvas.height)
        return context
      }
      const [a, b] = [await draw(`data:image/svg+xml,${encodeURIComponent(svg)}`), await draw(png)]
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml")
      document.body.append(parsed.documentElement)
      const root = document.body.lastElementChild as SVGSVGElement
      const corner = root.getBoundingClientRect()
      const discs = [...root.querySelectorAll("[data-row] circle")].map(one => one.getBoundingClientRect())
      const differing = discs.filter(box => {
        const [x, y] = [box.x + box.width / 2 - corner.x, box.y + box.height / 2 - corner.y]
        const [one, other] = [a, b].map(context => [
          ...context.getImageData(Math.round(x), Math.round(y), 1, 1).data,
        ])
        return one!.some((channel, i) => Math.abs(channel - other![i]!) > 40)
      })
      root.remove()
      return { discs: discs.length, differing: differing.length }
    },
    [svg, `data:image/png;base64,${bytes.toString("base64")}`, width!] as const,
  )
  expect(wrong.discs).toBeGreaterThan(5)
  expect(wrong.differing).toBe(0)
})

test.each([
  ["Dateline document (JSON)", "json"],
  ["Table (CSV)", "csv"],
])("%s holds the events that pass, and opens again as them", async (button, ending) => {
  const { page } = await site().open("/?place=syria-country&lang=en")
  await openShare(page)
  await toTab(page, "Pictures and files")
  const { name, bytes } = await saved(page, button)
  await page.getByRole("dialog").getByText(`${name} was made.`).waitFor()
  const { document, problems } = await load({ text: bytes.toString(), name: `a.${ending}` })
  expect(problems).toEqual([])
  const whole = await load({ text: JSON.stringify(report), name: "whole.json" })
  const known = new Map(whole.document.events.map(event => [event.id, event]))
  expect(document.events.length).toBeGreaterThan(3)
  for (const event of document.events) {
    const before = known.get(event.id)!
    expect([event.when, event.status]).toEqual([before.when, before.status])
    expect(Object.values(event.title)).toContain(before.title["en"])
    if (ending === "json") expect({ ...event, links: [] }).toEqual({ ...before, links: [] })
  }
})

test("a calendar and linked data hold the events that pass, and what they cannot hold is said", async () => {
  const { page } = await site().open(LAVROV)
  await openShare(page)
  await toTab(page, "Pictures and files")
  const calendar = (await saved(page, "Calendar (iCalendar)")).bytes.toString()
  const titles = new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents()
    .map(one => one.getFirstPropertyValue("summary"))
  await page.getByText(/It does not hold: .*more than one language of a text/).waitFor()
  const linked = JSON.parse((await saved(page, "Linked data (JSON-LD)")).bytes.toString()) as {
    numberOfItems: number
  }
  expect([titles.length, linked.numberOfItems]).toEqual([2, 2])
})

test("a report says the view in words, can be copied, and is what paper gets, with the picture", async () => {
  const { page } = await site().open("/?actor=lavrov&lang=ar", {
    permissions: ["clipboard-read", "clipboard-write"],
  })
  await openShare(page, "مشاركة")
  await toTab(page, "تقرير")
  const region = page.getByRole("region", { name: "تقرير" })
  expect(await region.locator("h3").textContent()).toBe(report.title["ar"])
  expect(await region.locator(".report-events li").count()).toBe(2)
  await page.getByRole("button", { name: "انسخ نصًّا" }).click()
  await page.getByText("نُسخ", { exact: true }).waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain(report.title["ar"])
  expect(text).toContain("التصفية: الأطراف: ")
  expect(text).toContain(`${site().origin}/?actor=lavrov&lang=ar`)
  await page.keyboard.press("Escape")
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")))
  await page.emulateMedia({ media: "print" })
  const printed = page.locator(".printed")
  expect(await printed.locator(".report-events li").count()).toBe(2)
  expect(
    await printed.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width),
  ).toBeGreaterThan(2000)
  expect(await page.locator(".whole").isVisible()).toBe(false)
  await page.evaluate(() => dispatchEvent(new Event("afterprint")))
  await page.emulateMedia({ media: "screen" })
  await printed.waitFor({ state: "detached" })
  expect(await page.locator(".whole").isVisible()).toBe(true)
})

test("the dialog has no fault that axe knows, in both languages, and its tabs answer to arrows", async () => {
  for (const [lang, name] of [
    ["en", "Share"],
    ["ar", "مشاركة"],
  ] as const) {
    const { page } = await site().open(`/?lang=${lang}`)
    await openShare(page, name)
    await page.getByRole("tab").first().focus()
    for (let i = 0; i < (await page.getByRole("tab").count()); i++) {
      expect(await axe(page)).toEqual([])
      await page.keyboard.press(lang === "ar" ? "ArrowLeft" : "ArrowRight")
      await page.waitForTimeout(50)
    }
  }
})
