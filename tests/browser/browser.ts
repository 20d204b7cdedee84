import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { serve, type Fixtures, type StaticServer } from "./server.ts"

/** Where `npm run build` puts the site. */
export const SITE = "dist/site"

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]

/** A page that was watched: everything that went wrong in it, and every request it made. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
  readonly requests: string[]
}

export interface Harness {
  readonly origin: string
  open(path: string, options?: BrowserContextOptions): Promise<Watched>
}

/** One browser and one static host for a file of tests; `base` is the path that the site lies under. */
export function useSite(fixtures: Fixtures = {}, base = "/"): () => Harness {
  let browser: Browser
  let server: StaticServer
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ARGUMENTS,
    })
    server = await serve(SITE, base, fixtures)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return () => ({
    origin: server.origin,
    open: (path, options) => openWatched(browser, new URL(path, server.origin).href, options),
  })
}

async function openWatched(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  const requests: string[] = []
  page.on("console", message => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`)
  })
  page.on("pageerror", error => faults.push(`error: ${error.message}`))
  page.on("request", request => requests.push(request.url()))
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", event =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await page.goto(address)
  return { page, faults, requests }
}

/** Waits until the viewer shows its count. */
export async function ready(page: Page | Frame): Promise<void> {
  await page.locator(".under-title [role=status]").waitFor()
}

export async function count(page: Page | Frame): Promise<string> {
  await ready(page)
  return (await page.locator(".under-title [role=status]").textContent()) ?? ""
}

/** Titles of all events that pass, as the list has them. */
export async function listed(page: Page | Frame): Promise<string[]> {
  await page.locator(".list tbody tr .col-title button").first().waitFor()
  return page.locator(".list tbody tr .col-title button").allTextContents()
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe finds against WCAG 2.2 A and AA and its best practices: a line for each rule and element. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    interface AxeResults {
      violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[]
    }
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id} at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ""}`),
    )
  })
}
