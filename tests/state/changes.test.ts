import { describe, expect, it } from "vitest"
import { CLAUSES, type ClauseName, type Selection } from "../../src/query/selection.ts"
import { readAddress, writeAddress } from "../../src/state/address.ts"
import { clearClause, clearFacet, toggleValue } from "../../src/state/changes.ts"
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
    expect(write(CLAUSES.reduce(clearClause, read(FULL)))).toBe("match=all")
    for (const [clause, mine] of Object.entries({ q: /^q=/, time: /^(from|to|range)=/, known: /^known=/ })) {
      const left = FULL.split("&").filter(part => !mine.test(part))
      expect(write(clearClause(read(FULL), clause as ClauseName))).toBe(left.join("&"))
    }
  })
})
