import { describe, expect, it } from "vitest"
import { CLAUSES, EMPTY_SELECTION, type Selection } from "../../src/query/selection.ts"
import { readAddress, writeAddress } from "../../src/state/address.ts"
import {
  activeClauses,
  clearClause,
  clearFacet,
  sameSelection,
  toggleValue,
} from "../../src/state/changes.ts"
import { INITIAL_STATE } from "../../src/state/state.ts"

/** Selections as their addresses, so that a test reads as a link does. */
const read = (query: string) => readAddress(query).selection
const write = (selection: Selection) => writeAddress({ ...INITIAL_STATE, selection })

const FULL =
  "actor=a&place=b&type=c&status=planned&tag=d&source=e&match=all&q=w&from=2016&to=2017&range=must&known=2016"

describe("choosing a value", () => {
  it.each([
    ["", "include", "actor=x"],
    ["actor=x", "include", ""],
    ["actor=-x", "include", "actor=x"],
    ["actor=y", "include", "actor=y&actor=x"],
    ["", "exclude", "actor=-x"],
    ["actor=-x", "exclude", ""],
    ["actor=x&actor=y", "exclude", "actor=y&actor=-x"],
    ["actor=y&actor=-z&place=p", "only", "actor=x&place=p"],
    ["actor=x", "only", "actor=x"],
  ] as const)("turns %j by %s into %j", (before, how, after) => {
    expect(write(toggleValue(read(before), "actor", "x", how))).toBe(after)
  })
})

describe("letting filters go", () => {
  it("clears one facet and no other", () => {
    expect(write(clearFacet(read("actor=a&actor=-b&place=c"), "actor"))).toBe("place=c")
  })

  it("takes away each clause that hides something, until nothing is hidden", () => {
    const full = read(FULL)
    expect(activeClauses(full)).toEqual([...CLAUSES])
    for (const clause of CLAUSES) expect(activeClauses(clearClause(full, clause))).not.toContain(clause)
    expect(activeClauses(CLAUSES.reduce((left, clause) => clearClause(left, clause), full))).toEqual([])
  })

  it("does not take blank words or a lone mode for a filter", () => {
    expect(activeClauses({ ...EMPTY_SELECTION, q: "  ", match: "all", range: "must" })).toEqual([])
  })
})

it("tells two selections apart by anything that they ask", () => {
  const full = read(FULL)
  expect(sameSelection(full, read(FULL))).toBe(true)
  const others = FULL.split("&").map((_, i, all) => all.filter((_, j) => j !== i).join("&"))
  expect(others.filter(query => sameSelection(full, read(query)))).toEqual([])
})
