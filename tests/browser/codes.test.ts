import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, expect, test } from "vitest"
import { count, forgive, ready, SITE, useSite } from "./browser.ts"
import { bundle } from "./bundle.ts"

/** The codes that the page makes, pasted into someone else's page. */
const folder = mkdtempSync(join(tmpdir(), "dateline-codes-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const site = useSite({ "/article.html": { file: join(folder, "article.html") } }, "/", true)

const VIEW = "/?actor=lavrov&lang=en"

async function codeOf(page: Page, kind: string): Promise<string> {
  await page
    .getByRole("group", { name: "What to make" })
    .getByRole("button", { name: kind, exact: true })
    .click()
  return page.getByRole("textbox", { name: "Code" }).inputValue()
}

async function openCodes(page: Page): Promise<void> {
  await ready(page)
  await page.getByRole("button", { name: "Share", exact: true }).click()
  await page.getByRole("tab", { name: "Link and code" }).waitFor()
}

function writePage(html: string): void {
  writeFileSync(
    join(folder, "article.html"),
    `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Article</title></head><body><p>Before</p>${html}<p>After</p></body></html>`,
  )
}

/** Opens a page of another origin that holds this code. */
async function paste(html: string): Promise<Page> {
  writePage(html)
  return (await site().open(`${site().hostOrigin}/article.html`)).page
}

/** What every frame of ours is to say of itself. */
const ASKED_OF_FRAMES = {
  title: expect.stringMatching(/^Lausanne to Lima/) as unknown,
  lang: "en",
  allow: "clipboard-write; web-share; fullscreen",
  referrerpolicy: "no-referrer",
}

function traits(host: Page): Promise<Record<string, string | null>> {
  const names = Object.keys(ASKED_OF_FRAMES)
  return host
    .locator("iframe")
    .first()
    .evaluate(
      (frame, names) => Object.fromEntries(names.map(name => [name, frame.getAttribute(name)])),
      names,
    )
}

test("the link opens exactly the view", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  const link = await codeOf(page, "Link")
  expect(link).toBe(`${site().origin}/?actor=lavrov&lang=en`)
  const { page: other } = await site().open(link)
  expect(await count(other)).toBe("2 of 14 events")
})

test("the frame works, with the title, the height and the parts that were chosen", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  await codeOf(page, "Frame")
  await page.getByRole("spinbutton", { name: "Height in pixels" }).fill("440")
  await page.getByRole("checkbox", { name: "Overview" }).uncheck()
  await page.getByRole("combobox", { name: "Appearance" }).selectOption("dark")
  const host = await paste(await codeOf(page, "Frame"))
  const frame = host.frameLocator("iframe")
  await frame.locator(".under-title [role=status]", { hasText: "2 of 14 events" }).waitFor()
  const element = host.locator("iframe")
  expect((await element.boundingBox())!.height).toBe(440)
  expect(await traits(host)).toEqual(ASKED_OF_FRAMES)
  expect(await frame.locator(".dateline").first().getAttribute("data-theme")).toBe("dark")
  expect(await frame.locator(".overview").isVisible()).toBe(false)
  expect(await frame.locator(".toolbar").isVisible()).toBe(true)
})

/** The code of a kind once it names a script that never changes, by its hash. */
async function fixedCodeOf(page: Page, kind: string, file: string): Promise<string> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
  await expect
    .poll(() => codeOf(page, kind))
    .toContain(`src="${site().origin}/v${version}/${file}" integrity="sha384-`)
  const code = await codeOf(page, kind)
  expect(code).toContain(`crossorigin="anonymous"`)
  return code
}

test("the script makes a frame that keeps its own height", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  const host = await paste(await fixedCodeOf(page, "Script", "embed.js"))
  expect(await traits(host)).toEqual(ASKED_OF_FRAMES)
  await host
    .frameLocator("iframe")
    .locator(".under-title [role=status]", { hasText: "2 of 14 events" })
    .waitFor()
  await expect.poll(async () => (await host.locator("iframe").boundingBox())!.height).not.toBe(480)
})

test("the element stands in the page itself", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  const host = await paste(await fixedCodeOf(page, "Element", "element.js"))
  await host.locator("event-timeline .under-title [role=status]", { hasText: "2 of 14 events" }).waitFor()
})

test("a script that is not what its hash says is not run, and the link remains", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  const code = await fixedCodeOf(page, "Script", "embed.js")
  const [, path] = /src="[^"]*(\/v[^"/]*\/embed\.js)"/.exec(code)!
  const body = readFileSync(`${SITE}${path}`, "utf8")
  const headers = { "access-control-allow-origin": "*" }
  site().add({ [`/other${path}`]: { body: `${body};`, headers } })
  const host = await site().open("about:blank")
  writePage(code.replace(path!, `/other${path}`))
  await host.page.goto(`${site().hostOrigin}/article.html`)
  expect(await host.page.locator("a.dateline-embed").count()).toBe(1)
  expect(await host.page.locator("iframe").count()).toBe(0)
  forgive(host, /integrity/)
})

