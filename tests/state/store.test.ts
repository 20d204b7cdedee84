import { describe, expect, it } from "vitest"
import { INITIAL_STATE } from "../../src/state/state.ts"
import { createStore } from "../../src/state/store.ts"

describe("a viewer's state", () => {
  it("changes only the keys that were named", () => {
    const store = createStore(INITIAL_STATE)
    store.set({ show: "list" }, { entry: "push" })
    store.set(state => ({ pins: [...state.pins, "idlib"] }), { entry: "push" })
    expect(store.get()).toEqual({ ...INITIAL_STATE, show: "list", pins: ["idlib"] })
  })

  it("says nothing when nothing changes", () => {
    const store = createStore(INITIAL_STATE)
    const before = store.get()
    let told = 0
    store.subscribe(() => told++)
    store.set({ show: "timeline", event: null }, { entry: "push" })
    store.set({}, { entry: "push" })
    expect(told).toBe(0)
    expect(store.get()).toBe(before)
  })

  it("tells everyone each change and whether Back should undo it", () => {
    const store = createStore(INITIAL_STATE)
    const heard: string[] = []
    store.watch((state, entry) => heard.push(`${state.show} ${entry}`))
    store.set({ show: "list" }, { entry: "push" })
    store.set({ show: "map" }, { entry: "replace" })
    expect(heard).toEqual(["list push", "map replace"])
  })

  it("tells changes in their order, also one made while telling", () => {
    const store = createStore(INITIAL_STATE)
    const heard: string[] = []
    store.subscribe(() => store.set({ theme: "dark" }, { entry: "replace" }))
    store.watch((state, entry) => heard.push(`${state.show} ${state.theme} ${entry}`))
    store.set({ show: "list" }, { entry: "push" })
    expect(heard).toEqual(["list auto push", "list dark replace"])
  })

  it("no longer tells who has left, and tells one who came twice until both are gone", () => {
    const store = createStore(INITIAL_STATE)
    let told = 0
    const listener = () => told++
    const leave = store.subscribe(listener)
    store.subscribe(listener)
    store.set({ event: "a" }, { entry: "push" })
    leave()
    store.set({ event: "b" }, { entry: "push" })
    expect(told).toBe(3)
  })

  it("goes on after a listener has failed", () => {
    const store = createStore(INITIAL_STATE)
    let told = 0
    const leave = store.subscribe(() => {
      throw new Error("from a listener")
    })
    expect(() => store.set({ event: "a" }, { entry: "push" })).toThrow("from a listener")
    leave()
    store.subscribe(() => told++)
    store.set({ event: "b" }, { entry: "push" })
    expect(told).toBe(1)
  })
})
