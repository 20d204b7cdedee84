import { copyFileSync, readdirSync } from "node:fs"
import { resolve } from "node:path"
import react from "@vitejs/plugin-react"
import { builtInReport } from "./src/build/builtInReport.ts"
import { importedFrom, type Modules } from "./src/build/importedFrom.ts"
import { element, library, LIBRARY } from "./src/build/library.ts"
import { ownRuntime } from "./src/build/ownRuntime.ts"
import { FIRST_POLICY } from "./src/build/policy.ts"
import { plainImports } from "./src/build/plainImports.ts"
import { READER, readerParts } from "./src/build/readerParts.ts"
import { starter } from "./src/build/starter.ts"
import { versions } from "./src/build/versions.ts"
import type { HtmlTagDescriptor, Plugin, UserConfig } from "vite"
import { defineConfig } from "vitest/config"

const SITE = "dist/site"

/** `built-in:reader`: where the script that reads files in a thread of its own lies. */
function readerScript(isApart: boolean): Plugin {
  const id = "built-in:reader"
  return {
    name: "dateline-reader-script",
    resolveId: source => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return
      if (!isApart) return "export const address = null"
      return `export { default as address } from ${JSON.stringify(`${READER}?worker&url`)}`
    },
  }
}

const MAIN = resolve("src/main.tsx")

/** What comes together after the first load: each file more is asked for apart, by the page, its host and the browser. */
const TOGETHER = {
  reading: ["src/load/reading.ts", "src/host/reader.ts"],
  bars: ["src/ui/UnderstoodBar.tsx", "src/ui/ReadSoFar.tsx"],
  hands: ["src/ui/Hands.tsx", "src/ui/Sheets.tsx", "src/ui/Drops.tsx", "src/ui/overviewHands.ts"],
}

/** What the words of every language import. */
const PLURAL = resolve("src/words/plural.ts")

/**
 * All that the first load needs in one piece, whatever else shares it, and all that comes together later: a piece
 * compresses better than its parts, and a new dialog does not cut the first load anew.
 */
function pieces() {
  const known = new Map<string, string>()
  return {
    debugName: "pieces",
    name: (id: string, modules: Modules) => {
      if (known.size === 0) {
        for (const one of [PLURAL, ...importedFrom(MAIN, modules)]) known.set(one, "first")
        for (const [name, parts] of Object.entries(TOGETHER))
          for (const part of parts)
            for (const one of importedFrom(resolve(part), modules)) if (!known.has(one)) known.set(one, name)
      }
      return known.get(id) ?? null
    },
  }
}

/** Turns the page for the dev server into the page that is served: policy, starter, plain stylesheet. */
function servedPage(): Plugin {
  return {
    name: "dateline-served-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, context) {
        const served = html
          .replace(/\s*<script type="module"[^>]*><\/script>/g, "")
          .replace(/\s*<link rel="modulepreload"[^>]*>/g, "")
          // A stylesheet asked for with CORS would be refused in a sandboxed frame.
          .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"')
        return { html: served, tags: [policy(), starter(context, written)] }
      },
    },
    closeBundle() {
      copyFileSync("data/report/report.json", `${SITE}/report.json`)
    },
  }
}

function policy(): HtmlTagDescriptor {
  const attrs = { "http-equiv": "Content-Security-Policy", content: FIRST_POLICY }
  return { tag: "meta", attrs, injectTo: "head-prepend" }
}

/** Address of a script that another mode has written. */
function written(name: string): string {
  const file = readdirSync(`${SITE}/assets`).find(one => one.startsWith(`${name}-`) && one.endsWith(".js"))
  if (!file)
    throw new Error(`${SITE}/assets has no ${name}-*.js: build with npm run build, which makes all modes`)
  return `./assets/${file}`
}

/**
 * A saved file's program has its document in its page and opens no other, nor does that one grow: what reads files stays
 * out, and with it most of the bytes.
 */
function savedProgram(): Plugin {
  const left =
    /\/src\/(load\/(reading|inLink)|words\/(reading|failures-\w+)|time\/edtf-wanted|ui\/(Open|Drops|MatchColumns|ShareCode|Failure|Problems|Progress|ReadSoFar|UnderstoodBar|Waiting|useKeptFocus))\.tsx?$|\/micromark-core-commonmark\/lib\/(html-flow|html-text|heading-atx|setext-underline|block-quote)\.js$/
  return {
    name: "dateline-saved-program",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (source === "built-in:report") return resolve("src/host/savedDocument.ts")
      // Letters that few languages have take the system's font.
      if (/-latin-ext-\d+-normal\.woff2/.test(source)) return "\0no-font"
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found && left.test(found.id) ? "\0left-out" : null
    },
    load: id =>
      id === "\0no-font"
        ? "export default null"
        : id === "\0left-out"
          ? `const nothing = () => null
           export default nothing
           export const useKeptFocus = focus => focus, EDTF_WANTED = {}
           export const loadReadingWords = nothing, startReading = nothing, Loading = nothing, Progress = nothing, packText = nothing, sourceOfPacked = nothing, ShareCode = nothing, failures = nothing
           // Known by their names to be none: ui/Markdown.tsx.
           const [htmlFlow, htmlText, headingAtx, setextUnderline, blockQuote] =
             ["htmlFlow", "htmlText", "headingAtx", "setextUnderline", "blockQuote"].map(name => ({ name }))
           export { htmlFlow, htmlText, headingAtx, setextUnderline, blockQuote }`
          : undefined,
  }
}

