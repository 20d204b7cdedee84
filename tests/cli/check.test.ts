import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { dateline, folder, linesOf } from "./command.ts"

const REPORT = "data/report/report.json"
const files = folder()
const BROKEN = files.file("broken.csv", "title,date\nOne,2016-10-15\nTwo,soon\n")

test("a clean file ends with 0 and says what is in it", async () => {
  expect(await dateline(["check", REPORT])).toEqual({
    code: 0,
    out: `✓ ${REPORT}: json, 14 events, 2016-10-15 to 2016-11-23, 22 actors, 11 places\n`,
    err: "",
  })
})

test("a file with problems ends with 1 and names each with its place", async () => {
  const { code, out } = await dateline(["check", BROKEN])
  expect([code, out.split("\n")[1]]).toEqual([
    1,
    "  row 3, column date: value left out bad-date: found soon; expected a date that the calendar has, as 2016-10-05, 05/10/2016, 5 October 2016, October 2016 or 2016",
  ])
})

test("what cannot be read ends with 2 and says why, and the other files are read", async () => {
  const { code, out } = await dateline(["check", "nowhere.json", REPORT])
  expect([code, out.split("\n")[0], out.split("\n")[1]!.slice(0, 10)]).toEqual([
    2,
    "✗ nowhere.json: There is no such file.",
    `✓ ${REPORT}`.slice(0, 10),
  ])
})

test.each([
  ["a folder", "src"],
  ["a picture", "public/dateline.png"],
  ["a page", files.file("page.html", "<!doctype html><title>Sign in</title>")],
  ["an empty file", files.file("empty.json", "")],
  ["JSON without events", files.file("none.json", "{}")],
])("%s is unreadable", async (_, file) => {
  const [record] = linesOf((await dateline(["check", "--json", file])).out)
  expect(record).toMatchObject({ file, events: 0, failure: { code: expect.any(String) } })
  expect((await dateline(["check", file])).code).toBe(2)
})

test("--json gives an object a line for each file", async () => {
  const { code, out } = await dateline(["check", "--json", REPORT, BROKEN])
  const [report, broken] = linesOf(out)
  expect([code, report]).toEqual([
    1,
    {
      file: REPORT,
      format: "json",
      events: 14,
      leftOut: 0,
      undated: 0,
      extent: ["2016-10-15", "2016-11-23"],
      actors: 22,
      places: 11,
      problems: [],
    },
  ])
  expect(broken).toMatchObject({
    format: "csv",
    events: 2,
    undated: 1,
    problems: [{ code: "bad-date", severity: "repaired", where: { row: 3, column: "date" }, found: "soon" }],
  })
})

test("standard input, gzip and Arabic windows-1256 are read like any file", async () => {
  const arabic = Uint8Array.from([
    ...[0xc7, 0xe1, 0xda, 0xe4, 0xe6, 0xc7, 0xe4, 0x3b, 0xc7, 0xe1, 0xca, 0xc7, 0xd1, 0xed, 0xce, 0x0a],
    ...[0xe1, 0xde, 0xc7, 0xc1, 0x3b, ...Buffer.from("2016-10-15\n")],
  ])
  const { out } = await dateline(["check", "-", "--json"], { input: gzipSync(arabic) })
  expect(linesOf(out)[0]).toMatchObject({ events: 1, extent: ["2016-10-15", "2016-10-15"], problems: [] })
})

test("years before our era and far beyond a Date's are extents like any other", async () => {
  const input =
    '[{"when":"-2150","title":"x"},{"when":"Y1899000","title":"y"},{"when":"2016/..","title":"z"}]'
  const { out } = await dateline(["check", "-", "--json"], { input })
  expect(linesOf(out)[0]).toMatchObject({ extent: ["-2150-01-01", "+1899000-12-31"] })
})

test("a format that is named goes before what the file looks like", async () => {
  const input = '{"when":"2016","title":"x"}'
  const [record] = linesOf((await dateline(["check", "-", "--json", "--format", "jsonl"], { input })).out)
  expect(record).toMatchObject({ format: "jsonl", events: 1 })
})

test("columns are what --map says that they are", async () => {
  const file = files.file("odd.csv", "title,date,who\nOne,2016-10-15,Lavrov\n")
  const { out } = await dateline(["query", "--json", file, "--map", "A:actor,B:when,C:title"])
  expect(linesOf(out)[0]).toMatchObject({ title: "Lavrov", actors: ["One"], when: "2016-10-15" })
})

test("a file cannot paint the screen", async () => {
  const file = files.file("escape.csv", 'title,date\nx,"\u001b[2Jsoon"\n')
  expect((await dateline(["check", file])).out).not.toContain("\u001b")
})

test("colours come only where they are wanted", async () => {
  expect((await dateline(["check", REPORT], { env: { FORCE_COLOR: "1" } })).out).toContain("\u001b[")
  const { out } = await dateline(["check", REPORT], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })
  expect(out).not.toContain("\u001b[")
})

test("a large file is read in little memory", async () => {
  const rows = Array.from(
    { length: 300_000 },
    (_, i) => `Event ${i},2016-10-${10 + (i % 20)},Actor ${i % 50}`,
  )
  const file = files.file("large.csv", `title,date,actor\n${rows.join("\n")}\n`)
  const { code, out } = await dateline(["check", file, "--json"], { flags: ["--max-old-space-size=64"] })
  expect([code, linesOf(out)[0]]).toEqual([0, expect.objectContaining({ events: 300_000, actors: 50 })])
})

let server: Server
let origin = ""

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/events.csv") response.end("title,date\nOne,2016-10-15\n")
    else response.writeHead(404).end("<!doctype html>")
  })
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test("a file is read from its address, and what is wrong with an address is said", async () => {
  const { code, out } = await dateline(["check", `${origin}/events.csv`])
  expect([code, out]).toEqual([0, expect.stringContaining("csv, 1 event, 2016-10-15 to 2016-10-15")])
  const missing = await dateline(["check", `${origin}/none.csv`])
  expect([missing.code, missing.out]).toEqual([
    2,
    `✗ ${origin}/none.csv: There is no file at this address. (HTTP 404)\n`,
  ])
  const gone = await dateline(["check", "http://127.0.0.1:9/x.csv"])
  expect([gone.code, gone.out]).toEqual([2, "✗ http://127.0.0.1:9/x.csv: The server could not be reached.\n"])
})
