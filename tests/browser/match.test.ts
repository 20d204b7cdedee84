import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { axe, count, listed, ready, useSite } from "./browser.ts"

/** A preview comes when its reader has been loaded. */
const SOON = { timeout: 10_000 }

/** Tables whose columns are matched by hand, in the built page. */
const UNKNOWN = "a,b,c,d\nTalks,2016,Kerry,3/4/2016 or so\nStrike,2017,Navy,soon\n"
const site = useSite({
  "/unknown.csv": "a,b,c,d\nTalks,3/4/2016,Kerry,Geneva\nStrike,5/6/2016,Navy,Idlib\n",
  "/order.csv": "title,date,actors\nTalks,3/4/2016,Kerry\nStrike,5/6/2016,Navy\n",
  "/sound.csv": "title,date\nTalks,2016-04-03\n",
})

async function choose(page: Page, text: string | Buffer, name = "mine.csv"): Promise<void> {
  await page.getByRole("button", { name: "Open a file" }).click()
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(text) }])
}

const dialog = (page: Page) => page.getByRole("dialog", { name: "Match columns" })
const previewed = async (page: Page) => {
  const texts = await dialog(page).locator(".match-preview li").allInnerTexts()
  return texts.map(text => text.replace(/\n+/g, "\n"))
}

test("a table in which nothing is known asks what its columns are, shows at once what comes of it, and reads it so", async () => {
  const { page } = await site().open("/")
  await ready(page)
  await choose(page, UNKNOWN)
  await dialog(page).waitFor()
  expect(await axe(page)).toEqual([])
  await dialog(page).getByLabel("A · a").selectOption({ label: "title" })
  await dialog(page).getByLabel("C · c").selectOption({ label: "actors" })
  await expect.poll(() => previewed(page), SOON).toEqual(["No date\nTalks\nKerry", "No date\nStrike\nNavy"])
  await dialog(page).getByLabel("B · b").selectOption({ label: "date" })
  await expect.poll(() => previewed(page), SOON).toEqual(["2016\nTalks\nKerry", "2017\nStrike\nNavy"])
  await dialog(page).getByRole("button", { name: "Read it so" }).click()
  expect(await count(page)).toBe("2 of 2 events")
  expect(new URL(page.url()).searchParams.get("map")).toBe("A:title,B:when,C:actor")
})

test("a link to somebody's table carries how it is matched, and is read so for others", async () => {
  const { page } = await site().open("/?data=unknown.csv&map=A:title,B:when,D:place,dmy&show=list")
  expect(await count(page)).toBe("2 of 2 events")
  expect(await listed(page)).toEqual(["Talks", "Strike"])
  expect(await page.locator(".col-when time").first().textContent()).toBe("3 April 2016")
  // Whoever follows it need not be told how the file was read.
  expect(await page.locator(".read-bar").count()).toBe(0)
})

test("days that could be months are said to be in doubt, the dialog settles it, and the focus comes back", async () => {
  const { page } = await site().open("/?data=order.csv")
  await ready(page)
  await page.getByText("Nothing tells days from months: the day was taken to come first.").first().waitFor()
  const button = page.locator(".read-bar").getByRole("button", { name: "Match columns" })
  await button.focus()
  await page.keyboard.press("Enter")
  await dialog(page).waitFor()
  await page.keyboard.press("Escape")
  await dialog(page).waitFor({ state: "detached" })
  expect(await button.evaluate(element => element === document.activeElement)).toBe(true)
  await button.click()
  await dialog(page).getByLabel("Order of day and month").selectOption("mdy")
  await expect
    .poll(() => previewed(page), SOON)
    .toEqual(["4 March 2016\nTalks\nKerry", "6 May 2016\nStrike\nNavy"])
  await dialog(page).getByRole("button", { name: "Read it so" }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get("map")).toBe("mdy")
  await ready(page)
  await page.getByRole("button", { name: "List" }).click()
  await expect.poll(() => page.locator(".col-when time").first().textContent()).toBe("4 March 2016")
  await page.goBack()
  await page.goBack()
  await page.getByText("Nothing tells days from months").first().waitFor()
})

