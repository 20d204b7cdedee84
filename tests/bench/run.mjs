/** `npm run bench`: the benchmarks, as a table and in tests/out/bench.json; `-- --full` goes to a million events. */
import { spawnSync } from "node:child_process"
import { mkdirSync } from "node:fs"

mkdirSync("tests/out", { recursive: true })
const full = process.argv.includes("--full")
const { status } = spawnSync(
  "npx",
  ["vitest", "bench", "--run", "--project", "unit", "--outputJson", "tests/out/bench.json"],
  {
    stdio: "inherit",
    env: { ...process.env, ...(full ? { FULL: "1", NODE_OPTIONS: "--max-old-space-size=8000" } : {}) },
  },
)
process.exit(status ?? 1)
