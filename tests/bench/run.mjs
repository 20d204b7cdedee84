/**
 * `npm run bench`: the core, then the built site in a real browser beside the floors and other timelines, as tables and
 * in tests/out/bench.json and bench-site.json; `-- --full` goes to a million events.
 */
import { spawnSync } from "node:child_process"
import { mkdirSync } from "node:fs"

mkdirSync("tests/out", { recursive: true })
const full = process.argv.includes("--full")
const env = { ...process.env, ...(full ? { FULL: "1", NODE_OPTIONS: "--max-old-space-size=8000" } : {}) }
const run = (...args) => spawnSync("npx", ["vitest", ...args], { stdio: "inherit", env }).status ?? 1

const core = run("bench", "--run", "--project", "unit", "--outputJson", "tests/out/bench.json")
const site = run("run", "--project", "bench", "--disableConsoleIntercept")
process.exit(core || site)
