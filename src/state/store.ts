import type { State } from "./state.ts"

/** Whether Back should take a change back, or whether it only brings the address up to date. */
export type Entry = "push" | "replace"

export interface Store {
  get(): State
  /** Sets the named keys; nothing happens where every one of them is the same value already. */
  set(change: Partial<State> | ((state: State) => Partial<State>), options: { readonly entry: Entry }): void
  /** Calls back after each change; gives the function that ends it. */
  subscribe(listener: () => void): () => void
  /** As subscribe, with how the change wants to be remembered; for an address bar. */
  watch(listener: (state: State, entry: Entry) => void): () => void
}

/** One viewer's state; nothing is shared between viewers on a page. */
export function createStore(initial: State): Store {
  let state = initial
  const listeners = new Set<(state: State, entry: Entry) => void>()
  const add = (listener: (state: State, entry: Entry) => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    get: () => state,
    set(change, { entry }) {
      const part = typeof change === "function" ? change(state) : change
      const keys = Object.keys(part) as (keyof State)[]
      if (keys.every(key => Object.is(part[key], state[key]))) return
      state = { ...state, ...part }
      for (const listener of [...listeners]) listener(state, entry)
    },
    subscribe: listener => add(() => listener()),
    watch: add,
  }
}
