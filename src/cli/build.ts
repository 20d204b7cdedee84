import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { toBase85 } from "../figure/base85.ts"
import { savedPage, withStyles } from "../figure/savedPage.ts"
import { escapeHtml } from "../figure/markup.ts"
import { LoadFailure } from "../load/failure.ts"
import { load } from "../load/load.ts"
import { jsonWriter } from "../write/json.ts"
import { sayFailure } from "./failure.ts"
import { openInput, READING, readingOptions } from "./open.ts"
import { progressBar } from "./progress.ts"
import { builtView, type BuiltView } from "./builtView.ts"
import { siteFiles } from "./builtSite.ts"
import { hostHeaders, VERSION_FOLDER, withVersions } from "./hostHeaders.ts"
import { SPEECH } from "./speech.ts"
import type { Terminal } from "./terminal.ts"
import { UsageError, type Asked } from "./usage.ts"

export const BUILD_OPTIONS = {
  ...READING,
  out: "one",
  state: "one",
  url: "one",
  poster: "one",
  ...SPEECH,
} as const

/** Where `npm run build` puts the site, beside the command. */
const SITE = fileURLToPath(new URL("../site/", import.meta.url))

/**
 * `dateline build`: one page that opens from disk, where OUT ends in .html, else a folder for any static host. 0, or 2 for
 * a file that cannot be read or written.
 */
export async function runBuild(asked: Asked, terminal: Terminal): Promise<number> {
  const [file, ...more] = asked.rest
  const out = asked.one("out")
  if (file === undefined) throw new UsageError("build needs a file, an address, or - for standard input")
  if (more.length > 0) throw new UsageError(`build takes one file, and “${more[0]}” is another`)
  if (out === null) throw new UsageError("build needs -o and the page (.html) or the folder to write")
  const url = asked.one("url")
  if (url !== null && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
    throw new UsageError(
      `--url: “${url}” is no address of a web page; write it like https://example.org/timeline/`,
    )
  const view = await viewOf(file, asked, terminal)
  if (!view) return 2
  try {
    if (/\.html?$/i.test(out)) await writeFile(out, await pageOf(view))
    else await writeSite(out, view, { url, poster: asked.one("poster"), terminal })
  } catch (error) {
    terminal.say(`${out} could not be written: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
  terminal.say(`${out}: ${view.document.events.length.toLocaleString("en")} events`)
  return 0
}

async function viewOf(file: string, asked: Asked, terminal: Terminal): Promise<BuiltView | null> {
  const bar = progressBar(file, terminal)
  try {
    const { document, problems } = await load(
      await openInput(file, terminal),
      readingOptions(asked, bar.tell),
    )
    bar.end()
    if (problems.length > 0)
      terminal.say(
        `${file}: ${problems.length} problem${problems.length > 1 ? "s" : ""}; “dateline check” lists them`,
      )
    return await builtView(document, asked)
  } catch (error) {
    bar.end()
    if (!(error instanceof LoadFailure)) throw error
    terminal.say(`${file}: ${sayFailure(file, error)}`)
    return null
  }
}

async function pageOf(view: BuiltView): Promise<string> {
  const [script, styles] = await Promise.all([asset(/^saved-.*\.js$/), asset(/^style-.*\.css$/)])
  const bytes = gzipSync(withStyles(script, styles), { level: 9 })
  const { document, state, report, lang, dir, sharing } = view
  const program = { text: toBase85(bytes), length: bytes.length }
  return [...savedPage(document, { program, state, report, lang, dir, sharing })].join("")
}

async function asset(name: RegExp): Promise<string> {
  const found = (await readdir(join(SITE, "assets")).catch(() => [])).find(one => name.test(one))
  if (!found) throw new Error("the site is not built yet; run “npm run build” first")
  return readFile(join(SITE, "assets", found), "utf8")
}

/** What an earlier build has left, which a new one may write over. */
const OURS = ["embed.js", "index.html"]

interface SiteAsked {
  readonly url: string | null
  readonly poster: string | null
  readonly terminal: Terminal
}

async function writeSite(folder: string, view: BuiltView, { url, poster, terminal }: SiteAsked) {
  await asset(/^saved-.*\.js$/)
  const there = await readdir(folder).catch((): string[] => [])
  if (there.length > 0 && !OURS.every(name => there.includes(name)))
    throw new Error(
      "there is something else in this folder; name an empty one, or one that build has written",
    )
  await mkdir(folder, { recursive: true })
  const kept = await keptVersion(folder, there)
  if (kept !== null)
    terminal.say(
      `${join(folder, kept)} is another build of the same version and stays as it is, since pages may name its hash; raise the version to publish what changed in it`,
    )
  await cp(SITE, folder, {
    recursive: true,
    filter: path =>
      !/[/\\](examples|report\.json|dateline\.png)$/.test(path) &&
      !(kept !== null && [join(SITE, kept), join(SITE, VERSIONS)].includes(path)),
  })
  const picture = poster === null ? null : `poster${/\.[a-z]+$/i.exec(basename(poster))?.[0] ?? ".png"}`
  if (poster !== null) await cp(poster, join(folder, picture!))
  const page = await readFile(join(SITE, "index.html"), "utf8")
  const files = siteFiles(page, view, { url, picture, escape: escapeHtml })
  const rules = withVersions(
    await readFile(join(SITE, "_headers"), "utf8"),
    there.filter(name => VERSION_FOLDER.test(name)),
  )
  for (const [name, text] of Object.entries({ ...files, ...hostHeaders(rules) }))
    await writeFile(join(folder, name), text)
  let events = ""
  for (const piece of jsonWriter.write(view.document) as Iterable<string>) events += piece
  await writeFile(join(folder, "events.json"), events)
}

/** What a site says of its versions. */
const VERSIONS = "versions.json"

/** The folder of this version where an earlier build has written it, and written it otherwise; null where there is none. */
async function keptVersion(folder: string, there: readonly string[]): Promise<string | null> {
  const { fixed } = JSON.parse(await readFile(join(SITE, VERSIONS), "utf8")) as { fixed: string }
  if (!there.includes(fixed)) return null
  const [theirs, ours] = await Promise.all(
    [folder, SITE].map(site => readFile(join(site, VERSIONS), "utf8").catch(() => "")),
  )
  return theirs === ours ? null : fixed
}