/** The one-piece program takes its stylesheet from the page. */
function withoutStyles(): Plugin {
  return {
    name: "dateline-without-styles",
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle)) if (name.endsWith(".css")) delete bundle[name]
    },
  }
}

/** A classic script in one piece, everything that it needs inside. */
function classic(input: string, entryFileNames: string): UserConfig {
  return {
    plugins: [react(), builtInReport(), readerScript(false), withoutStyles()],
    publicDir: false,
    build: {
      outDir: SITE,
      emptyOutDir: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      // Else the styles would be put into the script, to be set as an element that the policy refuses.
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        output: { format: "iife", entryFileNames, codeSplitting: false },
        // A classic script has no import.meta; what asks for it finds nothing in it and goes by the page's address.
        transform: { define: { "import.meta": "{}" } },
      },
    },
  }
}

/** One output per mode; `npm run build` makes them in this order, since the page of `site` names the others' files. */
const OUTPUTS: Readonly<Record<string, () => UserConfig>> = {
  single: () => {
    const output = classic("src/single.ts", "assets/single-[hash].js")
    return { ...output, build: { ...output.build, emptyOutDir: true } }
  },
  saved: () => {
    const output = classic("src/saved.tsx", "assets/saved-[hash].js")
    return { ...output, plugins: [react(), savedProgram(), readerScript(false), withoutStyles()] }
  },
  start: () => classic("src/start.ts", "assets/start-[hash].js"),
  embed: () => classic("src/embed.ts", "embed.js"),
  /** `npx dateline`: one program for Node, everything that it needs beside it. */
  cli: () => ({
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      outDir: "dist/lib",
      emptyOutDir: false,
      copyPublicDir: false,
      ssr: "src/cli.ts",
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "cli.js", chunkFileNames: "cli/[name].js" } },
    },
  }),
  lib: () => library([react(), builtInReport(), readerScript(true)].flat()),
  element: () => element([plainImports(), react(), builtInReport(), readerScript(true)].flat()),
  site: () => ({
    plugins: [
      plainImports(),
      react(),
      builtInReport(true),
      readerScript(true),
      ownRuntime(),
      servedPage(),
      versions(SITE, LIBRARY),
    ],
    worker: {
      format: "es",
      plugins: () => [ownRuntime()],
      rolldownOptions: {
        output: {
          // As in the page's own output: what bundlers tell each other is no use to a browser.
          comments: { annotation: false },
          codeSplitting: { includeDependenciesRecursively: false, groups: [readerParts()] },
        },
      },
    },
    build: {
      outDir: SITE,
      emptyOutDir: false,
      manifest: "manifest.json",
      assetsInlineLimit: 0,
      // One stylesheet, so that the program in one piece finds all of it in the page.
      cssCodeSplit: false,
      // What a part imports is as a rule there already, and the list of it would be in the first load.
      modulePreload: false,
      rolldownOptions: {
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: [pieces()] } },
      },
    },
  }),
}

const IN_A_BROWSER = {
  globalSetup: "tests/browser/built.ts",
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig(({ mode }) => ({
  base: "./",
  // The dev server and the preview are the site.
  ...(OUTPUTS[mode] ?? OUTPUTS.site!)(),
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/browser/**", "tests/cli/**"],
          // Properties over random documents take a while on a machine that has other work.
          testTimeout: 60_000,
          // A zone with odd offsets and daylight saving: whatever leaks the machine's zone fails here.
          env: { TZ: "America/St_Johns" },
        },
      },
      {
        test: {
          name: "command",
          include: ["tests/cli/**/*.test.ts"],
          globalSetup: "tests/cli/built.ts",
          testTimeout: 60_000,
        },
      },
      { test: { name: "browser", include: ["tests/browser/**/*.test.ts"], ...IN_A_BROWSER } },
      { test: { name: "bench", include: ["tests/bench/site.ts"], ...IN_A_BROWSER } },
      { test: { name: "shots", include: ["tests/browser/shots.ts"], ...IN_A_BROWSER } },
    ],
  },
}))
