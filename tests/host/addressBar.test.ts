import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { bindAddressBar } from "../../src/host/addressBar.ts"
import { readAddress } from "../../src/state/address.ts"
import { createStore } from "../../src/state/store.ts"

/** What of a browser's window the address bar needs: a location, a history that can be walked, events. */
function fakeWindow(search: string, framed = false) {
  const entries = [search]
  const events = new EventTarget()
  const location = { pathname: "/site/", search, hash: "#top" }
  const go = (address: string) => {
    location.search = new URL(address, "http://host").search
  }
  const page = {
    location,
    history: {
      pushState: (_: unknown, __: string, address: string) => {
        go(address)
        entries.push(location.search)
      },
      replaceState: (_: unknown, __: string, address: string) => {
        go(address)
        entries[entries.length - 1] = location.search
      },
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  }
  const back = () => {
    entries.pop()
    location.search = entries.at(-1)!
    events.dispatchEvent(new Event("popstate"))
  }
  const whole = Object.assign(page, { parent: framed ? {} : page }) as unknown as Window
  return { page: whole, entries, back, leave: () => events.dispatchEvent(new Event("pagehide")) }
}

function bound(search: string, framed = false) {
  const window = fakeWindow(search, framed)
  const store = createStore(readAddress(search))
  const end = bindAddressBar(store, window.page)
  return { ...window, store, end }
}

const DAYS = (from: number, to: number) => ({ domain: [from * 86_400_000, to * 86_400_000] as const })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe("the address bar", () => {
  it("gets an entry for each decision, and Back takes them back one by one", () => {
    const { store, entries, back } = bound("?x=1")
    store.set({ show: "list" }, { entry: "push" })
    store.set({ event: "lima" }, { entry: "push" })
    expect(entries).toEqual(["?x=1", "?show=list&x=1", "?event=lima&show=list&x=1"])
    back()
    expect([store.get().show, store.get().event]).toEqual(["list", null])
    back()
    expect(store.get()).toEqual(readAddress("?x=1"))
  })

  it("follows movement only when it has come to rest, in the same entry", () => {
    const { store, entries } = bound("")
    for (let day = 0; day < 100; day++) {
      store.set(DAYS(day, day + 10), { entry: "replace" })
      vi.advanceTimersByTime(16)
    }
    expect(entries).toEqual([""])
    vi.advanceTimersByTime(1000)
    expect(entries).toEqual(["?view=1970-04-10/1970-04-20"])
  })

  it("lets Back lead to where the reader had moved just before deciding", () => {
    const { store, entries, back } = bound("")
    store.set(DAYS(0, 1), { entry: "replace" })
    store.set({ event: "lima" }, { entry: "push" })
    expect(entries[0]).toBe("?view=1970-01-01/1970-01-02")
    back()
    expect(store.get().domain).toEqual([0, 86_400_000])
  })

  it("does not write over the entry that Back has led to", () => {
    const { store, entries, back } = bound("?match=nonsense")
    store.set({ event: "lima" }, { entry: "push" })
    store.set(DAYS(0, 1), { entry: "replace" })
    back()
    vi.advanceTimersByTime(1000)
    expect(entries).toEqual(["?match=nonsense"])
  })

  it("gets no entry for a decision that leaves the view as it was", () => {
    const { store, entries } = bound("?actor=kerry")
    store.set({ selection: readAddress("actor=kerry").selection }, { entry: "push" })
    expect(entries).toEqual(["?actor=kerry"])
  })

  it("is brought up to date before the page goes", () => {
    const { store, entries, leave } = bound("")
    store.set(DAYS(0, 1), { entry: "replace" })
    leave()
    expect(entries).toEqual(["?view=1970-01-01/1970-01-02"])
  })

  it("leaves the history of the page around a frame alone", () => {
    const { store, entries } = bound("?embed=1", true)
    store.set({ event: "lima" }, { entry: "push" })
    vi.advanceTimersByTime(1000)
    expect(entries).toEqual(["?event=lima&embed=1"])
  })

  it("may be refused by the browser, and the view goes on", () => {
    const { store, page } = bound("")
    page.history.pushState = () => {
      throw new DOMException("refused", "SecurityError")
    }
    store.set({ event: "lima" }, { entry: "push" })
    expect(store.get().event).toBe("lima")
  })

  it("is left alone once the viewer is gone", () => {
    const { store, entries, end } = bound("")
    end()
    store.set({ event: "lima" }, { entry: "push" })
    vi.advanceTimersByTime(1000)
    expect(entries).toEqual([""])
  })
})
