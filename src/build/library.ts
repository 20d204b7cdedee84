import { copyFileSync, cpSync, readFileSync } from "node:fs"
import type { Plugin, UserConfig } from "vite"
import { declarations } from "./declarations.ts"
import { shadowStyles } from "./shadow-styles.ts"

const LIBRARY = "dist/lib"

/** `dateline` and `dateline/react`: React and the libraries are left to whoever installs the package. */
export function library(plugins: Plugin[]): UserConfig {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: object
    peerDependencies: object
  }
  const external = Object.keys({ ...dependencies, ...peerDependencies }).map(
    name => new RegExp(`^${name}(/|$)`),
  )
  const entries = ["index.d.ts", "react.d.ts", "element.d.ts"]
  return modules(true, "parts", [...plugins, declarations(entries, `${LIBRARY}/types`)], {
    input: { index: "src/index.ts", react: "src/react.tsx" },
    external,
  })
}

/** `dateline/element`: whole, for pages without a bundler too; a copy lies beside the site. */
export function element(plugins: Plugin[], site: string): UserConfig {
  const beside: Plugin = {
    name: "dateline-element-beside-site",
    closeBundle() {
      copyFileSync(`${LIBRARY}/element.js`, `${site}/element.js`)
      cpSync(`${LIBRARY}/element`, `${site}/element`, { recursive: true })
    },
  }
  return modules(false, "element", [...plugins, beside], { input: { element: "src/element.ts" } })
}

function modules(
  isFirst: boolean,
  folder: string,
  plugins: Plugin[],
  from: { readonly input: Record<string, string>; readonly external?: RegExp[] },
): UserConfig {
  const beside = {
    chunkFileNames: `${folder}/[name]-[hash].js`,
    assetFileNames: `${folder}/[name]-[hash][extname]`,
  }
  return {
    plugins: [...plugins, shadowStyles()],
    publicDir: false,
    worker: {
      format: "es",
      // Bundlers take a worker over as one file; for the page without one it may come in parts.
      rolldownOptions: {
        output: {
          codeSplitting: !from.external,
          entryFileNames: `${folder}/[name]-[hash].js`,
          ...beside,
        },
      },
    },
    build: {
      outDir: LIBRARY,
      emptyOutDir: isFirst,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        ...from,
        preserveEntrySignatures: "strict",
        output: { format: "es", entryFileNames: "[name].js", ...beside },
      },
    },
  }
}
