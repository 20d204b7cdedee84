import type { State } from "../state/state.ts"
import type { Store } from "../state/store.ts"

/** Movement is told when it has rested this long, in ms. */
const REST = 100

/** What a page around a view is told of it. */
export interface Told {
  /** The view has become another; its query string. */
  state(query: string): void
  /** An event was opened, or with null closed; false takes that back. */
  select(event: string | null): boolean
}

export interface Teller {
  /** Makes changes that the one who is told makes himself, and so need not be told him. */
  quietly(change: () => void): void
  stop(): void
}

/**
 * Tells the page around of the changes of a view: decisions at once, movement when it has come to rest, and nothing where it
 * came to rest as it was. `write` gives the query string of a state as the page around should have it.
 */
export function tellChanges(store: Store, write: (state: State) => string, told: Told): Teller {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isQuiet = false
  const now = () => ({ query: write(store.get()), event: store.get().event })
  let last = now()

  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    const before = last
    last = now()
    const { event } = last
    if (event !== before.event && !told.select(event))
      quietly(() => store.set({ event: before.event }, { entry: "replace" }))
    // As it stands now: whoever was told of the event may have changed it in turn.
    if (last.query !== before.query) told.state(last.query)
  }
  const quietly = (change: () => void) => {
    // What has moved and not come to rest is told as it is, and not lost in the change.
    if (timer !== undefined) tell()
    const before = isQuiet
    isQuiet = true
    try {
      change()
    } finally {
      isQuiet = before
      last = now()
    }
  }
  const unwatch = store.watch((_, entry) => {
    if (isQuiet) return
    clearTimeout(timer)
    if (entry === "push") tell()
    else timer = setTimeout(tell, REST)
  })
  return {
    quietly,
    stop() {
      unwatch()
      clearTimeout(timer)
    },
  }
}
