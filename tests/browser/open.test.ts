import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { axe, count, ready, useSite } from "./browser.ts"

/** Files that a reader opens by hand, in the built page. */
const LINES = '{"title":"One","when":"2016-10-15"}\n{"title":"Two","when":"soon"}\n{oops\n'
const site = useSite({
  "/two.jsonl": LINES,
  "/edit": "<!doctype html><title>Sign in</title>",
  "/meetings.csv": "العنوان;التاريخ;الأطراف\nلقاء;١٥ تشرين الأول ٢٠١٦;لافروف، كيري\nقمة;17/11/2016;أوباما\n",
})

/** Drops a file on the page, or only holds it over. */
async function hold(page: Page, types: readonly string[], text = LINES, name = "dropped.jsonl") {
  await page.evaluate(
    ([types, text, name]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name))
      for (const type of types)
        document
          .querySelector(".whole > .dateline")!
          .dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [types, text, name] as const,
  )
}

const file = (name: string, title: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(`{"title":"${title}","when":"2016"}\n{"title":"${title} 2","when":"2017"}`),
})

const UNDERSTOOD = "Read as JSON Lines. 3 events: 2 shown, 1 left out; 1 value left out."

test("a file held over the page is asked for, and dropped it becomes the timeline", async () => {
  const { page, requests } = await site().open("/?actor=lavrov")
  await ready(page)
  const before = requests.length
  await hold(page, ["dragenter", "dragover"])
  await page.getByText("Drop to open as a timeline").waitFor()
  await hold(page, ["dragleave"])
  await page.getByText("Drop to open as a timeline").waitFor({ state: "detached" })
  await hold(page, ["dragenter", "drop"])
  await page.getByText(UNDERSTOOD).waitFor()
  expect(await count(page)).toBe("2 of 2 events")
  // Nothing of the file goes anywhere: only the page's own parts were asked for.
  expect(
    requests.slice(before).filter(address => !/\/(assets\/[\w.-]+|favicon\.svg)$/.test(address)),
  ).toEqual([])
  await page.goBack()
  await expect.poll(() => count(page)).toBe("2 of 14 events")
  await page.goForward()
  await expect.poll(() => count(page)).toBe("2 of 2 events")
})

test("files are chosen by a button, and what was doubtful in them is one step away", async () => {
  const { page } = await site().open("/")
  await ready(page)
  await page.getByRole("button", { name: "Open a file" }).click()
  await page.getByRole("dialog").waitFor()
  expect(await axe(page)).toEqual([])
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name: "two.jsonl", mimeType: "text/plain", buffer: Buffer.from(LINES) }])
  await page.getByText(UNDERSTOOD).waitFor()
  await page.getByRole("button", { name: "2 things in the file were doubtful" }).first().click()
  const dialog = page.getByRole("dialog")
  await dialog.locator(".where").first().waitFor()
  expect(await dialog.locator(".where").allTextContents()).toEqual(["line 3, column 2", "line 2"])
  expect(await dialog.getByRole("heading", { level: 4 }).allTextContents()).toEqual([
    "Line once",
    "date once",
  ])
  await dialog.getByRole("button", { name: /^Not shown/ }).click()
  expect(await dialog.locator(".where").allTextContents()).toEqual(["line 3, column 2"])
  const saving = page.waitForEvent("download")
  await dialog.getByRole("button", { name: "Save as a table (CSV)" }).click()
  expect((await saving).suggestedFilename()).toBe("problems.csv")
})

test.each(["parquet/zstd.parquet", "parquet/brotli.parquet", "arrow/lz4.feather"])(
  "columns of types are opened under the page's policy: %s",
  async name => {
    const { page } = await site().open("/")
    await ready(page)
    await page.getByRole("button", { name: "Open a file" }).click()
    await page.locator("input[type=file]").setInputFiles(`tests/formats/samples/${name}`)
    await page.getByText(/^Read as columns \((Parquet|Arrow)\)\. (5|400) events, all shown\./).waitFor()
  },
)

test("several files at once are one timeline, and the files are its sources", async () => {
  const { page } = await site().open("/")
  await ready(page)
  await page.getByRole("button", { name: "Open a file" }).click()
  await page.locator("input[type=file]").setInputFiles([file("north.jsonl", "A"), file("south.jsonl", "B")])
  await expect.poll(() => count(page)).toBe("4 of 4 events")
  await page.getByRole("checkbox", { name: "north.jsonl" }).click()
  await expect.poll(() => count(page)).toBe("2 of 4 events")
})

test("rows that are pasted become the timeline, and an address is opened", async () => {
  const { page } = await site().open("/")
  await ready(page)
  const paste = (text: string) =>
    page.evaluate(text => {
      const data = new DataTransfer()
      data.setData("text/plain", text)
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, text)
  await paste(LINES)
  await expect.poll(() => count(page)).toBe("2 of 2 events")
  await paste(`${site().origin}/two.jsonl`)
  await expect.poll(() => new URL(page.url()).searchParams.get("data")).toBe(`${site().origin}/two.jsonl`)
  await expect.poll(() => count(page)).toBe("2 of 2 events")
})

test("a file that was open before the page was loaded anew says so, and leads on", async () => {
  const { page } = await site().open("/?data=local%3A1%2Fmine.csv")
  await page.getByRole("alert").getByText("This was a file on a device").waitFor()
  expect(await page.locator(".address").textContent()).toBe("mine.csv")
  await page.getByRole("button", { name: "Open the built-in timeline" }).click()
  expect(await count(page)).toBe("14 of 14 events")
})

test("a web page in place of a file is called that, and what was open is one step back", async () => {
  const { page } = await site().open("/?actor=lavrov")
  await ready(page)
  await page.getByRole("button", { name: "Open a file" }).click()
  await page.getByRole("textbox", { name: /^Address/ }).fill(`${site().origin}/edit`)
  await page.getByRole("button", { name: "Open", exact: true }).click()
  await page.getByRole("alert").getByText("The address gives a web page and not data.").waitFor()
  await page.goBack()
  await expect.poll(() => count(page)).toBe("2 of 14 events")
})

test.each([
  ["Great earthquakes since 2150 BCE", "6,092 of 6,092 events"],
  ["The Crusades as Muslim authors tell them", "790 of 790 events"],
  ["Lausanne to Lima, autumn 2016 (built in)", "14 of 14 events"],
])("the example %s opens", async (name, events) => {
  const { page } = await site().open("/")
  await ready(page)
  await page.getByRole("button", { name: "Open a file" }).click()
  await page.getByRole("button", { name }).click()
  await expect.poll(() => count(page)).toBe(events)
})

test("a table from another host is opened by its address, in Arabic too", async () => {
  const { page } = await site().open("/?data=meetings.csv&lang=ar")
  expect(await count(page)).toBe("2 من 2 حدث")
  expect(await page.locator("h1").textContent()).toBe("meetings")
})
