import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, expect } from "vitest"
import { readHeaderFile, serve, type Fixtures, type StaticServer } from "./server.ts"

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

/** A page that was watched: everything that went wrong in it and in its frames, and every request it made. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
  readonly requests: string[]
}

export interface Harness {
  /** Where the site is served, without a slash at its end. */
  readonly origin: string
  /** Another origin, which serves the fixtures alone. */
  readonly hostOrigin: string
  /** Puts more fixtures on both hosts. */
  add(fixtures: Fixtures): void
  /** Opens an address in a context of its own; paths are the site's. */
  open(path: string, options?: BrowserContextOptions): Promise<Watched>
}

/** Fixtures may name the origin of the site, which is known only once it is served. */
type FixturesFor = Fixtures | ((site: string) => Fixtures)

/**
 * One browser and two static hosts for a file of tests; `base` is the path that the site lies under. After each test its
 * pages are closed, and the test fails if any of them logged an error or a warning, broke the policy, or asked anyone
 * but these hosts for anything. What a test provokes on purpose it takes out with `forgive`.
 */
export function useSite(
  fixtures: FixturesFor = {},
  base = "/",
  /** Whether the site's host obeys its header file, and so lets other origins read it. */
  withHeaders = false,
): () => Harness {
  const servers: StaticServer[] = []
  const opened: Watched[] = []
  const known: Fixtures = {}
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
    const rules = withHeaders ? readHeaderFile(`${SITE}/_headers`) : []
    servers.push(await serve(SITE, base, known, rules), await serve(null, "/", known))
    Object.assign(known, typeof fixtures === "function" ? fixtures(servers[0].origin) : fixtures)
  })
  afterEach(async () => {
    const all = opened.splice(0)
    await Promise.all(all.map(({ page }) => page.context().close()))
    const own = servers.map(({ origin }) => origin)
    expect(all.flatMap(({ faults }) => faults)).toEqual([])
    expect(all.flatMap(({ requests }) => requests).filter(address => isForeign(address, own))).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all(servers.map(server => server.close()))
  })
  return () => ({
    origin: servers[0].origin,
    hostOrigin: servers[1].origin,
    add: fixtures => void Object.assign(known, fixtures),
    open: async (path, options) => {
      const watched = await openWatched(browser, new URL(path, servers[0].origin).href, options)
      opened.push(watched)
      return watched
    },
  })
}

/** A headless Chromium: the one named in CHROMIUM, else where Debian has it. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS })
}

/** Takes faults that a test provoked on purpose out of what it is judged by; fails where there was none. */
export function forgive({ faults }: Watched, pattern: RegExp): void {
  const rest = faults.filter(fault => !pattern.test(fault))
  expect(rest.length, `a fault like ${pattern}`).toBeLessThan(faults.length)
  faults.splice(0, faults.length, ...rest)
}

function isForeign(address: string, own: readonly string[]): boolean {
  return !/^(data|blob|about|file):/.test(address) && !own.includes(new URL(address).origin)
}

/** Opens an address and watches it from the first moment. */
export async function openWatched(
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
    if (message.type() !== "error" && message.type() !== "warning") return
    // What frames may do is named for all browsers, and Chromium on Linux does not know of sharing.
    if (message.text() !== "Unrecognized feature: 'web-share'.") faults.push(`console: ${message.text()}`)
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

/** Waits until the page stands with all that its address asks for, and answers to keys and pointer. */
export async function ready(page: Page | Frame): Promise<void> {
  await page.locator(".under-title [role=status]").waitFor()
  const stands = page.locator(".plot[data-movable], .list table, .list p").first()
  await stands.waitFor({ state: "attached" })
  await page.locator(".go-to:empty").first().waitFor({ state: "detached" })
  const asked = new URL(page.url()).searchParams
  if (FILTERS.some(name => asked.has(name))) await page.locator(".chips").first().waitFor()
}

const FILTERS = ["actor", "place", "type", "status", "tag", "source", "q", "from", "to", "known"]

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
