import { expect, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { collectFaults } from "../../src/model/faults.ts"
import type { Problem } from "../../src/model/problem.ts"
import { groupProblems } from "../../src/ui/problemGroups.ts"

/** What was wrong with a file, a line for each group: what became of it, of what, how often, and the rows or lines. */
async function grouped(text: string, name: string) {
  const { problems } = await load({ file: new File([text], name) })
  return groupProblems(problems).groups.map(said)
}

function said({ fate, subject, problems }: ReturnType<typeof groupProblems>["groups"][number]) {
  const places = problems.map(({ where }) => where.row ?? where.line ?? where.pointer)
  return `${fate} ${subject}: ${places.join(" ")}`
}

test("faults of one kind in one column are a group by row, what was lost first and of that the commonest", async () => {
  const rows = [
    ["a", "2016-02-30", ""],
    ["b", "Octember 5th 2016", "odd"],
    ["c", "sometime in spring", ""],
    ["d", "2016-10-05", "odd"],
    ["", "no one knows", ""],
    ["e", "Smarch 2016", "odd"],
  ]
  const text = ["Title,Date,Status", ...rows.map(row => row.join(","))].join("\n")
  expect(await grouped(text, "x.csv")).toEqual([
    "event Date: 6",
    "event null: 6",
    "value Date: 3 4 7",
    "value Date: 2",
    "mended Status: 3 5 7",
  ])
})

test("where a fault is found late it still stands by its place", () => {
  const faults = collectFaults()
  for (const row of [30, 2, 4]) faults.add({ code: "bad-point", severity: "left-out", where: { row } })
  expect(groupProblems(faults.problems).groups.map(said)).toEqual(["value null: 2 4 30"])
})

test("fields of a document are one group whatever their event, and whole events one of their own", async () => {
  const events = [{ title: "A", when: "soon" }, 7, { title: "B", when: "late" }, 8]
  expect(await grouped(JSON.stringify(events), "x.json")).toEqual([
    "event null: /1 /3",
    "value when: /0/when /2/when",
  ])
})

test("names that the format does not know are one group, not one each", async () => {
  const event = { title: "A", when: "2016", type: "talk", titel: 1, wehn: 2 }
  expect(await grouped(JSON.stringify({ events: [event] }), "x.json")).toEqual([
    "value null: /events/0/titel /events/0/wehn",
  ])
})

test("what was only counted is no problem of its own", () => {
  const faults = collectFaults(3)
  for (let row = 1; row <= 10; row++) faults.add({ code: "bad-date", severity: "repaired", where: { row } })
  const { groups, counts, beyond } = groupProblems(faults.problems)
  expect([groups.map(said), [...counts], beyond]).toEqual([["value null: 1 2 3"], [["value", 3]], 7])
})

test("none is lost and none told twice, however many there are", () => {
  const problems = Array.from({ length: 100_000 }, (_, i): Problem => {
    const isDate = i % 3 > 0
    return {
      code: isDate ? "bad-date" : "unknown-status",
      severity: "repaired",
      where: { row: (i * 7919) % 100_000, column: isDate ? `Date ${i % 2}` : "Status" },
      found: String(i),
      expected: "",
    }
  })
  const { groups, counts } = groupProblems(problems)
  expect(groups.map(({ subject }) => subject)).toEqual(["Date 1", "Date 0", "Status"])
  expect([counts.get("value"), counts.get("mended")]).toEqual([66_666, 33_334])
  expect(new Set(groups.flatMap(group => group.problems))).toEqual(new Set(problems))
})
