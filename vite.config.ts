import { copyFileSync, readdirSync } from "node:fs"
import react from "@vitejs/plugin-react"
import type { Plugin, UserConfig } from "vite"
import { defineConfig } from "vitest/config"

const SITE = "dist/site"

/**
 * What the built page may do: run its own scripts and styles, show pictures that the reader asks for, fetch the data it
 * is told to fetch. Script addresses pass one named Trusted Types policy (src/start.ts); nothing is ever parsed as HTML.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "font-src 'self' data:",
  "connect-src *",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types dateline",
].join("; ")

/** Turns the page for the dev server into the page that is served: policy, starter, plain stylesheet. */
function servedPage(): Plugin {
  return {
    name: "dateline-served-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const main = /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/.exec(html)
        if (!main) throw new Error("index.html has no module script to start")
        const built = readdirSync(`${SITE}/assets`)
        const named = (prefix: string) => {
          const file = built.find(name => name.startsWith(prefix) && name.endsWith(".js"))
          if (!file)
            throw new Error(
              `dist/site/assets has no ${prefix}*.js: build the modes in the order of package.json`,
            )
          return file
        }
        const starter = `<script src="./assets/${named("start-")}" data-main="${main[1]!.replace("./assets/", "")}" data-single="${named("single-")}"></script>`
        return (
          html
            .replace(main[0], "")
            .replace(/\s*<link rel="modulepreload"[^>]*>/g, "")
            // A stylesheet asked for with CORS would be refused in a sandboxed frame.
            .replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"')
            .replace(
              "</title>",
              `</title>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
            )
            .replace("</head>", `  ${starter}\n  </head>`)
        )
      },
    },
    closeBundle() {
      copyFileSync("data/report/report.json", `${SITE}/report.json`)
    },
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

/** A classic script in one piece. */
function classic(entry: string, name: string, empty: boolean): UserConfig {
  return {
    plugins: [react(), withoutStyles()],
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: SITE,
      emptyOutDir: empty,
      assetsInlineLimit: 10_000_000,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: "iife", entryFileNames: `assets/${name}-[hash].js`, codeSplitting: false },
      },
    },
  }
}

/** One output per mode; `npm run build` makes them in this order. */
const OUTPUTS: Record<string, () => UserConfig> = {
  single: () => classic("src/main.tsx", "single", true),
  start: () => classic("src/start.ts", "start", false),
  site: () => ({
    plugins: [react(), servedPage()],
    build: {
      outDir: SITE,
      emptyOutDir: false,
      manifest: "manifest.json",
      assetsInlineLimit: 0,
      modulePreload: false,
    },
  }),
}

export default defineConfig(({ mode }) => ({
  base: "./",
  build: { outDir: SITE },
  ...(OUTPUTS[mode] ?? OUTPUTS.site!)(),
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/browser/**"],
          // A zone with odd offsets and daylight saving: whatever leaks the machine's zone fails here.
          env: { TZ: "America/St_Johns" },
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}))
