import type { Frame, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { ready, useSite } from "./browser.ts"
import { hostPages } from "./hostPages.ts"

const site = useSite(hostPages)

/** Opens a host page of the other origin; gives it and the frame in it, ready. */
async function hosted(name: string): Promise<{ page: Page; inner: Frame }> {
  const { page } = await site().open(`${site().hostOrigin}/${name}.html`)
  const inner = (await (await page.locator("iframe").elementHandle())!.contentFrame())!
  await ready(inner)
  return { page, inner }
}

/** How high the page has made the frame, and how high the frame's content is. */
async function heights(page: Page, inner: Frame): Promise<[number, number]> {
  await page.waitForTimeout(500)
  const own = await page.locator("iframe").evaluate(frame => frame.clientHeight)
  return [
    own,
    await inner.locator("#dateline").evaluate(root => Math.ceil(root.getBoundingClientRect().height)),
  ]
}

describe("a page that listens in its own way", () => {
  it.each(["pym", "wordpress"])("has the frame as high as it wants to be (%s)", async name => {
    const { page, inner } = await hosted(name)
    const [own, wanted] = await heights(page, inner)
    expect(own).toBe(wanted)
    // The most that WordPress grants.
    expect(own).toBeLessThanOrEqual(1000)
    await inner.getByRole("button", { name: "List", exact: true }).click()
    await inner.locator(".list tbody").waitFor()
    const [then, more] = await heights(page, inner)
    expect(then).toBe(Math.min(1000, more))
    expect(then).not.toBe(own)
  })

  it("has it so too where it begins to listen late (as AMP does)", async () => {
    const { page, inner } = await hosted("frames")
    await page.waitForTimeout(500)
    expect(await page.locator("iframe").evaluate(frame => frame.clientHeight)).toBe(150)
    await page.evaluate(() => (globalThis as unknown as { observe(): void }).observe())
    const [own, wanted] = await heights(page, inner)
    expect(own).toBe(wanted)
  })

  it("finds its own address in none of the frame's (pym)", async () => {
    const { inner } = await hosted("pym")
    const full = await inner.getByRole("link", { name: "Open in full" }).getAttribute("href")
    expect(full).toBe("?actor=lavrov")
  })

  it("is asked to open the whole page where the frame may not (WordPress)", async () => {
    const { page, inner } = await hosted("wordpress")
    await inner.getByRole("link", { name: "Open in full" }).click()
    const link = { message: "link", value: `${site().origin}/?`, secret: "aB3dE5gH1j" }
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.at(-1)))
      .toEqual(link)
  })
})
