import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { SITE, useSite } from "./browser.ts"

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
const major = version.split(".")[0]!
const GZIPPED = { level: 9 }

const site = useSite(
  origin => ({
    "/elements.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
      <script type="module" src="${origin}/v${version}/element.js"></script>
      <script type="module" src="${origin}/v${major}/element.js"></script>
      <script type="module" src="${origin}/element.js"></script>
      <event-timeline actor="lavrov" lang="en"></event-timeline></html>`,
  }),
  "/",
  true,
)

/** The headers that the host sends with a file, by the header file of the build. */
async function headersOf(path: string): Promise<Headers> {
  const { ok, headers } = await fetch(site().origin + path, { method: "HEAD" })
  expect([path, ok]).toEqual([path, true])
  return headers
}

describe("what other pages load", () => {
  it("lies in a folder of its version, whole, kept for a year and open to every page", async () => {
    const folder = join(SITE, `v${version}`)
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => `${file.parentPath}/${file.name}`.slice(SITE.length))
    expect(files).toEqual(expect.arrayContaining([`/v${version}/embed.js`, `/v${version}/element.js`]))
    for (const file of files) {
      const headers = await headersOf(file)
      const kept = [headers.get("cache-control"), headers.get("access-control-allow-origin")]
      expect([file, ...kept]).toEqual([file, "public, max-age=31536000, immutable", "*"])
    }
    // Nothing in it asks for what lies outside, which another version would replace.
    const scripts = files.filter(file => file.endsWith(".js"))
    for (const file of scripts)
      for (const [, from] of readFileSync(SITE + file, "utf8").matchAll(
        /\b(?:from|import)\s*\(?"(\.[^"]+)"/g,
      ))
        expect(existsSync(join(SITE + file, "..", from!)), `${file} asks for ${from}`).toBe(true)
  })

  it("is led to by its major version, for an hour", async () => {
    for (const name of ["embed.js", "element.js"]) {
      const headers = await headersOf(`/v${major}/${name}`)
      expect(headers.get("cache-control")).toBe("public, max-age=3600")
      expect(headers.get("access-control-allow-origin")).toBe("*")
    }
    const embeds = ["", `v${major}/`, `v${version}/`].map(folder => readFileSync(`${SITE}/${folder}embed.js`))
    expect(embeds.every(script => script.equals(embeds[0]!))).toBe(true)
  })

  it("is named with its hash, which holds all that runs before a timeline is near", () => {
    const { fixed, moving, integrity } = JSON.parse(readFileSync(`${SITE}/versions.json`, "utf8")) as {
      fixed: string
      moving: string
      integrity: Record<string, string>
    }
    expect([fixed, moving]).toEqual([`v${version}`, `v${major}`])
    expect(Object.keys(integrity)).toEqual(["embed.js", "element.js"])
    for (const [name, hash] of Object.entries(integrity)) {
      const script = readFileSync(`${SITE}/${fixed}/${name}`)
      expect(hash).toBe(`sha384-${createHash("sha384").update(script).digest("base64")}`)
      expect(script.toString()).not.toMatch(/\bfrom\s*"|\bimport\s*"/)
    }
    expect(gzipSync(readFileSync(`${SITE}/${fixed}/embed.js`), GZIPPED).length).toBeLessThan(3000)
    expect(gzipSync(readFileSync(`${SITE}/${fixed}/element.js`), GZIPPED).length).toBeLessThan(6000)
  })

  it("is one program, however many addresses of it a page names", async () => {
    const { page, requests } = await site().open(`${site().hostOrigin}/elements.html`)
    await page.locator("event-timeline .under-title [role=status]").waitFor()
    const scripts = requests.filter(address => address.endsWith("element.js"))
    expect(new Set(scripts).size).toBe(3)
    expect(requests.filter(address => /\/element\/drawViewer-/.test(address)).length).toBe(1)
    expect(requests.every(address => !/\/element\//.test(address) || address.includes(`/v${version}/`))).toBe(
      true,
    )
  })
})
