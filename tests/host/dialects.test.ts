import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { asksHeight, readDialects, sayHeight, sayLink, withoutPym } from "../../src/host/dialects.ts"

const BOTH = { secret: "aB3dE5gH1j", pymId: "graphic" }

describe("listeners that frames meet", () => {
  it("are known by what they put into the frame's address", () => {
    const unknown = [
      ["childId", "graphic"],
      ["utm_source", "mail"],
    ] as const
    expect(readDialects(unknown, "#?secret=aB3dE5gH1j")).toEqual(BOTH)
    expect(readDialects([], "#top")).toEqual({ secret: null, pymId: null })
    expect(readDialects([], "#?secret=<b>")).toEqual({ secret: null, pymId: null })
  })

  it("get the height in AMP's form, and in WordPress's and pym's where they have named the frame", () => {
    const amp = { sentinel: "amp", type: "embed-size", height: 412 }
    expect(sayHeight(412, { secret: null, pymId: null })).toEqual([amp])
    expect(sayHeight(412, BOTH)).toEqual([
      amp,
      { message: "height", value: 412, secret: "aB3dE5gH1j" },
      "pymxPYMxgraphicxPYMxheightxPYMx412",
    ])
  })

  it("are asked to open a link only where they would: WordPress, for the frame's own host", () => {
    const address = "https://a.org/timeline/?actor=kerry"
    const link = { message: "link", value: address, secret: "aB3dE5gH1j" }
    expect(sayLink(address, "a.org", BOTH)).toEqual([link])
    expect(sayLink(address, "b.org", BOTH)).toEqual([])
    expect(sayLink(address, "a.org", { secret: null, pymId: "graphic" })).toEqual([])
  })

  it("may ask for the height, by the name that they gave and no other", () => {
    expect(asksHeight({ message: "ready", secret: "aB3dE5gH1j" }, BOTH)).toBe(true)
    expect(asksHeight("pymxPYMxgraphicxPYMxwidthxPYMx600", BOTH)).toBe(true)
    expect(asksHeight({ sentinel: "amp", type: "frames-init" }, BOTH)).toBe(true)
    expect(asksHeight({ message: "ready", secret: "another" }, BOTH)).toBe(false)
    expect(asksHeight("pymxPYMxotherxPYMxwidthxPYMx600", BOTH)).toBe(false)
    expect(asksHeight({ message: "ready" }, { secret: null, pymId: null })).toBe(false)
  })

  it("are not heard in anything else that windows say to each other", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true })
    fc.assert(fc.property(anything, data => void expect(asksHeight(data, BOTH)).toBe(false)))
  })

  it("do not get the address and the title of the page around into links", () => {
    const kept = ["utm_source", "mail"] as const
    const unknown = [
      kept,
      ["initialWidth", "600"],
      ["childId", "a"],
      ["parentTitle", "A"],
      ["parentUrl", "https://a.org/"],
    ] as const
    expect(withoutPym(unknown)).toEqual([kept])
  })
})