test("where other sites may not read the scripts, no hash asks for it", async () => {
  const { page } = await site().open("about:blank")
  await page.route("**/versions.json", async route => {
    const response = await route.fetch()
    const { "access-control-allow-origin": _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  await page.goto(`${site().origin}${VIEW}`)
  await openCodes(page)
  await expect.poll(() => codeOf(page, "Script")).toMatch(/src="[^"]*\/v\d+\/embed\.js" async/)
  const host = await paste(await codeOf(page, "Script"))
  await host
    .frameLocator("iframe")
    .locator(".under-title [role=status]", { hasText: "2 of 14 events" })
    .waitFor()
})

test("oEmbed's answer is a frame, alone", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  const answer = JSON.parse(await codeOf(page, "oEmbed")) as Record<string, string>
  expect(answer).toMatchObject({ version: "1.0", type: "rich", width: 800, height: 600 })
  const host = await paste(answer.html!)
  expect(await traits(host)).toEqual(ASKED_OF_FRAMES)
  await host
    .frameLocator("iframe")
    .locator(".under-title [role=status]", { hasText: "2 of 14 events" })
    .waitFor()
})

/** What amp-iframe does with its element, since an AMP page cannot be had without its host: a stand-in until the frame says that it is there, its height where the page allows it. */
const AMP = `<style>amp-iframe { display: block; position: relative; overflow: hidden } amp-iframe iframe { border: 0; inline-size: 100%; block-size: 100% } [overflow] { visibility: hidden; position: absolute; inset-block-end: 0 }</style>
<script>for (const element of document.querySelectorAll("amp-iframe")) {
  const frame = document.createElement("iframe")
  for (const name of ["title", "allow", "frameborder", "referrerpolicy", "sandbox"]) frame.setAttribute(name, element.getAttribute(name))
  frame.setAttribute("scrolling", "no")
  frame.src = element.getAttribute("src").replace(/#?$/, found => found || "#amp=1")
  element.style.height = element.getAttribute("height") + "px"
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.sentinel !== "amp") return
    if (data.type === "embed-ready") element.querySelector("[placeholder]")?.remove()
    if (data.type === "embed-size" && data.height >= 100) element.style.height = data.height + "px"
  })
  element.append(frame)
}</script>`

test("the code for AMP becomes a frame that takes the stand-in's place and says its height", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  await codeOf(page, "AMP")
  await page.getByRole("spinbutton", { name: "Height in pixels" }).fill("240")
  const code = await codeOf(page, "AMP")
  const host = await paste(code.replace(/<script [^>]*ampproject[^>]*><\/script>/, "") + AMP)
  const frame = host.frameLocator("iframe")
  await frame.locator(".under-title [role=status]", { hasText: "2 of 14 events" }).waitFor()
  await host.locator("[placeholder]").waitFor({ state: "detached" })
  const wanted = () =>
    frame.locator("#dateline").evaluate(root => Math.ceil(root.getBoundingClientRect().height))
  await expect
    .poll(async () => (await host.locator("iframe").evaluate(one => one.clientHeight)) - (await wanted()))
    .toBe(0)
  expect(await wanted()).toBeGreaterThan(240)
})

/** Puts the code of a component into an app of its own, as one who installed the package would, and opens it. */
async function mount(code: string, name: string): Promise<Page> {
  const source = join("tests/out", `${name}-source`)
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, "View.tsx"), code)
  writeFileSync(
    join(source, "main.tsx"),
    `import { createRoot } from "react-dom/client"
     import View from "./View.tsx"
     createRoot(document.getElementById("root")!).render(<><p>Before</p><View /><p>After</p></>)`,
  )
  site().add(await bundle(name, join(source, "main.tsx"), 19))
  return (await site().open(`${site().hostOrigin}/${name}/index.html`)).page
}

test("the React component shows the view in someone else's app, as it was chosen to look", async () => {
  const { page } = await site().open("/?actor=lavrov&lanes=place&event=lausanne&lang=en")
  await openCodes(page)
  const code = await codeOf(page, "React")
  await page.getByRole("combobox", { name: "Appearance" }).selectOption("dark")
  await page.getByRole("combobox", { name: "Language" }).selectOption("ar")
  await page.getByRole("checkbox", { name: /As high as/ }).uncheck()
  await page.getByRole("spinbutton", { name: "Height in pixels" }).fill("440")
  const chosen = await page.getByRole("textbox", { name: "Code" }).inputValue()
  expect(chosen).not.toBe(code)
  const plain = await mount(code, "code-react")
  await plain.locator(".under-title [role=status]", { hasText: "2 of 14 events" }).waitFor()
  await plain.locator(".details h2").waitFor()
  expect(await plain.locator(".lane-name").first().textContent()).toMatch(/Lausanne|Switzerland/)
  expect(new URL(plain.url()).search).toBe("")
  const styled = await mount(chosen, "code-react-chosen")
  const view = styled.locator(".dateline[dir=rtl][data-theme=dark]").first()
  await view.locator(".under-title [role=status]").waitFor()
  expect((await styled.locator("#root > div").boundingBox())!.height).toBe(440)
})

