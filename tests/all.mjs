/**
 * Sets everything up and runs every check: types, lint, format, unit tests, the built site, the command, and the tests in a
 * real browser, its size among them. Needs Node alone: packages are installed where they are missing or old, a Chromium is
 * found or installed. The last line is "N passed, N failed"; the exit code says the same.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { homedir } from "node:os"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."))

let passed = 0
let failed = 0

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  })
  return status === 0
}

function say(text) {
  process.stdout.write(`${text}\n`)
}

/** One check that counts as one test. */
function check(name, work) {
  say(`\n── ${name}`)
  const good = work()
  if (good) passed++
  else failed++
  say(`${good ? "passed" : "FAILED"}: ${name}`)
  return good
}

/** A project of tests, counted by what its runner reports. */
function tests(project, env = {}) {
  say(`\n── ${project} tests`)
  const report = `tests/out/${project}.json`
  mkdirSync("tests/out", { recursive: true })
  rmSync(report, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const good = run("npx", ["vitest", "run", "--project", project, ...reporters], env)
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null
  if (!counts?.numTotalTests) {
    failed++
    say(`FAILED: no ${project} test ran`)
    return
  }
  passed += counts.numPassedTests
  failed += counts.numFailedTests
  // A suite that could not be loaded, or an error outside any test, fails the run without a failed test to count.
  if (!good && counts.numFailedTests === 0) failed++
}

function isInstalled() {
  const installed = "node_modules/.package-lock.json"
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter)
  return folders.map(folder => join(folder, name)).find(existsSync)
}

/** A Chromium that Playwright has downloaded for another project. */
function inPlaywrightCache() {
  const caches = [".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright"]
  const programs = ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-win/chrome.exe"]
  const folders = [process.env.PLAYWRIGHT_BROWSERS_PATH, ...caches.map(cache => join(homedir(), cache))]
  return folders
    .filter(folder => folder && existsSync(folder))
    .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
    .filter(folder => /chromium-\d+$/.test(folder))
    .flatMap(folder => programs.map(program => join(folder, program)))
    .find(existsSync)
}

const lookForChromium = () =>
  NAMES.map(onPath).find(Boolean) ?? ELSEWHERE.find(existsSync) ?? inPlaywrightCache()

/** Path of a Chromium: the one named in CHROMIUM, one that is there, or one just installed; else undefined. */
function findChromium() {
  const found = process.env.CHROMIUM || lookForChromium()
  if (found || process.getuid?.() !== 0 || !onPath("apt-get")) return found
  say("\n── no Chromium here: installing the distribution's")
  run("apt-get", ["update", "-q"])
  run("apt-get", ["install", "-y", "-q", "chromium"], { DEBIAN_FRONTEND: "noninteractive" })
  return lookForChromium()
}

function everything() {
  if (
    !isInstalled() &&
    !check("packages", () => run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
  )
    return
  check("types", () => run("npx", ["tsc", "--noEmit"]))
  check("lint, circular imports among it", () => run("npx", ["oxlint", "--deny-warnings"]))
  check("format", () => run("npx", ["prettier", "--check", "--log-level", "warn", "."]))
  tests("unit")
  if (!check("build", () => run("npm", ["run", "build", "--loglevel=error"]))) return
  tests("command")
  const chromium = findChromium()
  if (chromium) tests("browser", { CHROMIUM: chromium })
  else check("a Chromium: install one (Debian: apt-get install chromium) or name it in CHROMIUM", () => false)
}

try {
  everything()
} catch (error) {
  failed++
  say(`FAILED: ${error instanceof Error ? error.stack : String(error)}`)
}
say(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
