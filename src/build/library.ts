import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { Plugin, UserConfig } from "vite"
import { declarations } from "./declarations.ts"
import { importedFrom, type Modules } from "./importedFrom.ts"
import { shadowStyles } from "./shadow-styles.ts"

/** Where the package is built. */
export const LIBRARY = "dist/lib"

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

/**
 * `dateline/element`: whole, for pages without a bundler too. What runs before an element nears the viewport is one file, so
 * that a page which names its hash knows all of it.
 */
export function element(plugins: Plugin[]): UserConfig {
  return modules(false, "element", plugins, { input: { element: "src/element.ts" } })
}

/** The element's script with all that it imports at once. */
function whole() {
  let known: Set<string> | null = null
  return {
    name: (id: string, modules: Modules) => {
      known ??= importedFrom(resolve("src/element.ts"), modules)
      return known.has(id) ? "element" : null
    },
  }
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
        // Parts may import more of the element's script than it means for others; else it would be two files.
        preserveEntrySignatures: from.external ? "strict" : "allow-extension",
        output: {
          format: "es",
          entryFileNames: "[name].js",
          ...beside,
          ...(from.external ? {} : { codeSplitting: { groups: [whole()] } }),
        },
      },
    },
  }
}
