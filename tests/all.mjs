/**
 * Sets everything up and runs every check: types, lint, format, unit tests, the built site, its size, and the tests in a
 * real browser. Needs Node alone: packages are installed where they are missing, a Chromium is found or installed. The
 * last line is "N passed, N failed"; the exit code says the same.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
process.chdir(root)

let passed = 0
let failed = 0

function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  })
  return result.status === 0
}

/** One check that counts as one test. */
function check(name, work) {
  process.stdout.write(`\n── ${name}\n`)
  const good = work()
  if (good) passed++
  else failed++
  process.stdout.write(`${good ? "passed" : "FAILED"}: ${name}\n`)
  return good
}

/** A project of tests, counted by what its runner reports. */
function tests(project, env = {}) {
  process.stdout.write(`\n── ${project} tests\n`)
  const report = `tests/out/${project}.json`
  mkdirSync("tests/out", { recursive: true })
  const good = run(
    "npx",
    [
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    env,
  )
  let counts = null
  if (existsSync(report)) counts = JSON.parse(readFileSync(report, "utf8"))
  if (!counts || counts.numTotalTests === 0) {
    failed++
    process.stdout.write(`FAILED: no ${project} test ran\n`)
    return
  }
  passed += counts.numPassedTests
  failed += counts.numFailedTests
  // A suite that could not be loaded, or an error outside any test, fails the run without a failed test to count.
  if (!good && counts.numFailedTests === 0) failed++
}

function upToDate() {
  const installed = "node_modules/.package-lock.json"
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs
}

function onPath(name) {
  const paths = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":")
  return paths.map(path => join(path, name)).find(file => existsSync(file))
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** Path of a Chromium: the one named in CHROMIUM, one that is there, or one just installed; undefined where none can be. */
function findChromium() {
  const found = process.env.CHROMIUM ?? BROWSERS.map(onPath).find(Boolean) ?? ELSEWHERE.find(existsSync)
  if (found) return found
  if (onPath("apt-get") && process.getuid?.() === 0) {
    process.stdout.write("\n── no Chromium here: installing Debian's\n")
    run("apt-get", ["update", "-q"])
    run("apt-get", ["install", "-y", "-q", "chromium"], { DEBIAN_FRONTEND: "noninteractive" })
  }
  return BROWSERS.map(onPath).find(Boolean)
}

if (!upToDate() && !run("npm", ["ci", "--no-audit", "--no-fund"])) {
  process.stdout.write(
    "The packages could not be installed: is the npm registry in reach?\n0 passed, 1 failed\n",
  )
  process.exit(1)
}

check("types", () => run("npx", ["tsc", "--noEmit"]))
check("lint, circular imports among it", () => run("npx", ["oxlint", "--deny-warnings"]))
check("format", () => run("npx", ["prettier", "--check", "--log-level", "warn", "."]))
tests("unit")
if (check("build", () => run("npm", ["run", "build"]))) {
  const chromium = findChromium()
  if (chromium) tests("browser", { CHROMIUM: chromium, BUILT: "1" })
  else {
    failed++
    process.stdout.write(
      "\nFAILED: no Chromium was found; install one (Debian: apt-get install chromium) or name it in CHROMIUM.\n",
    )
  }
}

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed > 0 ? 1 : 0)
