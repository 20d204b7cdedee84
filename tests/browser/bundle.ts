import { mkdirSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "vite"
import type { Fixtures } from "./server.ts"

/**
 * Bundles a script that uses the built package as one who has installed it would, with the React of a major version; gives
 * its files by the paths under which the page `/name/index.html` finds them.
 */
export async function bundle(name: string, entry: string, react: 18 | 19): Promise<Fixtures> {
  const outDir = resolve("tests/out", name)
  mkdirSync(outDir, { recursive: true })
  const suffix = react === 19 ? "" : `-${react}`
  const packages = ["react", "react-dom"].map(one => ({
    find: new RegExp(`^${one}(?=/|$)`),
    replacement: resolve("node_modules", `${one}${suffix}`),
  }))
  const own = ["react", "element"].map(one => ({
    find: `dateline/${one}`,
    replacement: resolve("dist/lib", `${one}.js`),
  }))
  await build({
    configFile: false,
    mode: "production",
    logLevel: "error",
    base: `/${name}/`,
    publicDir: false,
    // The test runner's own mode would give the page React's development functions without their library.
    oxc: { jsx: { runtime: "automatic", development: false } },
    define: { "process.env.NODE_ENV": `"production"` },
    resolve: { alias: [...own, ...packages] },
    worker: { format: "es" },
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: entry, output: { entryFileNames: "main.js" } },
    },
  })
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page made with React</title></head>
    <body><div id="root"></div><script type="module" src="/${name}/main.js"></script></body></html>`
  return {
    [`/${name}/index.html`]: html,
    ...Object.fromEntries(
      files.map(file => {
        const path = join(file.parentPath, file.name)
        return [path.slice(outDir.length - name.length - 1).replaceAll("\\", "/"), { file: path }]
      }),
    ),
  }
}
