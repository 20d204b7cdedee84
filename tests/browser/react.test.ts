import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { useSite } from "./browser.ts"
import { bundle } from "./bundle.ts"

const APP = "tests/host/react/app.tsx"
const pages = {
  ...(await bundle("react-18", APP, 18)),
  ...(await bundle("react-19", APP, 19)),
}
const site = useSite(pages)

const counted = (page: Page, id: string) => page.locator(`#${id} .under-title [role=status]`)
const text = (page: Page, id: string) => page.locator(`#${id}`).textContent()

describe.each([18, 19])("<Timeline> in a page of React %i", major => {
  const open = async () => {
    const { page } = await site().open(`/react-${major}/index.html`)
    await counted(page, "held").getByText("2 of 2 events").waitFor()
    return page
  }

  it("is held by the page, in both directions", async () => {
    const page = await open()
    expect(await text(page, "root").then(all => all!.startsWith(`React ${major}.`))).toBe(true)
    await page.waitForFunction(() => document.getElementById("events")!.textContent === "2")
    await page.getByRole("button", { name: "Show Kerry" }).click()
    await counted(page, "held").getByText("1 of 2 events").waitFor()
    await page.locator("#held .list tbody button").first().click()
    await page.locator("#held .details h2").waitFor()
    expect(await text(page, "opened")).toBe("a")
    expect(await text(page, "state")).toBe("actor=kerry&event=a&show=list")
    await page.locator("#held").getByRole("button", { name: "Timeline", exact: true }).click()
    await page.waitForFunction(() => document.getElementById("state")!.textContent === "actor=kerry&event=a")
    expect(new URL(page.url()).search).toBe("")
  })

  it("keeps an event closed where the page says so", async () => {
    const page = await open()
    await page.locator("#held").getByRole("button", { name: "List", exact: true }).click()
    await page.locator("#held .list tbody button", { hasText: "Second talk" }).click()
    await page.waitForFunction(() => document.getElementById("opened")!.textContent === "b")
    await page.waitForTimeout(200)
    expect(await page.locator("#held .details").count()).toBe(0)
    expect(await text(page, "state")).toBe("actor=lavrov&show=list")
  })

  it("stays as the page holds it where the page does not follow", async () => {
    const page = await open()
    await counted(page, "stubborn").getByText("3 of 14 events").waitFor()
    await page.locator("#stubborn").getByRole("button", { name: "List", exact: true }).click()
    await page.waitForTimeout(300)
    expect(await page.locator("#stubborn .plot").count()).toBe(1)
    expect(await page.locator("#stubborn .list").count()).toBe(0)
  })

  it("holds itself where the page does not, in the language, look and height that it is given", async () => {
    const page = await open()
    const own = page.locator("#own")
    await own.locator(".dateline[dir=rtl][data-theme=dark]").first().waitFor()
    await own.locator("[data-more]").waitFor({ state: "attached" })
    expect(await own.evaluate(element => element.clientHeight)).toBe(320)
    await own.getByRole("button", { name: "القائمة", exact: true }).click()
    await own.locator(".list tbody tr").nth(1).waitFor()
    expect(await own.locator(".list tbody tr").count()).toBe(2)
  })

  it("comes and goes without a trace, and comes again as it was", async () => {
    const page = await open()
    const again = page.getByRole("button", { name: "Come or go" })
    await again.click()
    await page.locator("#held").waitFor({ state: "detached" })
    await again.click()
    await counted(page, "held").getByText("2 of 2 events").waitFor()
    expect(await page.locator("#held .shell").count()).toBe(1)
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1)
  })
})
