import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"

const COMMAND = "dist/lib/cli.js"
/** What the command is made of. */
const SOURCES = ["src", "vite.config.ts", "package.json", "package-lock.json"]

/** Builds the command before its tests where it is missing or older than anything that it is made of. */
export default function setup(): void {
  if (existsSync(COMMAND) && statSync(COMMAND).mtimeMs >= Math.max(...SOURCES.map(newest))) return
  const { status } = spawnSync("npx", ["vite", "build", "--mode", "cli"], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  })
  if (status !== 0) throw new Error("The command does not build, so there is nothing to test.")
}

function newest(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}
