import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { SITE } from "./browser.ts"

/** What the built site is made of. */
const SOURCES = [
  "src",
  "data",
  "public",
  "index.html",
  "vite.config.ts",
  "tsconfig.types.json",
  "package.json",
  "package-lock.json",
]

/** Builds the site before the browser tests where it is missing or older than anything that it is made of. */
export default function setup(): void {
  const page = join(SITE, "index.html")
  if (existsSync(page) && statSync(page).mtimeMs >= Math.max(...SOURCES.map(newest))) return
  const { status } = spawnSync("npm", ["run", "build"], {
    stdio: "inherit",
    // The test runner's own mode would put React's development build into what readers get.
    env: { ...process.env, NODE_ENV: "production" },
    shell: process.platform === "win32",
  })
  if (status !== 0) throw new Error("The site does not build, so there is nothing to test in a browser.")
}

function newest(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}