const OWN = {
  name: "own.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("title,date,actors\nOne,2016-10-15,Lavrov\nTwo,2016-11,Kerry\n"),
}

test("events that are on the device alone travel inside the link, the frame and the element, and the size is said", async () => {
  const { page, requests } = await site().open("/?lang=en")
  await ready(page)
  await page.getByRole("button", { name: "Open a file" }).click()
  await page.locator("input[type=file]").setInputFiles(OWN)
  await page.getByText("2 of 2 events").waitFor()
  await openCodes(page)
  await page.getByText(/travel inside the link \(1 KB\)/).waitFor()
  const link = await codeOf(page, "Link")
  expect(link).toMatch(/^http[^#]*\?data=%23&lang=en#d=[\w-]+$/)
  const { page: other } = await site().open(link)
  expect(await count(other)).toBe("2 of 2 events")
  // A decision changes the address and leaves the events in it.
  await other.getByRole("checkbox", { name: "Lavrov" }).check()
  await expect.poll(() => count(other)).toBe("1 of 2 events")
  await other.reload()
  expect(await count(other)).toBe("1 of 2 events")
  for (const kind of ["Frame", "Script"]) {
    const host = await paste(await codeOf(page, kind))
    await host
      .frameLocator("iframe")
      .locator(".under-title [role=status]", { hasText: "2 of 2 events" })
      .waitFor()
  }
  const host = await paste(await codeOf(page, "Element"))
  await host.locator("event-timeline .under-title [role=status]", { hasText: "2 of 2 events" }).waitFor()
  const app = await mount(await codeOf(page, "React"), "code-react-own")
  await app.locator(".under-title [role=status]", { hasText: "2 of 2 events" }).waitFor()
  expect(requests.filter(address => address.includes("own.csv"))).toEqual([])
})

test("a link is sent by the device, else copied, else selected; what became of it is said", async () => {
  const { page } = await site().open("about:blank")
  await page.addInitScript(() => {
    const how = new Set<string>()
    Object.assign(window, { how })
    Object.defineProperty(navigator, "share", {
      async value() {
        throw new DOMException("refused", how.has("thinks better") ? "AbortError" : "NotAllowedError")
      },
    })
    const clipboard = {
      async writeText() {
        if (how.has("no copying")) throw new DOMException("refused", "NotAllowedError")
      },
    }
    Object.defineProperty(navigator, "clipboard", { value: clipboard })
  })
  await page.goto(`${site().origin}${VIEW}`)
  await openCodes(page)
  const now = (what?: string) =>
    page.evaluate(what => {
      const { how } = window as unknown as { how: Set<string> }
      how.clear()
      if (what) how.add(what)
    }, what)
  const said = page.locator(".share-actions [role=status]")
  const send = page.getByRole("button", { name: "Send" })
  await now("thinks better")
  await send.click()
  expect(await said.textContent()).toBe("")
  await now()
  await send.click()
  await said.getByText("Copied", { exact: true }).waitFor()
  await now("no copying")
  for (const button of [send, page.getByRole("button", { name: "Copy", exact: true })]) {
    await page.getByRole("tab", { name: "Link and code" }).focus()
    await button.click()
    await said.getByText(/the text is selected, copy it by hand/).waitFor()
    expect(
      await page
        .getByRole("textbox", { name: "Code" })
        .evaluate((field: HTMLTextAreaElement) => [
          document.activeElement === field,
          field.value.slice(field.selectionStart, field.selectionEnd) === field.value,
        ]),
    ).toEqual([true, true])
  }
})

test("what has an address can travel inside the link too", async () => {
  const { page } = await site().open(VIEW)
  await openCodes(page)
  await page.getByRole("checkbox", { name: /Carry the events inside the link/ }).check()
  const link = await codeOf(page, "Link")
  expect(link).toContain("#d=")
  const { page: other } = await site().open(link)
  expect(await count(other)).toBe("2 of 14 events")
})

test("a link that was cut says so and what to do", async () => {
  for (const end of ["#d=AAAA", "#d=", ""]) {
    const { page } = await site().open(`/?lang=en&data=%23${end}`)
    await page.getByRole("alert").getByText("Copy the whole link again").waitFor()
  }
})
