import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readHeight, readHostMessage } from "../../src/host/messages.ts"
import { readAddress, writeAddress } from "../../src/state/address.ts"
import { wantedState } from "../../src/state/wanted.ts"

/** The address of a frame at `current` after a host has set `query`. */
function after(query: string, current: string): string {
  const before = readAddress(current)
  return writeAddress({ ...before, ...wantedState(query, before) })
}

describe("what windows say to each other", () => {
  it("is ignored unless it is in our form, whatever it is", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true })
    fc.assert(
      fc.property(anything, data => {
        expect(readHostMessage(data)).toBeNull()
        expect(readHeight(data)).toBeNull()
      }),
    )
  })

  it.each([
    { dateline: 2, type: "ready" },
    { dateline: "1", type: "ready" },
    { dateline: 1, type: "set" },
    { dateline: 1, type: "set", state: 5 },
    { dateline: 1, type: "set", state: "q=".padEnd(200_000, "x") },
    { dateline: 1, type: "height", height: 300 },
    { type: "set", state: "actor=lavrov" },
  ])("is not taken from a host as %j", message => {
    expect(readHostMessage(message)).toBeNull()
  })

  it("is understood in our form, whatever else it carries", () => {
    const state = "actor=lavrov"
    expect(readHostMessage({ dateline: 1, type: "set", state, more: 1 })).toEqual({
      dateline: 1,
      type: "set",
      state,
    })
    expect(readHostMessage({ dateline: 1, type: "ready" })?.type).toBe("ready")
    expect(readHeight({ dateline: 1, type: "height", height: 412 })).toBe(412)
  })

  it.each([0, -5, NaN, Infinity, "300"])("is no height when it says %s", height => {
    expect(readHeight({ dateline: 1, type: "height", height })).toBeNull()
  })
})

describe("a state that a host sets", () => {
  it("leaves the file, the language and the look that the frame was opened with", () => {
    const current = "data=a.json&actor=kerry&lang=ar&theme=dark&tz=Asia/Damascus&embed=1"
    expect(after("actor=lavrov", current)).toBe(
      "data=a.json&actor=lavrov&lang=ar&theme=dark&tz=Asia/Damascus&embed=1",
    )
  })

  it("changes those too where it names them, also back to their defaults", () => {
    expect(after("?theme=auto&lang=en&tz=UTC", "actor=kerry&lang=ar&theme=dark&tz=Asia/Damascus")).toBe(
      "lang=en",
    )
  })

  it("takes away the filters that it does not name", () => {
    expect(after("", "actor=kerry&q=talks&event=lima&embed=1")).toBe("embed=1")
  })

  it("changes nothing at all where the view is that already", () => {
    expect(wantedState("actor=lavrov", readAddress("data=a.json&actor=lavrov&embed=1"))).toEqual({})
  })
})
