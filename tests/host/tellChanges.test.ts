import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { tellChanges } from "../../src/host/tellChanges.ts"
import { readAddress, writeAddress } from "../../src/state/address.ts"
import { createStore } from "../../src/state/store.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const DAYS = (from: number, to: number) => ({ domain: [from * 86_400_000, to * 86_400_000] as const })

/** A view, and all that the page around it is told. */
function told(query = "", allow = (_event: string | null) => true) {
  const store = createStore(readAddress(query))
  const said: string[] = []
  const teller = tellChanges(store, writeAddress, {
    state: state => void said.push(`state ${state}`),
    select: event => {
      said.push(`event ${event}`)
      return allow(event)
    },
  })
  return { store, said, teller }
}

describe("the page around a view", () => {
  it("is told of a decision at once, and of an event before the state that holds it", () => {
    const { store, said } = told()
    store.set({ show: "list" }, { entry: "push" })
    store.set({ event: "lima" }, { entry: "push" })
    expect(said).toEqual(["state show=list", "event lima", "state event=lima&show=list"])
  })

  it("is told of movement once, when it has come to rest", () => {
    const { store, said } = told()
    for (let day = 0; day < 50; day++) {
      store.set(DAYS(day, day + 10), { entry: "replace" })
      vi.advanceTimersByTime(16)
    }
    expect(said).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(said).toEqual(["state view=1970-02-19/1970-03-01"])
  })

  it("is told nothing where movement came to rest as it was", () => {
    const { store, said } = told("view=1970-01-01/1970-01-02")
    store.set(DAYS(5, 6), { entry: "replace" })
    store.set(DAYS(0, 1), { entry: "replace" })
    vi.advanceTimersByTime(1000)
    expect(said).toEqual([])
  })

  it("may keep an event closed, and then hears of no new state", () => {
    const { store, said } = told("actor=kerry", () => false)
    store.set({ event: "lima" }, { entry: "push" })
    vi.advanceTimersByTime(1000)
    expect(store.get().event).toBeNull()
    expect(said).toEqual(["event lima"])
  })

  it("is not told what it does itself, but is told what had moved before", () => {
    const { store, said, teller } = told()
    store.set(DAYS(0, 1), { entry: "replace" })
    teller.quietly(() => store.set({ theme: "dark" }, { entry: "replace" }))
    vi.advanceTimersByTime(1000)
    expect(said).toEqual(["state view=1970-01-01/1970-01-02"])
  })

  it("is told nothing once it has said that it listens no more", () => {
    const { store, said, teller } = told()
    store.set(DAYS(0, 1), { entry: "replace" })
    teller.stop()
    store.set({ show: "list" }, { entry: "push" })
    vi.advanceTimersByTime(1000)
    expect(said).toEqual([])
  })
})