test("another encoding shows its letters at once, and travels in the address", async () => {
  const { page } = await site().open("/")
  await ready(page)
  const bytes = Buffer.concat([
    Buffer.from("title,date\n"),
    Buffer.from([0xe9, 0xe8]),
    Buffer.from(",2016\n"),
  ])
  await choose(page, bytes)
  await page.getByText("The encoding is a guess: Western European (windows-1252).").waitFor()
  await page.locator(".read-bar").getByRole("button", { name: "Match columns" }).click()
  await expect.poll(() => previewed(page), SOON).toEqual(["2016\néè"])
  await dialog(page).getByLabel("Encoding of the letters").selectOption("windows-1251")
  await expect.poll(() => previewed(page), SOON).toEqual(["2016\nйи"])
  await dialog(page).getByRole("button", { name: "Read it so" }).click()
  await page.getByText("Encoding: Cyrillic (windows-1251).").waitFor()
  expect(new URL(page.url()).searchParams.get("map")).toBe("windows-1251")
})

test("matching is there for any table, also from the list of what was doubtful", async () => {
  const { page } = await site().open("/?data=sound.csv")
  await ready(page)
  await page.getByText("Read as a table (CSV). 1 event, all shown.").waitFor()
  await page.getByRole("button", { name: "Match columns" }).click()
  await dialog(page).getByLabel("A · title").selectOption({ label: "left alone" })
  await dialog(page).getByText("1 event").waitFor()
  await dialog(page).getByRole("button", { name: "As recognised" }).click()
  // The first rows are read again beside the page.
  await expect.poll(() => dialog(page).getByLabel("A · title").inputValue()).toBe("title")
  await dialog(page).getByRole("button", { name: "Cancel" }).click()
  expect(new URL(page.url()).searchParams.get("map")).toBeNull()
})

test("opening, matching and pasting send nothing of a file anywhere", async () => {
  const { page, requests } = await site().open("/")
  await ready(page)
  const bodies: string[] = []
  page.on("request", request => request.postData() !== null && bodies.push(request.url()))
  const sockets: string[] = []
  page.on("websocket", socket => sockets.push(socket.url()))
  const before = requests.length
  await choose(page, UNKNOWN)
  await dialog(page).getByLabel("A · a").selectOption({ label: "title" })
  await dialog(page).getByRole("button", { name: "Read it so" }).click()
  await ready(page)
  await page.evaluate(text => {
    const data = new DataTransfer()
    data.setData("text/plain", text)
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, "title,date\nPasted,2016\n")
  await expect.poll(() => count(page)).toBe("1 of 1 event")
  const asked = requests.slice(before).map(address => new URL(address))
  // The page's own parts are all that is asked for, and no word of the file is in their addresses.
  expect(asked.filter(({ origin }) => origin !== site().origin)).toEqual([])
  expect(asked.filter(({ pathname }) => !/^\/(assets\/[\w.-]+|favicon\.svg)$/.test(pathname))).toEqual([])
  expect(asked.filter(({ search }) => search !== "")).toEqual([])
  expect([bodies, sockets]).toEqual([[], []])
})

test("the dialog speaks Arabic from right to left on a phone, and nothing of it runs out of the screen", async () => {
  const { page } = await site().open("/?data=order.csv&lang=ar", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await ready(page)
  await page.getByRole("button", { name: "مطابقة الأعمدة" }).click()
  const own = page.getByRole("dialog", { name: "مطابقة الأعمدة" })
  await own.locator(".match-preview li").first().waitFor()
  expect(await axe(page)).toEqual([])
  expect(await own.evaluate(element => element.scrollWidth <= element.clientWidth)).toBe(true)
  expect(await own.locator(".match-preview li").first().innerText()).toContain("3 أبريل 2016")
})
