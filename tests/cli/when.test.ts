import { expect, test } from "vitest"
import { dateline, linesOf } from "./command.ts"

/** min, startMax, endMin, max of each. */
const MEANINGS: readonly (readonly [string, ...(string | null)[]])[] = [
  ["2016-11-15", "2016-11-15", "2016-11-15", "2016-11-15", "2016-11-15"],
  ["2016-11", "2016-11-01", "2016-11-30", "2016-11-01", "2016-11-30"],
  ["2016-11-16/..", "2016-11-16", "2016-11-16", "2016-11-16", null],
  ["/2016-11-16", null, "2016-11-16", "2016-11-16", "2016-11-16"],
  ["2016-10-15/2016-11-23", "2016-10-15", "2016-10-15", "2016-11-23", "2016-11-23"],
  ["[2016-11-17..2016-11-23]", "2016-11-17", "2016-11-23", "2016-11-17", "2016-11-23"],
  ["-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15"],
  ["Y12345", "+12345-01-01", "+12345-12-31", "+12345-01-01", "+12345-12-31"],
  ["Y-17E7", "-170000000-01-01", "-170000000-12-31", "-170000000-01-01", "-170000000-12-31"],
  ["2016-13", null, null, null, null],
]

test("bounds are inclusive days, however far, and null where open or unknown", async () => {
  const { code, out } = await dateline(["when", "--json", ...MEANINGS.map(([text]) => text)])
  const said = linesOf(out).map(({ input, min, startMax, endMin, max }) => [
    input,
    min,
    startMax,
    endMin,
    max,
  ])
  expect([code, said]).toEqual([0, MEANINGS])
})

test("each line has all that interface §3a names, and no more", async () => {
  expect(linesOf((await dateline(["when", "--json", "2016-10~/2016-11?"])).out)).toEqual([
    {
      input: "2016-10~/2016-11?",
      valid: true,
      min: "2016-10-01",
      max: "2016-11-30",
      startMax: "2016-10-31",
      endMin: "2016-11-01",
      approximate: true,
      uncertain: true,
      words: expect.stringContaining("October 2016"),
    },
  ])
})

test("dates come from standard input, a line each, in the language that is asked for", async () => {
  const { out } = await dateline(["when", "--json", "--lang", "ar-SY"], { input: "2016-11-15\r\n\nsoon" })
  expect(linesOf(out).map(({ input, valid, words }) => [input, valid, words])).toEqual([
    ["2016-11-15", true, expect.stringContaining("تشرين الثاني")],
    ["", false, null],
    ["soon", false, null],
  ])
})

test("for people there are bounds and words, and a text that is no date ends with 1", async () => {
  expect(await dateline(["when", "2016~", "2016-13"])).toEqual({
    code: 1,
    out: expect.stringMatching(/^2016~\t2016-01-01\/2016-12-31\tabout 2016\n2016-13\tno date\texpected/),
    err: "",
  })
})
