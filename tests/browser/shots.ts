/**
 * `npm run shots`: pictures of the built site for the eye, in tests/out/shots/. Views at desktop and phone size, in
 * English and Arabic, light and dark, and a frame in a host page whose own styles are hostile.
 */
import { join } from "node:path"
import type { BrowserContextOptions } from "playwright-core"
import { describe, it } from "vitest"
import { ready, useSite } from "./browser.ts"

const OUT = "tests/out/shots"

const SIZES: [string, BrowserContextOptions][] = [
  ["desktop", { viewport: { width: 1280, height: 800 } }],
  ["phone", { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }],
]

/** What is worth a look: a name and a query string. */
const VIEWS: [string, string][] = [
  ["first", ""],
  ["filtered", "actor=lavrov&actor=kerry"],
  ["event", "event=lima-meeting"],
  ["list", "show=list"],
  ["nothing", "actor=haddad&place=lima"],
]

const host = (origin: string, lang: string) => `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A newspaper</title>
  <style>
    * { color: crimson !important; font-family: serif !important }
    button, h1 { font-size: 40px !important; text-transform: uppercase }
  </style>
</head>
<body>
  <h1>A newspaper</h1><p>Before the timeline, some text of the article.</p>
  <a class="dateline-embed" href="${origin}/?lang=${lang}">The timeline</a>
  <p>After it, more text of the article.</p>
  <script src="${origin}/embed.js"></script>
</body></html>`

const site = useSite(origin => ({ "/en.html": host(origin, "en"), "/ar.html": host(origin, "ar") }))

describe.each(SIZES)("%s", (size, options) => {
  describe.each(["en", "ar"])("%s", lang => {
    describe.each(["light", "dark"])("%s", theme => {
      it.each(VIEWS)("%s", async (view, query) => {
        const { page } = await site().open(`/?${query}&lang=${lang}&theme=${theme}`, options)
        await ready(page)
        // Fonts swap in, and labels are measured again.
        await page.waitForTimeout(500)
        await page.screenshot({ path: join(OUT, `${size}-${lang}-${theme}-${view}.png`) })
      })
    })

    it("embedded", async () => {
      const { page } = await site().open(`${site().hostOrigin}/${lang}.html`, options)
      await ready((await (await page.locator("iframe").elementHandle())!.contentFrame())!)
      await page.waitForTimeout(500)
      await page.screenshot({ path: join(OUT, `${size}-${lang}-embedded.png`), fullPage: true })
    })
  })
})
