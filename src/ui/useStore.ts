import { useSyncExternalStore } from "react"
import type { State } from "../state/state.ts"
import type { Store } from "../state/store.ts"

/** The selected part of the state; the component renders again only when that part is another value (Object.is). */
export function useStore<Part>(store: Store, select: (state: State) => Part): Part {
  const read = () => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
