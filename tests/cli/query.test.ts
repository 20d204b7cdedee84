import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { COMMAND, dateline, folder, linesOf } from "./command.ts"

const REPORT = "data/report/report.json"
const files = folder()

const idsOf = async (...filters: readonly string[]) => {
  const { code, out } = await dateline(["query", REPORT, "--json", ...filters])
  expect(code).toBe(0)
  return linesOf(out).map(({ id }) => id)
}

test("all events come in order of time, in the document's own form", async () => {
  const lines = linesOf((await dateline(["query", REPORT, "--json"])).out)
  expect(lines.length).toBe(14)
  expect(lines.find(({ id }) => id === "lausanne-meeting") ?? lines[2]).toMatchObject({
    when: "2016-10-15",
    actors: expect.arrayContaining(["lavrov", "kerry"]),
  })
})

test.each([
  ["an actor with all that is part of it", ["--actor", "russia"], ids => ids.length > 5],
  [
    "the chosen actors together",
    ["--actor", "lavrov", "--actor", "kerry", "--match", "all"],
    ids => ids.length === 2,
  ],
  [
    "what a leading dash excludes",
    ["--actor", "-kerry"],
    ids => ids.length > 0 && !ids.includes("lima-meeting"),
  ],
  ["words in any language", ["--q", "ادلب"], ids => ids.includes("strikes-idlib-homs")],
  ["a status", ["--status", "planned"], ids => ids.includes("lima-meeting")],
  [
    "a stretch that it could lie in",
    ["--from", "2016-11-17", "--to", "2016-11"],
    ids => ids.includes("lima-meeting"),
  ],
  ["a stretch that it must lie in", ["--to", "-0044", "--range=must"], ids => ids.length === 0],
  ["what was known by a day", ["--known", "2016-11-14"], ids => ids.length === 0],
] as readonly [string, string[], (ids: unknown[]) => boolean][])(
  "a query finds %s",
  async (_, filters, holds) => {
    expect(await idsOf(...filters)).toSatisfy(holds)
  },
)

test("a table for other programs has a row an event and cells apart by tabs", async () => {
  const { out } = await dateline(["query", REPORT, "--actor", "kerry", "--from", "2016-11"])
  expect(out.split("\n").map(line => line.split("\t").slice(0, 6))).toEqual([
    ["id", "when", "status", "type", "title", "actors"],
    [
      "lima-meeting",
      "2016-11-17",
      "planned",
      "Meeting",
      "Lavrov and Kerry to meet in Lima",
      "Sergei Lavrov; John Kerry",
    ],
    [""],
  ])
})

test("names are said in the language that is asked for", async () => {
  const { out } = await dateline(["query", REPORT, "--actor", "kerry", "--from", "2016-11", "--lang", "ar"])
  expect(out).toContain("سيرغي لافروف; جون كيري")
})

test("an id that is not there matches nothing, and a name is told its id", async () => {
  expect(await dateline(["query", REPORT, "--json", "--actor", "Lavrov"])).toEqual({
    code: 0,
    out: "",
    err: "No actor has the id “Lavrov”; did you mean “lavrov”?\n",
  })
})

test.each([
  [["query"], "needs a file"],
  [["query", REPORT, "--match", "some"], "--match is any or all"],
  [["query", REPORT, "--from", "soon"], "“soon” is no date"],
  [["query", REPORT, "--colour", "red"], "--colour"],
  [["query", REPORT, "--lang", "fr"], "en and ar"],
  [["query", REPORT, REPORT], "takes one file"],
  [["query", "nowhere.csv"], "There is no such file"],
  [["ask"], "There are: check, query, convert, build, when"],
])("%j is answered on standard error with 2", async (args, words) => {
  const { code, out, err } = await dateline(args)
  expect([code, out, err]).toEqual([2, "", expect.stringContaining(words)])
})

test("a pipe that is closed early is no fault", async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `{"when":"2016","title":"${i}"}`)
  const file = files.file("many.jsonl", rows.join("\n"))
  const shell = `"${process.execPath}" "${COMMAND}" query "${file}" --json | head -n 1`
  const { stdout, stderr } = await promisify(execFile)("sh", ["-c", shell])
  expect([linesOf(stdout).length, stderr]).toEqual([1, ""])
})

test("help and version go to standard output", async () => {
  expect((await dateline([])).out).toContain("check FILE…")
  expect((await dateline(["query", "--help"])).out).toContain("--actor ID")
  expect((await dateline(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
