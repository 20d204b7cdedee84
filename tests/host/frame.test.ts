import * as fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { bindFrame } from "../../src/host/frame.ts"
import { readAddress, writeAddress } from "../../src/state/address.ts"
import { createStore } from "../../src/state/store.ts"

/** What of a window in a frame the messages need, and of the element whose height is told. */
function framed(query: string, hash = "") {
  const said: unknown[] = []
  const host = { postMessage: (message: unknown) => void said.push(message) }
  const events = new EventTarget()
  const page = Object.assign(events, { parent: host, location: { hash }, innerWidth: 600 })
  const size = { height: 480 }
  const wrapper = Object.assign(new EventTarget(), { getBoundingClientRect: () => size })
  const store = createStore(readAddress(query))
  const link = bindFrame(store, page as unknown as Window, wrapper as unknown as HTMLElement)
  const hear = (data: unknown, source: unknown = host) =>
    events.dispatchEvent(Object.assign(new Event("message"), { data, source }))
  return { store, link, said, hear, size, page }
}

beforeEach(() => {
  // Nothing is laid out here, so there is nothing to observe.
  class Observer {
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal("ResizeObserver", Observer)
  vi.stubGlobal("MutationObserver", Observer)
})
afterEach(() => void vi.unstubAllGlobals())

describe("a frame and the page around it", () => {
  it("shake hands once, whether the host asks before the picture stands or after", () => {
    const early = framed("embed=1")
    early.hear({ dateline: 1, type: "ready" })
    expect(early.said).toEqual([])
    early.link.ready()
    const ready = { dateline: 1, type: "ready" }
    const first = early.said.filter(one => (one as { type?: string }).type === "ready")
    expect(first).toEqual([ready])
    early.said.length = 0
    early.hear(ready)
    expect(early.said[0]).toEqual(ready)
    expect(early.said).toContainEqual({ dateline: 1, type: "height", height: 480 })
  })

  it("speak of the height in the host's own way, asked or not", () => {
    const { link, said, hear } = framed("embed=1&childId=graphic", "#?secret=aB3dE5gH1j")
    link.ready()
    const wordPress = { message: "height", value: 480, secret: "aB3dE5gH1j" }
    expect(said).toContainEqual(wordPress)
    expect(said).toContain("pymxPYMxgraphicxPYMxheightxPYMx480")
    said.length = 0
    hear({ message: "ready", secret: "aB3dE5gH1j" })
    expect(said).toContainEqual(wordPress)
  })

  it("understand each other where the host names the frame late", () => {
    const { link, said, page } = framed("embed=1")
    link.ready()
    page.location.hash = "#?secret=late"
    page.dispatchEvent(new Event("hashchange"))
    expect(said).toContainEqual({ message: "height", value: 480, secret: "late" })
  })

  it("keep the address of the page around to themselves", () => {
    const { store } = framed("embed=1&childId=a&parentUrl=https%3A%2F%2Fa.org&parentTitle=A&x=1")
    expect(writeAddress(store.get())).toBe("embed=1&x=1")
  })

  it("hear of what could not be read", () => {
    const { link, said } = framed("embed=1")
    const problems = [{ severity: "left-out", where: "", text: "" }] as never
    link.outcome({ table: {} as never, problems, failure: null })
    expect(said).toEqual([{ dateline: 1, type: "problem", code: null, problems: 1 }])
    const failure = { code: "not-found", problems: [] } as never
    link.outcome({ table: null, problems: [], failure })
    expect(said).toContainEqual({ dateline: 1, type: "problem", code: "not-found", problems: 0 })
    // The host learns that what there is to see stands.
    expect(said).toContainEqual({ dateline: 1, type: "ready" })
  })

  it("are not disturbed by anything else that windows say, nor by other windows", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true })
    const { store, hear, said, link } = framed("embed=1&actor=kerry&childId=a", "#?secret=abc")
    link.ready()
    said.length = 0
    const before = store.get()
    fc.assert(
      fc.property(anything, data => {
        hear(data)
        hear({ dateline: 1, type: data, state: data })
        hear({ dateline: 1, type: "set", state: "actor=lavrov" }, {})
        expect(store.get()).toBe(before)
        expect(said).toEqual([])
      }),
    )
  })
})
