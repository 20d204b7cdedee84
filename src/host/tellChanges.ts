import type { State } from "../state/state.ts"
import type { Store } from "../state/store.ts"

/** Movement is told when it has rested this long, in ms. */
const REST = 100

export interface Teller {
  /** Makes changes that the one who is told makes himself, and so need not be told him. */
  quietly(change: () => void): void
  stop(): void
}

/**
 * Tells the page around of the changes of a view: decisions at once, movement when it has come to rest. What comes to rest
 * where it was is told too: whoever is told compares what he cares for.
 */
export function tellChanges(store: Store, tell: (state: State) => void): Teller {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isQuiet = false
  const unwatch = store.watch((state, entry) => {
    if (isQuiet) return
    clearTimeout(timer)
    if (entry === "push") tell(state)
    else timer = setTimeout(() => tell(store.get()), REST)
  })
  return {
    quietly(change) {
      const before = isQuiet
      isQuiet = true
      try {
        change()
      } finally {
        isQuiet = before
      }
    },
    stop() {
      unwatch()
      clearTimeout(timer)
    },
  }
}
