import type { State } from "./state.ts"

/** Whether Back should take a change back, or whether it only brings the address up to date. */
export type Entry = "push" | "replace"

type Watcher = (state: State, entry: Entry) => void

export interface Store {
  get(): State
  /** Sets the named keys; nothing happens where every one of them is the same value already. */
  set(change: Partial<State> | ((state: State) => Partial<State>), options: { readonly entry: Entry }): void
  /** Calls back after each change; gives the function that ends it. */
  subscribe(listener: () => void): () => void
  /** As subscribe, with how the change wants to be remembered; for an address bar. */
  watch(watcher: Watcher): () => void
}

/**
 * One viewer's state; nothing is shared between viewers on a page. Every listener hears every change in the order in
 * which they were made, also those that a listener makes itself.
 */
export function createStore(initial: State): Store {
  let state = initial
  const watchers = new Set<Watcher>()
  const untold: [State, Entry][] = []
  let telling = false

  const tell = () => {
    if (telling) return
    telling = true
    try {
      for (let next = untold.shift(); next; next = untold.shift())
        for (const watcher of watchers) watcher(...next)
    } finally {
      telling = false
    }
  }
  const watch = (watcher: Watcher) => {
    // Its own function, so that the same one given twice is heard twice and ended apart.
    const own: Watcher = (next, entry) => watcher(next, entry)
    watchers.add(own)
    return () => {
      watchers.delete(own)
    }
  }
  return {
    get: () => state,
    set(change, { entry }) {
      const part = typeof change === "function" ? change(state) : change
      const keys = Object.keys(part) as (keyof State)[]
      if (keys.every(key => Object.is(part[key], state[key]))) return
      state = { ...state, ...part }
      untold.push([state, entry])
      tell()
    },
    subscribe: listener => watch(() => listener()),
    watch,
  }
}
